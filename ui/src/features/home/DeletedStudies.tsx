import { Button } from "@mantine/core";

import { dataOf, http, REQUEST_KEY } from "@/api/client";
import { useWrite } from "@/api/writes";
import { tell } from "@/shared/page/tell";
import { said, sized } from "@/shared/page/when";

import { shelfKey, type Removed } from "./shelf";

/** What was deleted and can still be recovered. */
export function DeletedStudies({ items }: { items: readonly Removed[] }) {
  const recovery = useWrite<Removed, { name: string }>({
    label: "Recover a study",
    send: async (removed, key) =>
      dataOf(await http.POST("/api/studies/{study}/recover", { params: { path: { study: removed.mark } }, headers: { [REQUEST_KEY]: key } })),
    refresh: () => [shelfKey],
    onDone: ({ name }) => { tell(`“${name}” is back among your studies.`); },
  });
  return (
    <table className="quiet-table" style={{ maxWidth: "44rem" }}>
      <thead>
        <tr>
          <th scope="col">Study</th>
          <th scope="col">Last changed</th>
          <th scope="col" className="number">Size</th>
          <th scope="col"><span className="vh">What can be done</span></th>
        </tr>
      </thead>
      <tbody>
        {items.map((removed) => (
          <tr key={removed.mark}>
            <td>{removed.name}</td>
            <td>{said(removed.touched_at)}</td>
            <td className="number">{sized(removed.bytes)}</td>
            <td style={{ textAlign: "right" }}>
              <Button size="compact-sm" variant="default" onClick={() => { recovery.mutate(removed); }} aria-label={`Recover ${removed.name}`}>
                Recover
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
