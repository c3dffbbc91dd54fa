import type { FollowUpCase } from "../follow-up/case/case.ts";
import type { ObligationOnDay } from "../follow-up/standing/obligation-on-day.ts";
import { standing } from "../follow-up/standing/standing.ts";
import type { Settings } from "../settings/settings.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";

/** Something owed that a change of the settings would move; `before` is absent where it is owed by it alone, `after` where no more. */
export type MovedDuty = { before?: ObligationOnDay; after?: ObligationOnDay };

/** What a change of the settings would move of the whole record, on its first day or today. */
export type ForeseenSettings = { on: Day; duties: readonly (MovedDuty & { followUp: Id })[] };

/** What is owed on a day that another day or another word would stand by, with the settings as they are and as they would be. */
export function movedDuties(
  followUpCase: FollowUpCase,
  { before, after }: { before: Settings; after: Settings },
  day: Day,
): readonly MovedDuty[] {
  const was = standing(followUpCase, day, before)?.owed ?? [];
  const becomes = standing(followUpCase, day, after)?.owed ?? [];
  return [
    ...was.flatMap((each): MovedDuty[] => {
      const then = becomes.find((other) => isSameDuty(each, other));
      if (then === undefined) return [{ before: each }];
      return then.due === each.due && then.timeliness === each.timeliness ? [] : [{ before: each, after: then }];
    }),
    ...becomes.flatMap((each): MovedDuty[] => (was.some((other) => isSameDuty(each, other)) ? [] : [{ after: each }])),
  ];
}

function isSameDuty(one: ObligationOnDay, other: ObligationOnDay): boolean {
  return one.kind === other.kind && one.owedBy === other.owedBy && one.commitment === other.commitment;
}
