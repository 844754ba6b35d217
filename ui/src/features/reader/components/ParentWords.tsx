import { Button, Group, Modal } from "@mantine/core";
import { keepPreviousData } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";

import { api } from "@/api/client";
import type { components } from "@/api/schema";
import { Answered } from "@/shared/page/States";

import type { ReadText, Stretch } from "@/shared/text/transcript";

/** Code points on either side of the words, from a first look to the most that is shown at once. */
const WIDTHS = [600, 2_000, 5_000] as const;

/** What the study that this one was made from says around some words. For reading: nothing of it comes along. */
export default function ParentWords({ study, source, text, stretch, title, onClose }: {
  study: string;
  source: number;
  text: ReadText;
  stretch: Stretch;
  title: string;
  onClose: () => void;
}) {
  const [step, setStep] = useState(0);
  const around = WIDTHS[step] ?? WIDTHS[0];
  const query = { source, ...text.toCodePoints(stretch), around };
  const asked = api.useQuery("get", "/api/studies/{study}/parent-words", { params: { path: { study }, query } }, { placeholderData: keepPreviousData, retry: false });
  return (
    <Modal opened onClose={onClose} title={`What “${title}” says around here`} size="xl" closeButtonProps={{ "aria-label": "Close" }}>
      <Answered query={asked} what="Opening the parent study">
        {(found) => (
          <div className="parent-words">
            <p className="parent-place">{found.source}, {text.place(stretch)}. What did not come along is told here for reading.</p>
            <Words found={found} />
            <Group justify="flex-end">
              {(found.more_before || found.more_after) && step < WIDTHS.length - 1 && (
                <Button variant="default" loading={asked.isPlaceholderData} onClick={() => { setStep(step + 1); }}>More of it</Button>
              )}
              <Button variant="default" onClick={onClose}>Back to the text</Button>
            </Group>
          </div>
        )}
      </Answered>
    </Modal>
  );
}

/** Without the word that is cut at the beginning. */
function wholeWords(words: string): string {
  return words.replace(/^\S+\s/, "");
}

/** The words, scrolled to where they were asked for; the keyboard scrolls them. */
function Words({ found }: { found: components["schemas"]["ContextShown"] }) {
  const region = useRef<HTMLDivElement>(null);
  const asked = useRef<HTMLElement>(null);
  useEffect(() => {
    region.current?.focus({ preventScroll: true });
    asked.current?.scrollIntoView({ block: "center" });
  }, [found]);
  return (
    <div ref={region} className="parent-text" role="region" tabIndex={0} aria-label={`Words of “${found.study}”`}>
      {found.more_before ? `… ${wholeWords(found.before)}` : found.before}<mark ref={asked}>{found.words}</mark>{found.after}{found.more_after && " …"}
    </div>
  );
}
