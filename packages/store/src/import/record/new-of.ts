import type { Id } from "@heed/core";
import { canonical } from "@heed/core/canonical";
import { differencesText } from "./differences-text.ts";
import type { Kept } from "./kept.ts";
import type { RecordIntake } from "./record-intake.ts";
import { refuseRepeated } from "./refuse-repeated.ts";

/** The things of a list that are not there yet. A known id with another content is refused, and so is an id given twice. */
export async function newOf<Thing extends { id: Id }>(
  intake: RecordIntake,
  list: string,
  things: readonly Thing[],
  keptOf: (ids: readonly Id[]) => Promise<readonly Kept[]>,
  contentOf: (thing: Thing) => object = (thing) => thing,
): Promise<Thing[]> {
  const ids = idsOf(things);
  refuseRepeated(intake, list, ids);
  const kept = new Map((await keptOf(ids)).map(({ id, content }) => [id, content]));
  return things.filter((thing) => {
    const before = kept.get(thing.id);
    if (before === undefined) return true;
    const content = contentOf(thing);
    if (canonical(before) !== canonical(content))
      intake.refuse(
        `${list} ${thing.id}`,
        thing.id,
        `it is known with another content; nothing is overwritten${differencesText(before, content)}`,
      );
    return false;
  });
}

export function idsOf(things: readonly { id: Id }[]): Id[] {
  return things.map(({ id }) => id);
}
