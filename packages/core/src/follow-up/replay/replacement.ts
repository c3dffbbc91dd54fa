import { responsibleOn, successionOf } from "../../organization/succession.ts";
import type { Settings } from "../../settings/settings.ts";
import type { Id } from "../../source.ts";
import type { Day } from "../../time/day.ts";
import type { FollowUpCase, NewerFollowUp } from "../case/case.ts";
import type { Entry } from "../entries/entry.ts";
import { liveEntries } from "../entries/live-entries.ts";
import { addressedOn, type Responsibility } from "./responsibility.ts";

/** The types of entry that may change whether a newer follow-up replaces an older one. */
export const replacingEntryTypes: readonly Entry["type"][] = ["roleChange", "successorDecision", "retraction"];

/**
 * R50: a newer recommendation with the same addressee closes an older one from the day of the link; what was overdue
 * before stays so. The same addressee means the same responsible organization on the day on which the newer one was
 * published. A newer one for information only replaces nothing until it is asked to act after all.
 */
export function replacements(
  { followUp, replacedBy, changes }: FollowUpCase,
  { addressee }: Responsibility,
  settings: Settings,
): Entry[] {
  const closures = new Map<Id, Entry & { givenOn: Day }>();
  for (const { id, on, recordedAt, newer } of replacedBy) {
    const from = newer === undefined ? on : asksFrom(newer, on, settings);
    if (from === undefined || (newer !== undefined && !asksTheSame(newer))) continue;
    const known = closures.get(id);
    if (known === undefined || from < known.givenOn)
      closures.set(id, { id, type: "closure", closureReason: "superseded", givenOn: from, recordedAt });

    function asksTheSame({ addressee: printed, themes, report, entries }: NewerFollowUp): boolean {
      const day = report.publishedOn ?? on;
      const decisions = liveEntries(entries, settings).flatMap(({ entry }) =>
        entry.type === "successorDecision" && entry.of === "addressee" ? [entry] : [],
      );
      const asked = responsibleOn(printed, successionOf(printed, themes, changes, decisions, addressedOn(report)), day);
      const answers = responsibleOn(followUp.addressee, addressee, day);
      return asked.organization === answers.organization && asked.state === answers.state;
    }
  }
  return [...closures.values()];
}

/** The first day, from the day of the link, on which the newer one asks for more than to take note. */
function asksFrom({ role, entries }: NewerFollowUp, on: Day, settings: Settings): Day | undefined {
  const roles = [{ role, from: on }];
  for (const { entry, from } of liveEntries(entries, settings))
    if (entry.type === "roleChange") {
      if (from <= on) roles[0] = { role: entry.role, from: on };
      else roles.push({ role: entry.role, from });
    }
  return roles.find((each) => each.role !== "forInformation")?.from;
}
