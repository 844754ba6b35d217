import { memo } from "react";

import { hueStyle } from "@/shared/colour/hue";

import { usePointing } from "../hooks/store";
import type { Mark } from "../model/marks";
import { cut } from "../model/segments";
import type { Turn } from "@/shared/text/transcript";
import type { Themes } from "@/shared/themes/themes";

/** The words of a row as plain text: what is far from the view. */
export function PlainWords({ turn }: { turn: Turn }) {
  return (
    <Block turn={turn}>
      <span data-from={turn.start}>{turn.words}</span>
    </Block>
  );
}

/** The words of a row, cut at every boundary of a coding; each piece lies under the codings that cover it. */
export const CodedWords = memo(function CodedWords({ turn, marks, themes }: { turn: Turn; marks: readonly Mark[]; themes: Themes }) {
  const lit = usePointing(({ lit, chosen }) => {
    const wanted = lit ?? chosen;
    return wanted !== null && marks.some((mark) => mark.k === wanted) ? wanted : null;
  });
  const byKey = new Map(marks.map((mark) => [mark.k, mark]));
  return (
    <Block turn={turn}>
      {cut(turn, marks).map(({ start, end, over }) => {
        const words = turn.words.slice(start - turn.start, end - turn.start);
        // The latest to begin is the one nearest to these words; the one before it shows as a second line.
        const top = over.length === 0 ? undefined : byKey.get(over[over.length - 1] as number);
        if (top === undefined) return <span key={start} data-from={start}>{words}</span>;
        const second = over.length > 1 ? byKey.get(over[over.length - 2] as number) : undefined;
        return (
          <mark
            key={start}
            className="piece hue"
            data-from={start}
            data-over={over.join(" ")}
            data-lit={lit !== null && over.includes(lit)}
            data-second={second !== undefined}
            style={{ ...hueStyle(themes.hue(top.coding.theme)), ...(second === undefined ? {} : { "--second": String(themes.hue(second.coding.theme) ?? 0) }) }}
          >
            {words}
          </mark>
        );
      })}
    </Block>
  );
});

function Block({ turn, children }: { turn: Turn; children: React.ReactNode }) {
  if (turn.kind === "heading") {
    return (
      <div className="words" role="heading" aria-level={Math.min(6, 2 + (turn.level ?? 1))} data-row={turn.index} data-start={turn.start}>
        {children}
      </div>
    );
  }
  return (
    <p className="words" data-row={turn.index} data-start={turn.start}>
      {children}
    </p>
  );
}
