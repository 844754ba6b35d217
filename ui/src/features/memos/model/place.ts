import type { components } from "@/api/schema";

export type Memo = components["schemas"]["MemoListed"];
export type Written = components["schemas"]["MemoWritten"];

/** What a memo is about, as it stands in an address: "theme:12", "cell:3:12:0", "study". */
export function aboutOf(memo: Pick<Memo, "about_kind" | "about_key" | "theme" | "wave">): string {
  if (memo.about_kind === "study") return "study";
  if (memo.about_kind === "cell") return `cell:${String(memo.about_key)}:${String(memo.theme ?? 0)}:${String(memo.wave)}`;
  return `${memo.about_kind}:${String(memo.about_key)}`;
}

/** What a new memo would be about: the thing that the address names, the study for none that one can write on here. */
export function topicOf(about: string): Pick<Written, "source" | "case" | "theme" | "wave"> {
  const [kind, first, second, third] = about.split(":");
  const k = Number(first);
  if (!Number.isSafeInteger(k) || first === undefined || first === "") return {};
  if (kind === "theme") return { theme: k };
  if (kind === "case") return { case: k };
  if (kind === "source") return { source: k };
  if (kind === "cell") return { case: k, theme: Number(second), ...(Number(third) > 0 ? { wave: Number(third) } : {}) };
  return {};
}

/** Where what a memo is about is shown, below the study's address; null for what has no page. */
export function pageOf(memo: Memo): string | null {
  const k = String(memo.about_key);
  if (memo.source !== null && memo.start !== null && memo.end !== null) return `read/${String(memo.source)}?at=${String(memo.start)}-${String(memo.end)}`;
  switch (memo.about_kind) {
    case "source":
      return `read/${k}`;
    case "theme":
      return `framework?theme=${k}`;
    case "case":
      return `chart/case/${k}`;
    case "cell":
      return `chart?cell=${k}:${String(memo.wave)}:${String(memo.theme ?? 0)}`;
    default:
      return null;
  }
}
