import type { Change, ChangeKind } from "@heed/core/follow-up/changes/change";
import type { RefDataList } from "@heed/core/ref-data/labels";
import type { Say } from "./say.ts";

/** What a change tells besides its kind and its day, fact by fact. */
export function changeFacts(say: Say, change: Change): string[] {
  return facts[change.kind](say, change).filter((fact) => fact !== undefined);
}

const facts: Readonly<Record<ChangeKind, (say: Say, change: Change) => readonly (string | undefined)[]>> = {
  published: () => [],
  askedAnew: (say, { times }) => [times === undefined ? undefined : say.message("changes.asked", { times })],
  answered: (say, { position, positionBefore }) => codes(say, "position", position, positionBefore),
  promised: (say, { due, duePrecision }) => [
    due === undefined
      ? say.message("entry.withoutDate")
      : say.message("entry.for", { day: say.day(due, duePrecision) }),
  ],
  claimed: (say, { reported }) => codes(say, "reportedLevel", reported),
  found: (say, { assessed, assessedBefore }) => codes(say, "assessedLevel", assessed, assessedBefore),
  deadlineMoved: (say, { owed, due, duePrecision, dueBefore }) => [
    owed && say.label("overdueKind", owed),
    due && say.message("changes.moved", { to: say.day(due, duePrecision) }),
    dueBefore && say.message("changes.before", { before: say.day(dueBefore) }),
  ],
  newlyOverdue: (say, { owed, due, duePrecision }) => [
    owed && say.label("overdueKind", owed),
    owed === "verification" ? say.message("owed.by.issuingBody") : undefined,
    due && say.message("overdue.due", { day: say.day(due, duePrecision) }),
  ],
  closed: (say, { closureReason }) => codes(say, "closureReason", closureReason),
  reopened: (say, { due, duePrecision }) => [due && say.message("entry.for", { day: say.day(due, duePrecision) })],
};

/** What it is, and what it was where that is told and differs. */
function codes(say: Say, list: RefDataList, now: string | undefined, before?: string) {
  return [
    now && say.label(list, now),
    before === undefined || before === now
      ? undefined
      : say.message("changes.before", { before: say.label(list, before) }),
  ];
}
