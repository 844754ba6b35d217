import { Check } from "lucide-react";
import { Link } from "react-router";

import type { components } from "@/api/schema";

type Stand = components["schemas"]["SourceStandShown"];

const WORDS = new Intl.NumberFormat("en-GB");
/** English words run to about this many characters, the space included. */
const CHARACTERS_A_WORD = 5.6;

function about(length: number): string {
  const words = length / CHARACTERS_A_WORD;
  return WORDS.format(words < 1_000 ? Math.round(words / 10) * 10 : Math.round(words / 100) * 100);
}

function Read({ done }: { done: boolean }) {
  if (!done) return <span className="vh">not read</span>;
  return <><Check size={15} aria-hidden /> <span className="vh">read</span></>;
}

/** Source by source: who has read it, and how much is indexed. */
export function SourcesDone({ study, sources, people }: { study: string; sources: readonly Stand[]; people: readonly string[] }) {
  const readers = people.filter((person) => sources.some((source) => source.readers.includes(person)));
  const waves = sources.some((source) => source.wave !== null);
  return (
    <table className="quiet-table stand-table">
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">Kind</th>
          {waves && <th scope="col">Wave</th>}
          <th scope="col" className="number">About words</th>
          {readers.map((person) => (
            <th key={person} scope="col">Read by {person}</th>
          ))}
          <th scope="col" className="number">Codings</th>
          <th scope="col" className="number">Themes</th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <tr key={source.k}>
            <td><Link to={`/s/${encodeURIComponent(study)}/read/${String(source.k)}`}>{source.name}</Link></td>
            <td>{source.kind}</td>
            {waves && <td>{source.wave ?? ""}</td>}
            <td className="number">{about(source.length)}</td>
            {readers.map((person) => (
              <td key={person}><Read done={source.readers.includes(person)} /></td>
            ))}
            <td className="number">{source.codings === 0 ? "" : source.codings}</td>
            <td className="number">{source.themes === 0 ? "" : source.themes}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
