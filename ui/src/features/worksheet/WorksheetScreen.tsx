import { Anchor, Button, Menu } from "@mantine/core";
import { Link, useNavigate, useParams } from "react-router";

import { api } from "@/api/client";
import { Page, usePageTitle } from "@/shared/page/Page";
import { Answered, Empty } from "@/shared/page/States";
import { useStudy } from "@/shared/page/useStudyName";
import { ThemePicker } from "@/shared/themes/ThemePicker";
import { useThemes } from "@/shared/themes/useThemes";

import { SheetView } from "./components/SheetView";
import type { Stand } from "./model/types";
import { useWorksheet } from "./model/useWorksheet";

/** The worksheet of a column; without one chosen, the columns and how far each worksheet is. */
export default function WorksheetScreen() {
  const study = useStudy();
  const given = useParams()["theme"];
  return given === undefined ? <Columns study={study} /> : <OneColumn key={given} study={study} theme={Number(given)} />;
}

function OneColumn({ study, theme }: { study: string; theme: number }) {
  const navigate = useNavigate();
  const themes = useThemes(study);
  const working = useWorksheet(study, theme);
  const base = `/s/${encodeURIComponent(study)}`;
  const file = (ending: string): string => `/api/studies/${encodeURIComponent(study)}/worksheets/${String(theme)}/file?ending=${ending}`;
  usePageTitle(working.query.data === undefined ? "Worksheet" : `Worksheet of ${working.query.data.number} ${working.query.data.name}`);
  return (
    <div className="ws-screen">
      <header className="ws-head">
        <h1>Worksheet</h1>
        <ThemePicker themes={themes} aria-label="Column" value={String(theme)} w={320} onPick={(picked) => { if (picked !== null) void navigate(`${base}/worksheet/${String(picked)}`); }} />
        <div className="actions">
          <Anchor component={Link} to={`${base}/worksheet`} size="sm">All columns</Anchor>
          <Anchor component={Link} to={`${base}/chart?theme=${String(themes.get(theme)?.parent ?? theme)}`} size="sm">Chart</Anchor>
          <Menu>
            <Menu.Target><Button size="compact-sm" variant="default">Export</Button></Menu.Target>
            <Menu.Dropdown>
              <Menu.Item component="a" href={file("docx")} download>Word (.docx)</Menu.Item>
              <Menu.Item component="a" href={file("xlsx")} download>Excel (.xlsx)</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      </header>
      <Answered query={working.query} what="Going down the column">{(sheet) => <SheetView study={study} sheet={sheet} working={working} />}</Answered>
    </div>
  );
}

function Columns({ study }: { study: string }) {
  const query = api.useQuery("get", "/api/studies/{study}/worksheets", { params: { path: { study } } });
  return (
    <Page title="Worksheets" about="Go down a column of the chart: draw elements from what was said, and group them into categories.">
      <Answered query={query} what="Looking at the columns">
        {(stands) => (stands.length === 0 ? <Empty title="Nothing is charted yet">A worksheet begins with what the cells of a column say.</Empty> : <StandTable study={study} stands={stands} />)}
      </Answered>
    </Page>
  );
}

const HEADS = ["Statements", "Not drawn from", "Elements", "In no category", "Categories", "To look at again"] as const;

function StandTable({ study, stands }: { study: string; stands: readonly Stand[] }) {
  return (
    <table className="quiet-table">
      <thead>
        <tr><th scope="col">Column</th>{HEADS.map((head) => <th key={head} scope="col" className="number">{head}</th>)}</tr>
      </thead>
      <tbody>
        {stands.map((stand) => (
          <tr key={stand.theme}>
            <td><Link to={`/s/${encodeURIComponent(study)}/worksheet/${String(stand.theme)}`}>{stand.number === "" ? `${stand.name} (no longer in use)` : `${stand.number} ${stand.name}`}</Link></td>
            {[stand.statements, stand.undrawn, stand.elements, stand.loose, stand.categories, stand.again].map((n, at) => <td key={HEADS[at]} className="number">{n === 0 ? "" : n}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
