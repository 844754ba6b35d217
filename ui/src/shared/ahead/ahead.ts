/** What a write will do to a list, as far as the page knows; doing it twice is doing it once. */
export type Step<T> = (items: readonly T[]) => T[];

interface Drawn<T> {
  of: object;
  step: Step<T>;
}

/** The items with what is drawn ahead over them. */
export function over<T>(drawn: readonly Drawn<T>[], items: readonly T[]): T[] {
  return drawn.reduce<T[]>((known, { step }) => step(known), [...items]);
}

/**
 * Writes that are drawn before the server has answered. They lie over what was read last, however often that is read
 * again meanwhile, and each goes when its own answer comes: a refusal takes back that one and no other.
 */
export class Ahead<T> {
  private drawn: readonly Drawn<T>[] = [];
  private readonly listeners = new Set<() => void>();

  /** Draws a write, known by the object that it was given. */
  add(of: object, step: Step<T>): void {
    this.tell([...this.drawn, { of, step }]);
  }

  drop(of: object): void {
    this.tell(this.drawn.filter((each) => each.of !== of));
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): readonly Drawn<T>[] => this.drawn;

  private tell(drawn: readonly Drawn<T>[]): void {
    this.drawn = drawn;
    for (const listener of this.listeners) listener();
  }
}
