import type { Day } from "@heed/core";
import { pendingRequests } from "@heed/core/acts/pending-request";
import { yearToReport } from "@heed/core/follow-up/standing/year-to-report";
import type { FollowUpDetail } from "@heed/core/read-models/follow-up-detail";
import type { DeskAsked } from "../desk-asked.ts";
import type { FormAct } from "./act-fields.ts";
import type { Values } from "./values.ts";

type Begin = (asked: DeskAsked, detail: FollowUpDetail) => Readonly<Record<string, string | number | undefined>>;

/** What the form of an act says before anybody wrote in it. */
const beginnings: Partial<Record<FormAct, Begin>> = {
  update: ({ today }, detail) => ({ reportingYear: yearOfUpdate(detail, today) }),
  requestDeadlineChange: ({ visitor }) =>
    visitor.person.rights.some(({ role }) => role === "respondent") ? { requestedBy: visitor.person.name } : {},
  assess: ({ today }, detail) => ({ reportingYear: yearOfFinding(detail, today) }),
  decideDeadlineChange: ({ visitor }, detail) => {
    const [only, ...others] = pendingRequests(detail);
    return { decidedBy: visitor.person.name, ...(others.length === 0 && { request: only?.id }) };
  },
  decideSuccessor: (_, { openSuccessions = [] }) => {
    const [first] = openSuccessions;
    return { change: first?.change, of: first?.of };
  },
};

/** The year that an update of a follow-up is about, before anybody says another. */
export function yearOfUpdate({ case: { cycles }, standing }: FollowUpDetail, day: Day): number {
  return yearToReport({ cycles, owed: standing?.owed ?? [], day });
}

export function beginningOf(asked: DeskAsked, act: FormAct, detail: FollowUpDetail): Values {
  const values = new URLSearchParams();
  for (const [name, text] of Object.entries(beginnings[act]?.(asked, detail) ?? {}))
    if (text !== undefined) values.set(name, String(text));
  return values;
}

/** The year of the newest update or selection by a cycle, whichever is later; without them the year that an update would be about. */
function yearOfFinding(detail: FollowUpDetail, day: Day): number {
  const updates = detail.case.entries.flatMap((entry) => (entry.type === "progressUpdate" ? entry.reportingYear : []));
  const selected = (detail.standing?.owed ?? []).flatMap(({ kind, missedYears }) =>
    kind === "verification" ? missedYears : [],
  );
  const years = [...updates.slice(-1), ...selected];
  return years.length > 0 ? Math.max(...years) : yearOfUpdate(detail, day);
}
