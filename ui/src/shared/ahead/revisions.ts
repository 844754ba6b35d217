/** The revisions to which this page's own edits led, so that an edit can rest on one that is still on its way. */
export class Revisions {
  private readonly ledTo = new Map<string, number>();

  /** An edit of this page that rested on `from` made it `to`. */
  wrote(record: number, from: number, to: number | null): void {
    if (to !== null && to !== from) this.ledTo.set(`${String(record)} ${String(from)}`, to);
  }

  /**
   * The revision that an edit rests on which was made while earlier ones of this page were on their way. Somebody
   * else's change breaks the row of them, and is a conflict as ever.
   */
  newest(record: number, shown: number): number {
    let rev = shown;
    for (let next = this.ledTo.get(`${String(record)} ${String(rev)}`); next !== undefined; next = this.ledTo.get(`${String(record)} ${String(rev)}`)) rev = next;
    return rev;
  }
}
