import { DomainError } from "@heed/core";

/** Milliseconds that something waits for its turn. */
const longestWait = 10_000;

/** Waits for a turn of a requester; of another one each time where none is named. What it gives ends the turn. */
export type Turn = (requester?: Requester) => Promise<() => void>;
type Requester = string | symbol;

/**
 * Lets at most `most` things be done at one time, and of one requester fewer, so that a turn is left for somebody else; others wait.
 * Errors: serviceBusy with the reason for who waited too long.
 */
export function turns(most: number, reason: string): Turn {
  const mostOfOne = Math.max(1, most - 1);
  const held = new Map<Requester, number>();
  let free = most;
  const waiting = new Set<{ requester: Requester; begin: () => void }>();
  const holds = (requester: Requester) => held.get(requester) ?? 0;
  const take = (requester: Requester) => held.set(requester, holds(requester) + 1);
  const wait = (requester: Requester) =>
    new Promise<void>((begin, refuse) => {
      const one = {
        requester,
        begin: () => {
          waiting.delete(one);
          clearTimeout(timer);
          begin();
        },
      };
      const timer = setTimeout(() => {
        waiting.delete(one);
        refuse(new DomainError("serviceBusy", reason));
      }, longestWait);
      waiting.add(one);
    });
  const end = (requester: Requester) => {
    if (holds(requester) > 1) held.set(requester, holds(requester) - 1);
    else held.delete(requester);
    const next = [...waiting].find((each) => holds(each.requester) < mostOfOne);
    if (next === undefined) free += 1;
    else {
      // The turn is handed on, so that nobody comes between.
      take(next.requester);
      next.begin();
    }
  };
  return async (requester = Symbol()) => {
    if (free > 0 && holds(requester) < mostOfOne) {
      free -= 1;
      take(requester);
    } else await wait(requester);
    return () => end(requester);
  };
}
