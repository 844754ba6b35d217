import { useMemo, type CSSProperties } from "react";

import { density } from "../model/density";
import type { Mark } from "../model/marks";
import type { ReadText, Stretch } from "@/shared/text/transcript";

const BINS = 120;
const FULL = 3;

/** How densely the source is indexed, from its beginning to its end. For the eye; a click goes there. */
export function DensityStrip({ text, marks, onGo }: { text: ReadText; marks: readonly Mark[]; onGo: (stretch: Stretch) => void }) {
  const bins = useMemo(() => density(text.text.length, marks, BINS), [text, marks]);
  return (
    <div
      className="density"
      aria-hidden
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const at = Math.floor(((event.clientY - box.top) / box.height) * text.text.length);
        onGo({ start: at, end: at });
      }}
    >
      {bins.map((much, at) => (
        <span key={at} style={{ "--much": String(Math.min(1, much / FULL)) } as CSSProperties} />
      ))}
    </div>
  );
}
