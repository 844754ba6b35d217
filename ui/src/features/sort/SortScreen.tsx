import { ActionIcon, Button, Select, Text } from "@mantine/core";
import { ChevronLeft, ChevronRight, Printer } from "lucide-react";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";

import { api } from "@/api/client";
import type { components } from "@/api/schema";
import { hueStyle } from "@/shared/colour/hue";
import { useCommands } from "@/shared/commands/commands";
import { useFilters } from "@/shared/filters/useFilters";
import { Page } from "@/shared/page/Page";
import { Answered, Empty } from "@/shared/page/States";
import { counted } from "@/shared/page/when";
import { useStudy } from "@/shared/page/useStudyName";
import { ThemePicker } from "@/shared/themes/ThemePicker";
import type { Themes } from "@/shared/themes/themes";
import { useThemesOf } from "@/shared/themes/useThemes";

import { Extracts } from "./components/Extracts";
import { nextTheme } from "./model/groups";

type Framework = components["schemas"]["FrameworkShown"];

/** Sort and review: everything indexed under a sub-theme, across cases, on one page. */
export default function SortScreen() {
  const study = useStudy();
  const framework = api.useQuery("get", "/api/studies/{study}/framework", { params: { path: { study } } });
  return (
    <Page title="Sort and review" wide>
      <Answered query={framework} what="Reading the framework">{(data) => <Chosen study={study} framework={data} />}</Answered>
    </Page>
  );
}

/** The themes to choose from, each with how much is indexed under it. */
function ThemeList({ study, framework, themes, query }: { study: string; framework: Framework; themes: Themes; query: string }) {
  const live = [...framework.themes, ...framework.codes];
  if (live.length === 0) return <Empty title="No themes yet">Once there is a framework, all extracts under a theme stand here together, case by case, to be moved, split and reviewed.</Empty>;
  return (
    <nav aria-label="Themes">
      <Text size="sm" c="dimmed" mb="xs">All extracts under a theme and its sub-themes stand here together, case by case, to be moved, split and reviewed.</Text>
      <ul className="sort-themes">
        {live.map((theme) => (
          <li key={theme.k} className="hue" data-main={theme.depth === 0} style={hueStyle(themes.hue(theme.k))}>
            <Link to={`/s/${encodeURIComponent(study)}/sort/${String(theme.k)}?${query}`}>{theme.number} {theme.name}</Link>
            <span className="sort-facts">{counted(theme.below, "coding")}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Chosen({ study, framework }: { study: string; framework: Framework }) {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const filters = useFilters();
  const themes = useThemesOf(framework);
  const given = useParams()["theme"];
  const theme = given === undefined ? null : Number(given);
  const go = (to: number | null): void => {
    if (to !== null) void navigate(`/s/${encodeURIComponent(study)}/sort/${String(to)}?${params.toString()}`);
  };
  const step = (way: 1 | -1): number | null => nextTheme(framework.themes, theme, way);
  useCommands(
    [
      { id: "sort.onwards", label: "The next theme with extracts", group: "Sort and review", keys: "Shift+ArrowDown", run: () => { go(step(1)); } },
      { id: "sort.back", label: "The previous theme with extracts", group: "Sort and review", keys: "Shift+ArrowUp", run: () => { go(step(-1)); } },
    ],
    [],
  );
  const facets = api.useQuery("get", "/api/studies/{study}/search/facets", { params: { path: { study } } });
  const attributes = facets.data?.attributes.filter((attribute) => attribute.of === "case").map((attribute) => attribute.name) ?? [];
  return (
    <>
      <div className="sort-ask">
        <ThemePicker
          themes={themes}
          label="Theme"
          value={theme === null ? null : String(theme)}
          onPick={go}
          w={330}
        />
        <div className="sort-steps" role="group" aria-label="Go through the themes">
          <ActionIcon variant="default" size={36} aria-label="The previous theme with extracts" disabled={step(-1) === null} onClick={() => { go(step(-1)); }}><ChevronLeft size={16} aria-hidden /></ActionIcon>
          <ActionIcon variant="default" size={36} aria-label="The next theme with extracts" disabled={step(1) === null} onClick={() => { go(step(1)); }}><ChevronRight size={16} aria-hidden /></ActionIcon>
        </div>
        <Select
          label="Grouped by"
          size="sm"
          w={190}
          allowDeselect={false}
          value={filters.value("by")}
          data={[{ value: "", label: "case" }, ...attributes.map((name) => ({ value: name, label: name }))]}
          onChange={(by) => { filters.set("by", by ?? ""); }}
        />
        <Select
          label="Show"
          size="sm"
          w={170}
          allowDeselect={false}
          value={filters.value("show")}
          data={[{ value: "", label: "all extracts" }, { value: "open", label: "still to review" }, { value: "done", label: "reviewed" }]}
          onChange={(show) => { filters.set("show", show ?? ""); }}
        />
        {theme !== null && (
          <Button component={Link} variant="default" size="sm" leftSection={<Printer size={15} aria-hidden />} to={`/s/${encodeURIComponent(study)}/print/extracts/${String(theme)}${filters.value("by") === "" ? "" : `?by=${encodeURIComponent(filters.value("by"))}`}`}>
            Print
          </Button>
        )}
      </div>
      {theme === null ? (
        <ThemeList study={study} framework={framework} themes={themes} query={params.toString()} />
      ) : (
        <Extracts key={theme} study={study} theme={theme} framework={framework} themes={themes} by={filters.value("by")} show={filters.value("show")} />
      )}
    </>
  );
}
