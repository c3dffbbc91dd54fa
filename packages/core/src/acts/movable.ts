import { DomainError } from "../domain-error.ts";
import type { DeadlineTarget } from "../follow-up/entries/deadline-target.ts";
import type { ObligationOnDay } from "../follow-up/standing/obligation-on-day.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import { type Acting, requireEntry, versionIds } from "./act.ts";

/** The thing owed today that a change targets. Something that is no longer owed has no date that can move (D24). */
export function owedNow(acting: Acting, target: DeadlineTarget): ObligationOnDay | undefined {
  const named = target.kind === "commitment" ? target.commitment : undefined;
  if (named !== undefined) requireEntry(acting, "commitment", "target.commitment", named);
  const roots: (Id | undefined)[] = named === undefined ? [undefined] : versionIds(acting, named);
  const item = acting.now?.owed.find(({ kind, commitment }) => kind === target.kind && roots.includes(commitment));
  if (item !== undefined) return item;
  throw new DomainError("invalidStateTransition", `no ${target.kind} is owed any more, so its date cannot move`);
}

export function requireLater(item: ObligationOnDay | undefined, { on }: { on: Day }): void {
  if (item?.due === undefined || on > item.due) return;
  throw new DomainError("invalidInput", "a deadline moves to a later date", [
    { name: "to", value: on, detail: `the current due date is ${item.due}` },
  ]);
}
