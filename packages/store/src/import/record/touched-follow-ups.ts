import type { Id } from "@heed/core";

/** The follow-ups that an import touches. Those that get only confidential evidence are kept apart. */
export class TouchedFollowUps {
  private readonly onlyConfidential = new Map<Id, boolean>();

  touch(followUp: Id, confidential = false): void {
    this.onlyConfidential.set(followUp, confidential && (this.onlyConfidential.get(followUp) ?? true));
  }

  /** All of them, in the order of their ids. */
  get all(): Id[] {
    return [...this.onlyConfidential.keys()].sort();
  }

  /** Those that get only confidential evidence, or the others. */
  those(confidential: boolean): Id[] {
    return [...this.onlyConfidential].flatMap(([id, only]) => (only === confidential ? [id] : [])).sort();
  }
}
