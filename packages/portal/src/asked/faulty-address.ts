/** An address that cannot be read: each fault is told to the reader in his language. */
export class FaultyAddress extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join("; "));
    this.faults = faults;
  }
}
