import type { Day } from "../../time/day.ts";
import { nothingPossiblyGiven, possiblyGivenOn } from "./possibly-given.ts";
import type { PreparedCase } from "./prepared-case.ts";
import { Replay } from "./replay.ts";
import type { State } from "./state.ts";

/** Replays all entries that count on a day, in the order in which they count. */
export function stateOn(prepared: PreparedCase, day: Day): State {
  return statesInOrder(prepared)(day);
}

/** As stateOn(), for days in ascending order: each entry is replayed once for all of them. */
export function statesInOrder(prepared: PreparedCase): (day: Day) => State {
  const replay = new Replay(prepared);
  const anyUnsure = prepared.entries.some(({ uncertain }) => uncertain);
  let taken = 0;
  return (day) => {
    for (let next = prepared.entries[taken]; next !== undefined && next.from <= day; next = prepared.entries[taken]) {
      replay.take(next);
      taken += 1;
    }
    return replay.stateOn(day, anyUnsure ? possiblyGivenOn(prepared, day) : nothingPossiblyGiven);
  };
}
