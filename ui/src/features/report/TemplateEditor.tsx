import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, dataOf, http, REQUEST_KEY } from "@/api/client";
import { wordsOf } from "@/api/problem";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";
import { draftAt, keepDraft } from "@/shared/drafts/drafts";
import { tell } from "@/shared/page/tell";

type Outline = components["schemas"]["OutlineShown"];

/** The template as the text of its file: sections, their order, your own words, the pattern of attributions. */
export function TemplateEditor({ study, outline, onDone }: { study: string; outline: Outline; onDone: () => void }) {
  const cache = useQueryClient();
  const place = `${study} report template`;
  const [text, setText] = useState(() => draftAt(place) || outline.template);
  const forget = (): void => { keepDraft(place, ""); };
  const [refused, setRefused] = useState<string | null>(null);
  const keep = useWrite({
    label: "Change the template of the report",
    send: async (given: string, key) =>
      dataOf(
        await http.PUT("/api/studies/{study}/report/template", {
          params: { path: { study } },
          headers: { [REQUEST_KEY]: key },
          body: { text: given, rev: outline.rev },
        }),
      ),
    onDone: () => {
      forget();
      tell("The report has this template now.");
      void cache.invalidateQueries({ queryKey: api.queryOptions("get", "/api/studies/{study}/report", { params: { path: { study } } }).queryKey });
      onDone();
    },
    onRefused: (error) => { setRefused(wordsOf(error)); },
  });
  return (
    <Stack gap="xs" className="report-template">
      <Textarea
        label="Template"
        description="Sections in their order, each with an id, a heading and your own words; a blank line parts paragraphs. attribution names attributes in braces."
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          keepDraft(place, event.currentTarget.value);
          setRefused(null);
        }}
        error={refused}
        autosize
        minRows={12}
        maxRows={28}
        spellCheck={false}
      />
      <Group gap="xs">
        <Button onClick={() => { keep.mutate(text); }} loading={keep.isPending}>Use this template</Button>
        {outline.rev !== null && <Button variant="default" onClick={() => { keep.mutate(""); }}>Go back to the template of Trellis</Button>}
        <Button variant="subtle" color="gray" onClick={() => { forget(); onDone(); }}>Leave it</Button>
      </Group>
    </Stack>
  );
}
