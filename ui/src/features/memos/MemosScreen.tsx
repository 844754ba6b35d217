import "./memos.css";

import { Button, Group, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";

import { api, dataOf, http, REQUEST_KEY, restingOn } from "@/api/client";
import { usePast } from "@/api/past";
import { useWrite } from "@/api/writes";
import { FilterChips, type Facet } from "@/shared/filters/FilterChips";
import { useFilters } from "@/shared/filters/useFilters";
import { Page } from "@/shared/page/Page";
import { Answered, Empty } from "@/shared/page/States";
import { useStudy } from "@/shared/page/useStudyName";
import { inFull } from "@/shared/page/when";

import { aboutOf, pageOf, topicOf, type Memo, type Written } from "./model/place";

const MEMOS = "/api/studies/{study}/memos";
const KINDS = ["analytic", "field note", "reflexive", "decision", "margin"] as const;

function useMemoWrites(study: string) {
  const refresh = () => [["get", MEMOS, { params: { path: { study } } }]];
  const path = { study };
  const add = useWrite({
    label: "Memo",
    send: async (given: Written, request) => dataOf(await http.POST(MEMOS, { params: { path }, headers: { [REQUEST_KEY]: request }, body: given })),
    refresh,
  });
  const edit = useWrite({
    label: "Memo",
    send: async ({ memo, text }: { memo: Memo; text: string }, request) =>
      dataOf(await http.PATCH("/api/studies/{study}/memos/{memo}", { params: { path: { study, memo: memo.k } }, headers: { [REQUEST_KEY]: request, ...restingOn(memo.rev) }, body: { text } })),
    refresh,
  });
  const remove = useWrite({
    label: "Remove a memo",
    send: async (memo: Memo, request) =>
      dataOf(await http.DELETE("/api/studies/{study}/memos/{memo}", { params: { path: { study, memo: memo.k } }, headers: { [REQUEST_KEY]: request, ...restingOn(memo.rev) } })),
    refresh,
  });
  return { add, edit, remove };
}

type Writes = ReturnType<typeof useMemoWrites>;

/** Every memo of the study, and a field for a new one on the study or on what the address names. */
export default function MemosScreen() {
  const study = useStudy();
  const past = usePast(study);
  const query = api.useQuery("get", MEMOS, { params: { path: { study } } });
  const writes = useMemoWrites(study);
  const filters = useFilters();
  const [sought, setSought] = useState("");
  const about = filters.value("about");
  const fits = (name: string, value: string): boolean => filters.values(name).length === 0 || filters.values(name).includes(value);
  return (
    <Page title="Memos" about="What the team thinks, saw, doubts and decides. Memos beside words stand in the margin of their source, too.">
      <Answered query={query} what="Reading the memos">
        {(memos) => {
          const shown = memos.filter(
            (memo) => fits("kind", memo.kind) && fits("on", memo.about_kind) && fits("by", memo.by) && (about === "" || aboutOf(memo) === about) && memo.text.toLowerCase().includes(sought.toLowerCase()),
          );
          const named = about === "" ? "" : (memos.find((memo) => aboutOf(memo) === about)?.about ?? `this ${about.split(":")[0] ?? "thing"}`);
          return (
            <>
              {past === null && <NewMemo about={about} named={named} writes={writes} />}
              <div className="chips" style={{ margin: "0.75rem 0" }}>
                <TextInput size="xs" aria-label="Words in the memo" placeholder="Words in the memo" value={sought} onChange={(event) => { setSought(event.currentTarget.value); }} />
                <FilterChips facets={facetsOf(memos)} />
                {about !== "" && <button type="button" className="pick" aria-pressed onClick={() => { filters.set("about", ""); }}>About {named} ×</button>}
              </div>
              {shown.length === 0 && <Empty title={memos.length === 0 ? "No memo is written yet" : "No memo is left by this filter"} />}
              <ul className="memos">
                {shown.map((memo) => <OneMemo key={memo.k} study={study} memo={memo} writes={past === null ? writes : null} />)}
              </ul>
            </>
          );
        }}
      </Answered>
    </Page>
  );
}

function facetsOf(memos: readonly Memo[]): Facet[] {
  const tally = (pick: (memo: Memo) => string) => {
    const found = new Map<string, number>();
    for (const memo of memos) found.set(pick(memo), (found.get(pick(memo)) ?? 0) + 1);
    return [...found].sort().map(([value, count]) => ({ value, label: value, count }));
  };
  return [
    { name: "kind", label: "Kind", choices: tally((memo) => memo.kind) },
    { name: "on", label: "About", choices: tally((memo) => memo.about_kind) },
    { name: "by", label: "Who", choices: tally((memo) => memo.by) },
  ];
}

function NewMemo({ about, named, writes }: { about: string; named: string; writes: Writes }) {
  const draft = `memos.${about}`;
  const [text, setText] = useState(() => sessionStorage.getItem(draft) ?? "");
  const [kind, setKind] = useState<(typeof KINDS)[number]>("analytic");
  const add = (): void => {
    writes.add.mutate({ text, kind, ...topicOf(about) }, { onSuccess: () => { sessionStorage.removeItem(draft); } });
    setText("");
  };
  return (
    <form
      className="new-memo"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "") add();
      }}
    >
      <Textarea
        label={`New memo on ${about === "" ? "the study" : named}`}
        autosize
        minRows={2}
        maxRows={12}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          sessionStorage.setItem(draft, event.currentTarget.value);
        }}
      />
      <Group gap="xs" align="end">
        <NativeSelect size="xs" label="Kind" value={kind} onChange={(event) => { setKind(event.currentTarget.value as (typeof KINDS)[number]); }} data={[...KINDS]} />
        <Button type="submit" size="xs" disabled={text.trim() === ""}>Write the memo</Button>
      </Group>
    </form>
  );
}

function OneMemo({ study, memo, writes }: { study: string; memo: Memo; writes: Writes | null }) {
  const [words, setWords] = useState<string | null>(null);
  const page = pageOf(memo);
  return (
    <li aria-label={`Memo on ${memo.about}`}>
      <div className="memo-head">
        {page === null ? <b>{memo.about}</b> : <Link to={`/s/${encodeURIComponent(study)}/${page}`}>{memo.about}</Link>}
        <span>{memo.kind} · {memo.by} · {inFull(memo.at)}</span>
      </div>
      {words === null ? <p>{memo.text}</p> : <Textarea aria-label="Words of the memo" autosize maxRows={14} value={words} onChange={(event) => { setWords(event.currentTarget.value); }} />}
      {writes !== null && (
        <Group gap={6}>
          {words === null ? (
            <>
              <Button size="compact-sm" variant="default" onClick={() => { setWords(memo.text); }}>Edit</Button>
              <Button size="compact-sm" variant="subtle" color="gray" onClick={() => { writes.remove.mutate(memo); }}>Remove</Button>
            </>
          ) : (
            <>
              <Button size="compact-sm" disabled={words.trim() === ""} onClick={() => { writes.edit.mutate({ memo, text: words }); setWords(null); }}>Keep</Button>
              <Button size="compact-sm" variant="subtle" color="gray" onClick={() => { setWords(null); }}>Leave as it was</Button>
            </>
          )}
        </Group>
      )}
    </li>
  );
}
