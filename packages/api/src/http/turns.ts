import { DomainError } from "@heed/core";

/** Milliseconds that something waits for its turn. */
const longestWait = 10_000;

/**
 * Lets at most `most` things be done at one time; others wait. What is given ends the turn. Errors: databaseBusy with the reason for who
 * waited too long.
 */
export function turns(most: number, reason: string): () => Promise<() => void> {
  let free = most;
  const waiting = new Set<() => void>();
  const turn = () =>
    new Promise<void>((begin, refuse) => {
      const begun = () => {
        waiting.delete(begun);
        clearTimeout(timer);
        begin();
      };
      const timer = setTimeout(() => {
        waiting.delete(begun);
        refuse(new DomainError("databaseBusy", reason));
      }, longestWait);
      waiting.add(begun);
    });
  return async () => {
    if (free > 0) free -= 1;
    else await turn();
    return () => {
      const [next] = waiting;
      // The turn is handed on, so that nobody comes between.
      if (next === undefined) free += 1;
      else next();
    };
  };
}
