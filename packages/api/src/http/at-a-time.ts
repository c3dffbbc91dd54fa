import { DomainError } from "@heed/core";

/** Milliseconds that a read waits for its turn. */
const longestWait = 10_000;

/**
 * Lets at most `most` be read at one time: each holds a snapshot of the database for as long as its reader takes. Others wait for
 * their turn. Errors: databaseBusy for who waited too long.
 */
export function atATime<Args extends unknown[], Item>(
  most: number,
  read: (...args: Args) => AsyncIterable<Item>,
): (...args: Args) => AsyncGenerator<Item> {
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
        refuse(new DomainError("databaseBusy", "others are read now; try again"));
      }, longestWait);
      waiting.add(begun);
    });
  return async function* (...args) {
    if (free > 0) free -= 1;
    else await turn();
    try {
      yield* read(...args);
    } finally {
      const [next] = waiting;
      // The turn is handed on, so that nobody comes between.
      if (next === undefined) free += 1;
      else next();
    }
  };
}
