import { useMemo } from "react";
import { useParams } from "react-router";

import { api } from "@/api/client";
import type { components } from "@/api/schema";
import { Answered } from "@/shared/page/States";
import { useStudy } from "@/shared/page/useStudyName";
import { Offsets } from "@/shared/text/offsets";
import { useThemes } from "@/shared/themes/useThemes";

import { PaperPage, usePaperSize } from "./components/PaperPage";
import { besideLine, linesOf, type Line, type Stretch } from "./model/lines";

type Opened = components["schemas"]["SourceOpened"];
type Coding = components["schemas"]["CodingShown"];

interface Turn {
  n: number;
  who: string;
  lines: Line[];
}

function turnsOf(source: Opened): Turn[] {
  const offsets = new Offsets(source.text);
  const turns: Turn[] = [];
  let next = 1;
  for (const part of source.parts) {
    if (part.kind === "page" || part.end <= part.words) continue;
    const lines = linesOf(offsets.slice(part.words, part.end).trimEnd(), part.words, next);
    next += lines.length;
    turns.push({ n: part.n, who: part.label ?? "", lines });
  }
  return turns;
}

function Sheets({ source, codings, study }: { source: Opened; codings: readonly Coding[]; study: string }) {
  const themes = useThemes(study);
  const turns = useMemo(() => turnsOf(source), [source]);
  const every = useMemo(() => turns.flatMap((turn) => turn.lines), [turns]);
  const stretches = useMemo(
    () => codings.map((coding): Stretch => {
      const theme = themes.get(coding.theme);
      return { start: coding.start, end: coding.end, label: theme === undefined ? "" : theme.number || theme.name };
    }),
    [codings, themes],
  );
  const about = [source.wave, source.held_on, ...source.cases.map((each) => each.name)].filter((words) => words !== null && words !== "").join(" · ");
  return (
    <table className="paper-lines" aria-label={source.name}>
      <thead>
        <tr><th colSpan={3} scope="colgroup"><h2>{source.name} <span className="paper-about">{about}</span></h2></th></tr>
      </thead>
      <tbody>
        {turns.map((turn) => [
          <tr key={`who ${String(turn.n)}`} className="who"><th className="no" scope="row">{turn.n}</th>{turn.who === "" ? <td colSpan={2} /> : <th colSpan={2} scope="row">{turn.who}</th>}</tr>,
          ...turn.lines.map((line) => (
            <tr key={line.n}>
              <td className="no">{line.n}</td>
              <td className="words">{line.words}</td>
              <td className="themes">{besideLine(line, stretches, every).join("  ")}</td>
            </tr>
          )),
        ])}
      </tbody>
    </table>
  );
}

/** A transcript for reading on paper: turns and lines numbered, the themes it is indexed under beside the lines. */
export default function PrintSourceScreen() {
  const study = useStudy();
  const source = Number(useParams()["source"]);
  const paper = usePaperSize("A4");
  const path = { study, source };
  const opened = api.useQuery("get", "/api/studies/{study}/reading/{source}", { params: { path } });
  const beside = api.useQuery("get", "/api/studies/{study}/reading/{source}/beside", { params: { path } });
  const foot = api.useQuery("get", "/api/studies/{study}/print/foot", { params: { path: { study } } });
  return (
    <PaperPage
      title={`Print ${opened.data?.name ?? "a transcript"}`}
      back={{ to: `/s/${encodeURIComponent(study)}/read/${String(source)}`, words: "Back to the transcript" }}
      foot={foot.data}
      paper={paper}
      across={false}
    >
      <Answered query={opened} what="Reading the transcript">
        {(found) => <Answered query={beside}>{({ codings }) => <Sheets source={found} codings={codings} study={study} />}</Answered>}
      </Answered>
    </PaperPage>
  );
}
