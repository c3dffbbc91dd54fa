import { turns } from "./turns.ts";

/**
 * Lets at most `most` be read at one time: each holds a snapshot of the database for as long as its reader takes. Others wait for
 * their turn. Errors: serviceBusy for who waited too long.
 */
export function atATime<Args extends unknown[], Item>(
  most: number,
  read: (...args: Args) => AsyncIterable<Item>,
): (...args: Args) => AsyncGenerator<Item> {
  const turn = turns(most, "others are read now; try again");
  return async function* (...args) {
    const end = await turn();
    try {
      yield* read(...args);
    } finally {
      end();
    }
  };
}
