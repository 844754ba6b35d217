import { Button, Group } from "@mantine/core";

import { api, dataOf, http, REQUEST_KEY } from "@/api/client";
import { useWrite } from "@/api/writes";

import type { Opened, OwnChanges } from "../hooks/useSource";
import type { ReadText, Stretch } from "@/shared/text/transcript";

/** What corrections could not move, each with its old words: put on the proposed words, on the selection, or dropped. */
export function WaitingList({ study, opened, own, text, place, onShow }: {
  study: string;
  opened: Opened;
  own: OwnChanges;
  text: ReadText;
  place: Stretch | null;
  onShow: (stretch: Stretch) => void;
}) {
  const init = { params: { path: { study, source: opened.k } } };
  const waiting = api.useQuery("get", "/api/studies/{study}/reading/{source}/waiting", init);
  const settle = useWrite({
    label: "Settle",
    send: async (given: { item: string; drop: boolean; start: number | null; end: number | null }, request) =>
      dataOf(await http.POST("/api/studies/{study}/waiting/settle", { params: { path: { study } }, headers: { [REQUEST_KEY]: request }, body: given })),
    onDone: (answer) => { own.add(answer.change); },
    refresh: () => [
      api.queryOptions("get", "/api/studies/{study}/reading/{source}/waiting", init).queryKey,
      api.queryOptions("get", "/api/studies/{study}/reading/{source}/beside", init).queryKey,
      ["get", "/api/studies/{study}/reading/{source}"],
    ],
  });
  const items = waiting.data ?? [];
  if (items.length === 0) return null;
  return (
    <section className="side-block" aria-label="Left by corrections">
      <h2>Left by corrections</h2>
      <p>These could not move with their words. Select where each belongs now, or drop it.</p>
      <ul className="side-list">
        {items.map((one) => {
          const proposal = one.start === null || one.end === null ? null : text.toUtf16(one.start, one.end);
          return (
            <li key={one.item}>
              <b>{one.what}, {one.about}</b>
              <span className="quotation">“{one.old}”</span>
              {proposal !== null && (
                <button type="button" className="linkish quotation" onClick={() => { onShow(proposal); }}>Proposed, {text.place(proposal)}: “{one.new}”</button>
              )}
              <Group gap={6}>
                {proposal !== null && <Button size="compact-xs" variant="default" onClick={() => { settle.mutate({ item: one.item, drop: false, start: null, end: null }); }}>Take the proposal</Button>}
                <Button size="compact-xs" variant="default" disabled={place === null} onClick={() => { if (place !== null) settle.mutate({ item: one.item, drop: false, ...text.toCodePoints(place) }); }}>Put on the selection</Button>
                <Button size="compact-xs" variant="subtle" color="gray" onClick={() => { settle.mutate({ item: one.item, drop: true, start: null, end: null }); }}>Drop</Button>
              </Group>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
