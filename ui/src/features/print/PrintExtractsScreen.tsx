import { useParams } from "react-router";

import { api } from "@/api/client";
import type { components } from "@/api/schema";
import { useFilters } from "@/shared/filters/useFilters";
import { Answered, Empty } from "@/shared/page/States";
import { useStudy } from "@/shared/page/useStudyName";
import type { Themes } from "@/shared/themes/themes";
import { useThemes } from "@/shared/themes/useThemes";

import { PaperPage, usePaperSize } from "./components/PaperPage";

type Extract = components["schemas"]["ExtractShown"];

function placeOf(one: Extract): string {
  return [one.source, one.part === null ? "" : `turn ${String(one.part)}`, one.speaker ?? ""].filter((words) => words !== "").join(", ");
}

function Sheets({ extracts, themes, theme }: { extracts: readonly Extract[]; themes: Themes; theme: number }) {
  if (extracts.length === 0) return <Empty title="Nothing to print">Nothing is indexed under this theme.</Empty>;
  const order = themes.choices.map((choice) => choice.k);
  const subs = [...new Set(extracts.map((one) => one.theme))].sort((one, other) => order.indexOf(one) - order.indexOf(other));
  return subs.map((sub) => {
    const own = themes.get(sub);
    const here = extracts.filter((one) => one.theme === sub);
    const name = own === undefined ? "" : `${own.number} ${own.name}`;
    return (
      <table key={sub} className="paper-extracts" aria-label={name}>
        <thead>
          <tr><th scope="col"><h2>{name}{sub === theme && subs.length > 1 ? " (the theme itself)" : ""}</h2></th></tr>
        </thead>
        <tbody>
          {own !== undefined && own.definition !== "" && <tr><td className="paper-about">{own.definition}</td></tr>}
          {here.map((one, n) => {
            const group = one.groups.join(" · ");
            return (
              <tr key={one.k}>
                <td>
                  {group !== (here[n - 1]?.groups.join(" · ") ?? "") && <h3>{group === "" ? "not known" : group}</h3>}
                  <span className="paper-about">{placeOf(one)}{one.reviewed ? " · reviewed" : ""}</span>
                  <blockquote>{one.words}</blockquote>
                  {one.note !== "" && <span className="paper-about">[{one.note}]</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    );
  });
}

/** The extracts of a theme for the team's meeting, sub-theme by sub-theme, by case or attribute. */
export default function PrintExtractsScreen() {
  const study = useStudy();
  const filters = useFilters();
  const theme = Number(useParams()["theme"]);
  const paper = usePaperSize("A4");
  const themes = useThemes(study);
  const by = filters.value("by");
  const query = api.useQuery("get", "/api/studies/{study}/sort/{under}", {
    params: { path: { study, under: theme }, query: by === "" ? {} : { by } },
  });
  const foot = api.useQuery("get", "/api/studies/{study}/print/foot", { params: { path: { study } } });
  const own = themes.get(theme);
  return (
    <PaperPage
      title={`Print the extracts of ${own === undefined ? "a theme" : `${own.number} ${own.name}`}`}
      back={{ to: `/s/${encodeURIComponent(study)}/sort/${String(theme)}${by === "" ? "" : `?by=${encodeURIComponent(by)}`}`, words: "Back to Sort and review" }}
      foot={foot.data}
      paper={paper}
      across={false}
    >
      <Answered query={query} what="Reading the extracts">{(extracts) => <Sheets extracts={extracts} themes={themes} theme={theme} />}</Answered>
    </PaperPage>
  );
}
