import { CloseButton, Text } from "@mantine/core";
import { Link } from "react-router";

import { api } from "@/api/client";
import { Answered } from "@/shared/page/States";

import type { Asked } from "../model/types";
import { useTable } from "./Asked";

/** The words behind a count, each with a link into its transcript. */
export function Words({ study, kind, query, title, onClose }: { study: string; kind: "words" | "together"; query: Asked; title: string; onClose: () => void }) {
  const found = useTable(study, kind, query);
  const sources = api.useQuery("get", "/api/studies/{study}/reading", { params: { path: { study } } });
  const keys = new Map((sources.data ?? []).map((one) => [one.name, one.k]));
  return (
    <aside className="words" aria-label={title}>
      <header><h2>{title}</h2><CloseButton size="sm" aria-label="Put the words away" onClick={onClose} /></header>
      <Answered query={found} what="Reading the words">
        {(table) => {
          const at = (name: string): number => table.columns.indexOf(name);
          return (
            <>
              <Text size="sm" c="dimmed">{table.values.length} extracts</Text>
              {table.values.map((row, n) => {
                const source = String(row[at("source")]);
                const k = keys.get(source);
                const place = `${String(row[at("start")])}-${String(row[at("end")])}`;
                return (
                  <blockquote key={n}>
                    {String(row[at("words")])}
                    <footer>{String(row[at("cases")] ?? "")} · {k === undefined ? source : <Link to={`/s/${encodeURIComponent(study)}/read/${String(k)}?at=${place}`}>{source}</Link>}</footer>
                  </blockquote>
                );
              })}
            </>
          );
        }}
      </Answered>
    </aside>
  );
}
