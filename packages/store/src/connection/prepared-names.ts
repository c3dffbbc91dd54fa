const mostNames = 500;
const mostSeenOnce = 2_000;

/**
 * The names under which texts are prepared on each connection; a bounded number, because filters make many texts. A text gets its
 * name when it is run again: else those of rare filters would take the names of the lists that everybody asks for.
 */
export class PreparedNames {
  private readonly names = new Map<string, string>();
  private readonly seenOnce = new Set<string>();

  /** Nothing for a text that is not to be prepared. */
  nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= mostNames) return known;
    if (!this.seenOnce.delete(text)) {
      if (this.seenOnce.size >= mostSeenOnce) this.seenOnce.clear();
      this.seenOnce.add(text);
      return undefined;
    }
    const name = `heed_${this.names.size}`;
    this.names.set(text, name);
    return name;
  }
}
