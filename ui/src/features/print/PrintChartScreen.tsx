import { Checkbox, SegmentedControl } from "@mantine/core";
import { Fragment } from "react";
import { useSearchParams } from "react-router";

import { api } from "@/api/client";
import { useFilters } from "@/shared/filters/useFilters";
import { Answered, Empty } from "@/shared/page/States";
import { useStudy } from "@/shared/page/useStudyName";

import { PaperPage, usePaperSize } from "./components/PaperPage";
import { caseSheets, cellsOf, headOf, themeSheets, type CaseSheet, type Cell, type Paper, type Printed, type ThemeSheet } from "./model/sheets";

function CellWords({ cell }: { cell: Cell | undefined }) {
  if (cell === undefined) return null;
  return (
    <>
      {cell.blank !== null && <span className="paper-blank">({cell.blank})</span>}
      {cell.lines.map((line, n) => (
        // Lines of a sheet have no key and never move.
        <p key={n} data-layer={line.layer}>
          {line.layer === "verbatim" ? `“${line.text}”` : line.layer === "comment" ? `[${line.text}]` : line.text}
          {line.references !== "" && <span className="paper-ref"> ({line.references})</span>}
        </p>
      ))}
    </>
  );
}

/** Rows with a head over each group. */
function inGroups(printed: Printed): { label: string | null; at: number }[] {
  let before: string | null = null;
  return printed.rows.map((row, at) => {
    const here = row.groups.map((value) => (value === "" ? "not known" : value)).join(" · ");
    const label = printed.grouping.length > 0 && here !== before ? here : null;
    before = here;
    return { label, at };
  });
}

function ByTheme({ printed, sheet }: { printed: Printed; sheet: ThemeSheet }) {
  const cell = cellsOf(printed);
  const { theme, columns, part, parts } = sheet;
  const name = `${theme.number} ${theme.name}${parts > 1 ? ` (part ${String(part)} of ${String(parts)})` : ""}`;
  return (
    <table className="paper-table" aria-label={name}>
      <colgroup>
        <col style={{ width: "13%" }} />
        {columns.map((column) => <col key={column.theme} />)}
      </colgroup>
      <thead>
        <tr className="paper-title"><th scope="colgroup" colSpan={columns.length + 1}><h2>{name}</h2></th></tr>
        <tr>
          <th scope="col">Case</th>
          {columns.map((column) => <th key={column.theme} scope="col">{column.number} {column.name}</th>)}
        </tr>
      </thead>
      <tbody>
        {inGroups(printed).map(({ label, at }) => {
          const row = printed.rows[at];
          if (row === undefined) return null;
          return (
            <Fragment key={at}>
              {label !== null && <tr className="group"><th scope="rowgroup" colSpan={columns.length + 1}>{label}</th></tr>}
              <tr>
                <th scope="row">{row.name}<br /><span className="paper-about">{headOf(printed, row)}</span></th>
                {columns.map((column, n) => <td key={column.theme}><CellWords cell={cell(at, sheet.at + n)} /></td>)}
              </tr>
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

function ByCase({ printed, sheet }: { printed: Printed; sheet: CaseSheet }) {
  const cell = cellsOf(printed);
  const starts = printed.themes.map((_theme, n) => printed.themes.slice(0, n).reduce((sum, each) => sum + each.columns.length, 0));
  return (
    <table className="paper-table" aria-label={sheet.name}>
      <colgroup>
        <col style={{ width: "20%" }} />
        {sheet.waves.map((wave) => <col key={wave.name} />)}
      </colgroup>
      <thead>
        <tr className="paper-title"><th scope="colgroup" colSpan={sheet.waves.length + 1}><h2>{sheet.name}</h2></th></tr>
        <tr>
          <th scope="col">Theme</th>
          {sheet.waves.map((wave) => (
            <th key={wave.name} scope="col">
              {wave.name === "" ? "All that was said" : wave.name}<br /><span className="paper-about">{wave.row < 0 ? wave.status : wave.about}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {printed.themes.map((theme, n) => (
          <Fragment key={theme.theme}>
            <tr className="group"><th scope="rowgroup" colSpan={sheet.waves.length + 1}>{theme.number} {theme.name}</th></tr>
            {theme.columns.map((column, at) => (
              <tr key={column.theme}>
                <th scope="row">{column.number} {column.name}</th>
                {sheet.waves.map((wave) => (
                  <td key={wave.name} className={wave.row < 0 ? "paper-none" : undefined}>
                    {wave.row >= 0 && <CellWords cell={cell(wave.row, (starts[n] ?? 0) + at)} />}
                  </td>
                ))}
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Sheets({ printed, paper, byCase }: { printed: Printed; paper: Paper; byCase: boolean }) {
  if (printed.rows.length === 0 || printed.themes.length === 0) return <Empty title="Nothing to print">No row or no theme fits.</Empty>;
  if (byCase) return caseSheets(printed).map((sheet) => <ByCase key={sheet.case} printed={printed} sheet={sheet} />);
  return themeSheets(printed, paper).map((sheet) => <ByTheme key={`${String(sheet.theme.theme)} ${String(sheet.part)}`} printed={printed} sheet={sheet} />);
}

/** A chart for the team's table: by theme or by case, under the rules of every export. */
export default function PrintChartScreen() {
  const study = useStudy();
  const filters = useFilters();
  const [params] = useSearchParams();
  const paper = usePaperSize("A3");
  const byCase = filters.value("by") === "case";
  const comments = filters.value("comments") === "yes";
  const keys = (name: string): number[] => filters.values(name).map(Number);
  const some = <T,>(name: string, values: T[]) => (values.length === 0 ? {} : { [name]: values });
  const query = api.useQuery("get", "/api/studies/{study}/print/chart", {
    params: {
      path: { study },
      query: {
        ...some("theme", keys("theme")),
        ...some("case", keys("case")),
        ...some("wave", keys("wave")),
        ...some("group", filters.values("group")),
        ...some("sort", filters.values("sort")),
        comments,
      },
    },
  });
  const back = new URLSearchParams(params);
  for (const name of ["by", "paper", "comments", "case"]) back.delete(name);
  return (
    <PaperPage
      title={byCase ? "Print the chart by case" : "Print the chart by theme"}
      back={{ to: `/s/${encodeURIComponent(study)}/chart?${back.toString()}`, words: "Back to the chart" }}
      foot={query.data?.foot}
      paper={paper}
      across
      controls={
        <>
          <SegmentedControl
            size="xs"
            aria-label="Sheets by"
            data={[
              { value: "theme", label: "By theme" },
              { value: "case", label: "By case" },
            ]}
            value={byCase ? "case" : "theme"}
            onChange={(value) => { filters.set("by", value === "case" ? "case" : ""); }}
          />
          <Checkbox
            size="xs"
            label="With the analyst’s comments"
            checked={comments}
            onChange={(event) => { filters.set("comments", event.currentTarget.checked ? "yes" : ""); }}
          />
        </>
      }
    >
      <Answered query={query} what="Reading the chart">{(printed) => <Sheets printed={printed} paper={paper} byCase={byCase} />}</Answered>
    </PaperPage>
  );
}
