/** What is wrong with an address, in the reader's language, and the addresses that were perhaps meant, each with its value. */
export type AddressFault = { text: string; instead?: readonly { text: string; address: string }[] };

/** An address that cannot be read: each fault is told to the reader in his language. */
export class FaultyAddress extends Error {
  readonly faults: readonly AddressFault[];
  constructor(faults: readonly (string | AddressFault)[]) {
    const told = faults.map((each) => (typeof each === "string" ? { text: each } : each));
    super(told.map(({ text }) => text).join("; "));
    this.faults = told;
  }
}
