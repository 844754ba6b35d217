import { Table } from "@mantine/core";
import { Link } from "react-router";

import { api } from "@/api/client";
import { FilterChips, type Facet } from "@/shared/filters/FilterChips";
import { useFilters } from "@/shared/filters/useFilters";
import { Page } from "@/shared/page/Page";
import { Answered, Empty } from "@/shared/page/States";
import { useStudy } from "@/shared/page/useStudyName";

import type { components } from "@/api/schema";

type Readable = components["schemas"]["ReadableShown"];

/** Every source that can be read, with how much is indexed and who has read it. */
export default function RoomScreen() {
  const study = useStudy();
  const shelf = api.useQuery("get", "/api/studies/{study}/reading", { params: { path: { study } } });
  return (
    <Page title="Read and index" about="Open a source to read it and to index it under the framework.">
      <Answered query={shelf} what="Reading the list of sources">
        {(sources) => (sources.length === 0 ? <Empty title="There is nothing to read yet">Bring in transcripts on the sources screen.</Empty> : <Shelf study={study} sources={sources} />)}
      </Answered>
    </Page>
  );
}

function Shelf({ study, sources }: { study: string; sources: readonly Readable[] }) {
  const filters = useFilters();
  const round = filters.value("round");
  const kinds = [...new Set(sources.map((source) => source.kind))];
  const waves = [...new Set(sources.flatMap((source) => source.wave ?? []))];
  const facets: Facet[] = [
    { name: "kind", label: "Kind", choices: kinds.map((kind) => ({ value: kind, label: kind })) },
    ...(waves.length === 0 ? [] : [{ name: "wave", label: "Wave", choices: waves.map((wave) => ({ value: wave, label: wave })) }]),
    { name: "read", label: "Read", choices: [{ value: "no", label: "by nobody yet" }, { value: "yes", label: "by somebody" }] },
  ];
  const keeps = (name: string, value: string | null): boolean => filters.values(name).length === 0 || filters.values(name).includes(value ?? "");
  const listed = sources.filter((source) => keeps("kind", source.kind) && keeps("wave", source.wave) && keeps("read", source.read.length === 0 ? "no" : "yes"));
  return (
    <>
      <FilterChips facets={facets} />
      <Table className="quiet-table" mt="sm">
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Kind</th>
            <th scope="col">Wave</th>
            <th scope="col" className="number">Turns</th>
            <th scope="col" className="number">Codings</th>
            <th scope="col">Who has read it</th>
          </tr>
        </thead>
        <tbody>
          {listed.map((source) => (
            <tr key={source.k}>
              <th scope="row" style={{ fontSize: "inherit", color: "inherit" }}>
                <Link to={`/s/${encodeURIComponent(study)}/read/${String(source.k)}${round === "" ? "" : `?round=${round}`}`}>{source.name}</Link>
              </th>
              <td>{source.kind}</td>
              <td>{source.wave ?? ""}</td>
              <td className="number">{source.turns}</td>
              <td className="number">{source.codings}</td>
              <td>{source.read.map((each) => `${each.person}${each.turn === null ? "" : ` to turn ${String(each.turn)}`}`).join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}
