import { Button, Select } from "@mantine/core";
import { Printer } from "lucide-react";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";

import { api } from "@/api/client";
import { useFilters } from "@/shared/filters/useFilters";
import { Page } from "@/shared/page/Page";
import { Answered, Empty } from "@/shared/page/States";
import { useStudy } from "@/shared/page/useStudyName";
import { ThemePicker } from "@/shared/themes/ThemePicker";
import { useThemesOf } from "@/shared/themes/useThemes";
import type { components } from "@/api/schema";

import { Extracts } from "./components/Extracts";

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

function Chosen({ study, framework }: { study: string; framework: components["schemas"]["FrameworkShown"] }) {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const filters = useFilters();
  const themes = useThemesOf(framework);
  const given = useParams()["theme"];
  const theme = given === undefined ? null : Number(given);
  const facets = api.useQuery("get", "/api/studies/{study}/search/facets", { params: { path: { study } } });
  const attributes = facets.data?.attributes.filter((attribute) => attribute.of === "case").map((attribute) => attribute.name) ?? [];
  return (
    <>
      <div className="sort-ask">
        <ThemePicker
          themes={themes}
          label="Theme"
          value={theme === null ? null : String(theme)}
          onPick={(picked) => { if (picked !== null) void navigate(`/s/${encodeURIComponent(study)}/sort/${String(picked)}?${params.toString()}`); }}
          w={330}
          {...(theme === null ? { autoFocus: true } : {})}
        />
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
        <Empty title="Choose a theme">All extracts under it and its sub-themes stand here together, case by case, to be moved, split and reviewed.</Empty>
      ) : (
        <Extracts key={theme} study={study} theme={theme} framework={framework} themes={themes} by={filters.value("by")} show={filters.value("show")} />
      )}
    </>
  );
}
