/**
 * What is typed for a field that is still on its way to the screen: a quick typist's first letters go into the
 * field, not to the page's keys.
 */
export class TypedAhead {
  private query = "";
  private gathering = false;
  private readonly listeners = new Set<() => void>();

  /** From now on keys belong to the field, which begins empty. */
  start = (): void => {
    this.gathering = true;
    this.set("");
  };

  /** The field has the focus, or is gone again. */
  stop = (): void => {
    this.gathering = false;
  };

  set = (query: string): void => {
    this.query = query;
    for (const listener of this.listeners) listener();
  };

  snapshot = (): string => this.query;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes keys before anything else on the page does. */
  listen(page: Window): () => void {
    const take = (event: KeyboardEvent): void => {
      if (!this.gathering || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      this.set(this.query + event.key);
    };
    page.addEventListener("keydown", take, { capture: true });
    return () => { page.removeEventListener("keydown", take, { capture: true }); };
  }
}
