import { Anchor, Button, Group, Select, Stack, Text } from "@mantine/core";
import { Copy, Download } from "lucide-react";

import { api } from "@/api/client";
import { useFilters } from "@/shared/filters/useFilters";
import { usePut } from "@/shared/filters/usePut";
import { Answered, Empty, Waiting } from "@/shared/page/States";
import { tell, tellRefusal } from "@/shared/page/tell";

import type { Grid, Table } from "../model/types";

const GROUPS = ["site", "team", "organisation", "group", "pair"] as const;

function escaped(value: unknown): string {
  return String(value ?? "").replace(/[&<>]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[letter] ?? letter);
}

async function copied(table: Table): Promise<void> {
  const rows = [table.columns, ...table.values];
  const plain = rows.map((row) => row.map((value) => value ?? "").join("\t")).join("\n");
  const html = `<table>${rows.map((row) => `<tr>${row.map((value) => `<td>${escaped(value)}</td>`).join("")}</tr>`).join("")}</table>`;
  const kinds = { "text/plain": new Blob([plain], { type: "text/plain" }), "text/html": new Blob([html], { type: "text/html" }) };
  await navigator.clipboard.write([new ClipboardItem(kinds)]);
}

/** The sample as it is published: rows by columns, with a dash where there can be nobody. */
export default function PublishView({ study, grid }: { study: string; grid: Grid }) {
  const filters = useFilters();
  const put = usePut();
  const traits = [...grid.attributes.map((each) => each.name), ...GROUPS.filter((kind) => grid.cases.some((row) => row.kind === kind) && grid.attributes.every((each) => each.name !== kind))];
  const printed = api.useQuery("get", "/api/studies/{study}/sample/table/printed", { params: { path: { study } } });
  // Until something is chosen, what the report prints.
  const rows = filters.value("rows") || printed.data?.rows || (printed.isPending ? "" : (traits[0] ?? ""));
  const columns = filters.value("rows") === "" ? filters.value("columns") || (printed.data?.columns ?? "") : filters.value("columns");
  const of = filters.value("of") === "interviews" ? "interviews" : "people";
  const sub = filters.value("sub");
  const wave = filters.value("within");
  const asked = { rows, of, ...(columns === "" ? {} : { columns }), ...(sub === "" ? {} : { sub }), ...(wave === "" ? {} : { wave }) } as const;
  const query = api.useQuery("get", "/api/studies/{study}/sample/table", { params: { path: { study }, query: asked } }, { enabled: rows !== "" });
  const file = (ending: string): string => `/api/studies/${encodeURIComponent(study)}/sample/table/file?${new URLSearchParams({ ...asked, ending }).toString()}`;
  if (printed.isPending) return <Waiting what="Counting" />;
  if (rows === "") return <Empty title="Nothing to sort people by"><Text>The table’s rows and columns are attributes; add one beside the cases.</Text></Empty>;
  // With the first choice what was printed becomes chosen too, so that it can be changed or taken out.
  const choose = (name: string, chosen: string): void => {
    const next: Record<string, string> = { rows, columns, [name]: chosen };
    put({ ...next, ...(next.columns === next.rows && { columns: "" }) });
  };
  const choice = (label: string, name: string, value: string, data: readonly string[], none: string | null) => (
    <Select size="xs" label={label} data={[...data]} value={value === "" ? null : value} placeholder={none ?? ""} clearable={none !== null} allowDeselect={none !== null} onChange={(chosen) => { choose(name, chosen ?? ""); }} w={190} />
  );
  return (
    <Stack gap="lg">
      <Group align="flex-end" gap="sm">
        {choice("Rows", "rows", rows, traits, null)}
        {choice("Columns", "columns", columns, traits.filter((name) => name !== rows), "none")}
        {choice("Split each count by", "sub", sub, traits.filter((name) => name !== rows && name !== columns), "nothing")}
        {choice("Count", "of", of, ["people", "interviews"], null)}
        {grid.waves.length > 0 && choice("Wave", "within", wave, grid.waves.map((each) => each.name), "all")}
      </Group>
      <Answered query={query} what="Counting">
        {(table) => (
          <Stack gap="sm" align="flex-start">
            <div className="table-frame" tabIndex={0} role="region" aria-label="Sample table">
              <table className="quiet-table publish">
                <caption>{table.title}</caption>
                <thead>
                  <tr>{table.columns.map((name) => <th key={name} scope="col">{name}</th>)}</tr>
                </thead>
                <tbody>
                  {table.values.map((row) => (
                    <tr key={String(row[0])}>
                      {row.map((value, at) => (at === 0 ? <th key={table.columns[at]} scope="row">{value}</th> : <td key={table.columns[at]}>{value}</td>))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            {table.note !== "" && <Text size="sm" c="dimmed">{table.note}</Text>}
            <Group gap="xs">
              <Button size="compact-sm" variant="default" leftSection={<Copy size={14} aria-hidden />} onClick={() => { copied(table).then(() => { tell("The table is on the clipboard, for Word or a spreadsheet."); }, tellRefusal); }}>Copy the table</Button>
              {["docx", "xlsx"].map((ending) => (
                <Anchor key={ending} href={file(ending)} download={`sample.${ending}`} size="sm" style={{ display: "inline-flex", gap: 5, alignItems: "center", minHeight: 26, padding: "0 0.4rem" }}>
                  <Download size={14} aria-hidden /> Download .{ending}
                </Anchor>
              ))}
            </Group>
          </Stack>
        )}
      </Answered>
    </Stack>
  );
}
