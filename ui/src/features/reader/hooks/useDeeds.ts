import { tell } from "@/shared/page/tell";

import { stepped } from "../model/choosing";
import type { Mark } from "../model/marks";
import { inVivoName, isKnown } from "@/shared/themes/quickcode";
import type { ReadText, Stretch } from "@/shared/text/transcript";
import type { Themes } from "@/shared/themes/themes";
import type { Pane } from "./pane";
import type { ReaderStore } from "./store";
import type { Indexing } from "./useIndexing";
import { meant } from "./useSelection";

/** What can be done with the selection and the chosen coding. */
export interface Deeds {
  code: (themes: readonly number[]) => void;
  codeNew: (name: string) => void;
  inVivo: () => void;
  step: (way: 1 | -1) => void;
  remove: () => void;
  bounds: (to?: Stretch) => void;
  show: (stretch: Stretch) => void;
}

interface Hands {
  text: ReadText;
  marks: readonly Mark[];
  themes: Themes;
  store: ReaderStore;
  indexing: Indexing;
  pane: Pane;
  /** Whether the text that is shown is the one that is indexed now. */
  canIndex: boolean;
}

function chosenOf({ marks, store }: Hands): Mark | undefined {
  const { chosen } = store.get();
  return marks.find((mark) => mark.k === chosen && mark.coding.k > 0);
}

const ONLY_READ = "This is for reading only; index the text that is read now, in a round that is open.";
const NOTHING_SELECTED = "Select words first: by mouse, or ↓ for the first turn.";

/** The deeds of the reader, told apart from where they are asked for: keys, field, buttons. */
export function deedsOf(hands: Hands): Deeds {
  const { text, marks, themes, store, indexing } = hands;
  const wanted = (): { start: number; end: number; words: string } | null => {
    if (!hands.canIndex) {
      tell(ONLY_READ);
      return null;
    }
    const stretch = meant(text, store.get().caret);
    if (stretch === null) {
      tell(NOTHING_SELECTED);
      return null;
    }
    return { ...text.toCodePoints(stretch), words: text.words(stretch) };
  };
  const show = (stretch: Stretch): void => {
    store.set({ caret: { anchor: stretch.start, focus: stretch.end } });
    hands.pane.bring(stretch);
  };
  const code = (given: readonly number[]): void => {
    const chosen = chosenOf(hands);
    if (hands.pane.isRecoding && chosen !== undefined && given[0] !== undefined) {
      indexing.recode({ coding: chosen.coding, theme: given[0] });
      return;
    }
    const at = wanted();
    if (at !== null && given.length > 0) indexing.code({ start: at.start, end: at.end, themes: given });
  };
  const codeNew = (name: string): void => {
    const known = isKnown(name, themes.choices) ? themes.choices.find((theme) => theme.name.toLowerCase() === name.toLowerCase()) : undefined;
    if (known !== undefined) {
      code([known.k]);
      return;
    }
    const at = wanted();
    if (at !== null) indexing.code({ start: at.start, end: at.end, themes: [], code: name });
  };
  return {
    code,
    codeNew,
    show,
    inVivo: () => {
      const at = wanted();
      if (at !== null) codeNew(inVivoName(at.words));
    },
    step: (way) => {
      const { caret, chosen } = store.get();
      const next = stepped(marks, meant(text, caret), chosen, way);
      if (next === null) return;
      store.set({ chosen: next.k });
      hands.pane.bring(next);
    },
    remove: () => {
      const chosen = chosenOf(hands);
      if (!hands.canIndex || chosen === undefined) return;
      store.set({ chosen: null, lit: null });
      indexing.remove([chosen.k]);
    },
    bounds: (to) => {
      const chosen = chosenOf(hands);
      const stretch = to ?? meant(text, store.get().caret);
      if (!hands.canIndex || chosen === undefined || stretch === null || (stretch.start === chosen.start && stretch.end === chosen.end)) return;
      indexing.resize({ coding: chosen.coding, ...text.toCodePoints(stretch) });
    },
  };
}
