const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/** Counts the rows of a CSV while it comes in: its lines but the first, which has the heads. Texts in quotes have lines of their own. */
export class RowCount {
  private lines = 0;
  private isQuoted = false;

  add(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte === QUOTE) this.isQuoted = !this.isQuoted;
      else if (byte === LINE_FEED && !this.isQuoted) this.lines += 1;
    }
  }

  get rows(): number {
    return Math.max(0, this.lines - 1);
  }
}
