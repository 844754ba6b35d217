import { Anchor, Group, Select, useComputedColorScheme } from "@mantine/core";
import { Download } from "lucide-react";

import { api } from "@/api/client";
import { useFilters } from "@/shared/filters/useFilters";

import type { Asked, Grid, Kind } from "../model/types";

/** The table that answers a question; counted when it is asked, not at every change of the study. */
export function useTable(study: string, kind: Kind, query: Asked, enabled = true) {
  return api.useQuery("get", "/api/studies/{study}/explore/tables/{kind}", { params: { path: { study, kind }, query } }, { enabled, retry: false });
}

function addressed(query: Asked): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}

/** Where the picture of an answer is, as a file. */
function pictureAt(study: string, kind: "saturation" | "voices", query: Asked): string {
  return `/api/studies/${encodeURIComponent(study)}/explore/pictures/${kind}?${addressed(query)}`;
}

/** The picture of an answer in the colours of the page. */
export function Drawn({ study, kind, query, alt, height }: { study: string; kind: "saturation" | "voices"; query: Asked; alt: string; height: number }) {
  const dark = useComputedColorScheme() === "dark";
  return <div className="paper"><img src={`${pictureAt(study, kind, query)}${dark ? "&dark=true" : ""}`} alt={alt} width={720} height={height} /></div>;
}

/** The numbers as CSV, and the picture as SVG where there is one. */
export function Files({ study, kind, query, picture }: { study: string; kind: Kind; query: Asked; picture?: "saturation" | "voices" }) {
  const csv = `/api/studies/${encodeURIComponent(study)}/explore/tables/${kind}/csv?${addressed(query)}`;
  return (
    <Group gap="sm" className="files">
      <Anchor href={csv} download={`${kind}.csv`} size="sm"><Download size={14} aria-hidden /> Numbers as .csv</Anchor>
      {picture !== undefined && <Anchor href={pictureAt(study, picture, query)} download={`${picture}.svg`} size="sm"><Download size={14} aria-hidden /> Picture as .svg</Anchor>}
    </Group>
  );
}

/** An attribute of cases, kept in the address. */
export function AttributePick({ grid, name = "attribute", label, none = null }: { grid: Grid; name?: string; label: string; none?: string | null }) {
  const filters = useFilters();
  const chosen = attributeOf(grid, filters.value(name), none !== null);
  return <Select size="xs" label={label} data={grid.attributes.map((each) => each.name)} value={chosen === "" ? null : chosen} placeholder={none ?? ""} clearable={none !== null} allowDeselect={none !== null} onChange={(value) => { filters.set(name, value ?? ""); }} w={none === null ? 190 : 240} />;
}

/** The attribute that is meant: the one in the address, else the first with categories; "" where none is wanted. */
export function attributeOf(grid: Grid, given: string, mayBeNone = false): string {
  if (grid.attributes.some((each) => each.name === given)) return given;
  return mayBeNone ? "" : (grid.attributes.find((each) => each.levels.length > 0)?.name ?? grid.attributes[0]?.name ?? "");
}
