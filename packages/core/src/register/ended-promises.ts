import type { Issue } from "../domain-error.ts";
import type { FollowUpCase } from "../follow-up/case/case.ts";
import { prepareCase } from "../follow-up/replay/prepared-case.ts";
import { stateOn } from "../follow-up/replay/states-in-order.ts";
import { saidOr } from "../not-public-yet.ts";
import type { Link } from "../recommendation/link.ts";
import type { Settings } from "../settings/settings.ts";
import { endOfTime } from "../time/day.ts";
import { dateText } from "../time/shown-date.ts";

/**
 * R50: the open promises that end with a link, because it closes the follow-up of the older recommendation: the editor is
 * told of each. What is closed takes no promise and no outcome, so that nobody could keep or end one there.
 */
export function endedPromises(older: FollowUpCase, { id }: Link, settings: Settings): Issue[] {
  const prepared = prepareCase(older, settings);
  if (prepared === undefined) return [];
  const { closure, commitments } = stateOn(prepared, endOfTime);
  if (closure?.entry.id !== id) return [];
  return commitments
    .filter(({ ended }) => ended === undefined)
    .map(({ id: promise, due, duePrecision, entry }) => ({
      name: "commitment",
      value: promise,
      detail: `this open promise${due === undefined ? "" : ` for ${dateText(due, duePrecision)}`} ends with the link, which closes ${older.followUp.id} as superseded: "${saidOr(entry.description, "en")}"; if it stands, promise it again on the newer recommendation (R50)`,
    }));
}
