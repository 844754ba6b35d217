/**
 * Whether what stands beside a text may be drawn with it: where its positions are in that very version. Beside an earlier version, which
 * is for reading only, nothing is drawn, so any will do.
 */
export function agree(text: { version_key: number; is_current: boolean }, beside: { version_key: number }, isNamed: boolean): boolean {
  return text.version_key === beside.version_key || !(text.is_current || isNamed);
}
