import { Modal, Select, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";

import { Problem } from "@/api/problem";
import { Following } from "@/api/resting";
import { Conflict } from "@/shared/page/Conflict";
import { Changing, OnlyNow } from "@/shared/page/past";
import { tellRefusal } from "@/shared/page/tell";

import { EXPERIENCED, toldInWords, type Experienced, type Row, type Told } from "../model/intent";
import type { IntentDeeds } from "../model/useIntent";
import { Evidence } from "./Evidence";
import { Linking } from "./Linking";

type Said = Pick<Told, "value" | "text">;

/** A cell of the chart: how a group tells a provision, in which words, and what that rests on. */
export function ToldDialog({ study, row, group, told, deeds, onClose }: { study: string; row: Row; group: string; told: Told | null; deeds: IntentDeeds; onClose: () => void }) {
  const [text, setText] = useState<string | null>(null);
  /** What stood there when the words were begun. */
  const [begun, setBegun] = useState(0);
  const [odds, setOdds] = useState<{ mine: Said | null; theirs: Told | null } | null>(null);
  const [following] = useState(() => new Following());
  const put = async (said: Said | null, seen: number): Promise<void> => {
    setOdds(null);
    const base = following.begin("", seen);
    try {
      const { rev } = await deeds.tell.mutateAsync({ provision: row.k, group, value: said?.value ?? null, text: said?.text ?? "", base });
      // What was typed while this was on its way stays, and goes on from what this made.
      setText((now) => (now === null || now.trim() === (said?.text ?? "").trim() ? null : now));
      if (rev !== null) setBegun(said === null ? 0 : rev);
    } catch (error) {
      if (error instanceof Problem && error.slug === "outdated") setOdds({ mine: said, theirs: error.current as Told | null });
      else tellRefusal(error, "The cell was not changed");
    } finally {
      following.end("");
    }
  };
  const seen = text === null ? (told?.rev ?? 0) : begun;
  const choose = (value: Experienced | null): void => { void put(value === null ? null : { value, text: text ?? told?.text ?? "" }, odds === null ? seen : (odds.theirs?.rev ?? 0)); };
  const keep = (): void => {
    if (text === null || told === null || odds !== null) return;
    if (text.trim() === told.text) setText(null);
    else void put({ value: told.value, text }, seen);
  };
  return (
    <Modal opened onClose={() => { keep(); onClose(); }} title={`${group}, on “${row.text}”`} size="lg" closeButtonProps={{ "aria-label": "Close" }}>
      <Stack gap="sm">
        <section aria-label="What the document says"><Evidence study={study} pieces={row.evidence} /></section>
        {odds !== null && (
          <Conflict what="cell" mine={toldInWords(odds.mine)} theirs={toldInWords(odds.theirs)} onMine={() => { void put(odds.mine, odds.theirs?.rev ?? 0); }} onTheirs={() => { setOdds(null); setText(null); }} />
        )}
        <Changing>
          <Select label="How it is told" placeholder="not said" data={[...EXPERIENCED]} value={told?.value ?? null} clearable clearButtonProps={{ "aria-label": "Take it back" }} onChange={(value) => { choose(value as Experienced | null); }} />
          <Textarea
            label="In words" autosize minRows={2} value={text ?? told?.text ?? ""}
            onChange={(event) => { if (text === null) setBegun(told?.rev ?? 0); setText(event.currentTarget.value); }} onBlur={keep}
            onKeyDown={(event) => { if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); keep(); } }}
          />
        </Changing>
        <section aria-label="What this rests on">
          <h3 className="dialog-head">Rests on</h3>
          {told === null ? <Text size="sm" c="dimmed">Say how it is told; then the words behind it are linked here.</Text> : told.evidence.length === 0 ? <Text size="sm" c="dimmed">Nothing yet.</Text> : <Evidence study={study} pieces={told.evidence} onRemove={(k) => { deeds.unlink.mutate(k); }} />}
        </section>
        {told !== null && (
          <OnlyNow><section aria-label="Link words">
            <Linking study={study} documents={false} sides action="Link these words" error={deeds.link.error} onLink={(words, side, done) => { deeds.link.mutate({ provision: row.k, group, side, ...words }, { onSuccess: done }); }} />
          </section></OnlyNow>
        )}
      </Stack>
    </Modal>
  );
}
