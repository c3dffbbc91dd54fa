import type { Entry } from "@heed/core";
import { pendingRequests } from "@heed/core/acts/pending-request";
import type { FollowUpDetail } from "@heed/core/read-models/follow-up-detail";
import type { DeskAsked } from "../desk-asked.ts";
import type { FormAct } from "./act-fields.ts";
import type { Values } from "./values.ts";

type Begin = (asked: DeskAsked, detail: FollowUpDetail) => Readonly<Record<string, string | number | undefined>>;

/** What the form of an act says before anybody wrote in it. */
const beginnings: Partial<Record<FormAct, Begin>> = {
  update: ({ today }, { standing }) => {
    const owed = standing?.owed.find(({ kind }) => kind === "update");
    return { reportingYear: owed?.missedYears.at(-1) ?? today.slice(0, 4) };
  },
  requestDeadlineChange: ({ visitor }) =>
    visitor.person.rights.some(({ role }) => role === "respondent") ? { requestedBy: visitor.person.name } : {},
  assess: ({ today }, { case: { entries } }) => ({
    reportingYear: lastUpdate(entries)?.reportingYear ?? today.slice(0, 4),
  }),
  decideDeadlineChange: ({ visitor }, detail) => {
    const [only, ...others] = pendingRequests(detail);
    return { decidedBy: visitor.person.name, ...(others.length === 0 && { request: only?.id }) };
  },
  decideSuccessor: (_, { openSuccessions = [] }) => {
    const [first] = openSuccessions;
    return { change: first?.change, of: first?.of };
  },
};

export function beginningOf(asked: DeskAsked, act: FormAct, detail: FollowUpDetail): Values {
  const values = new URLSearchParams();
  for (const [name, text] of Object.entries(beginnings[act]?.(asked, detail) ?? {}))
    if (text !== undefined) values.set(name, String(text));
  return values;
}

/** About which year the addressee told its progress last. */
function lastUpdate(entries: readonly Entry[]) {
  return entries
    .filter((entry): entry is Extract<Entry, { type: "progressUpdate" }> => entry.type === "progressUpdate")
    .at(-1);
}
