import type { Placed } from "./segments";
import type { ReadText } from "@/shared/text/transcript";

/** A coding as the server gives it; positions in code points. A negative key: not yet answered. */
export interface ServerCoding {
  k: number;
  rev: number;
  start: number;
  end: number;
  theme: number;
  coder: number;
  note: string;
  origins: string[];
  at: number;
}

/** A coding on the page: the same with positions in UTF-16. */
export interface Mark extends Placed {
  coding: ServerCoding;
}

/** Turns codings into marks. One coding stays one mark, so that rows whose codings are the same are not drawn again. */
export class Marks {
  private readonly text: ReadText;
  private readonly known = new WeakMap<ServerCoding, Mark>();

  constructor(text: ReadText) {
    this.text = text;
  }

  of(codings: readonly ServerCoding[]): Mark[] {
    return codings.map((coding) => {
      let mark = this.known.get(coding);
      if (mark === undefined) {
        mark = { k: coding.k, ...this.text.toUtf16(coding.start, coding.end), coding };
        this.known.set(coding, mark);
      }
      return mark;
    });
  }
}

/** Which codings are shown. Nothing chosen in a list means all. */
export interface View {
  themes: readonly number[];
  coders: readonly number[];
}

/** The marks that a view leaves. below: for each theme, the themes it stands for (itself and those under it). */
export function shown(marks: readonly Mark[], view: View, below: ReadonlyMap<number, ReadonlySet<number>>): readonly Mark[] {
  if (view.themes.length === 0 && view.coders.length === 0) return marks;
  const wanted = new Set(view.themes.flatMap((theme) => [theme, ...(below.get(theme) ?? [])]));
  return marks.filter(
    ({ coding }) => (view.themes.length === 0 || wanted.has(coding.theme)) && (view.coders.length === 0 || view.coders.includes(coding.coder)),
  );
}
