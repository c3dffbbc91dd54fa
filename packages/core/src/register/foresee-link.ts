import type { FollowUpCase, NewerFollowUp } from "../follow-up/case/case.ts";
import { prepareCase } from "../follow-up/replay/prepared-case.ts";
import { stateOn } from "../follow-up/replay/states-in-order.ts";
import { type LinkType, replacingLinks } from "../recommendation/link.ts";
import type { Settings } from "../settings/settings.ts";
import { type Day, endOfTime } from "../time/day.ts";

type Foreseen = {
  type: LinkType;
  on: Day;
  /** The follow-ups of the newer recommendation. */
  newer: readonly NewerFollowUp[];
};

const foreseen = "foreseen";

/** R50: whether a link from a newer recommendation would close the follow-up of an older one, which is open. Nothing is decided. */
export function wouldClose(older: FollowUpCase, { type, on, newer }: Foreseen, settings: Settings): boolean {
  if (!replacingLinks.includes(type)) return false;
  const links = newer.map((each) => ({ id: foreseen, type, on, recordedAt: `${on}T00:00:00Z`, newer: each }));
  const prepared = prepareCase({ ...older, replacedBy: [...older.replacedBy, ...links] }, settings);
  return prepared !== undefined && stateOn(prepared, endOfTime).closure?.entry.id === foreseen;
}

/** A follow-up as a link from its recommendation tells of it, where that is published on a day. */
export function newerFollowUp({ followUp, recommendation, report, entries }: FollowUpCase, on: Day): NewerFollowUp {
  const { addressee, role } = followUp;
  const { publishedOn = on, reportingYear } = report;
  return { addressee, role, themes: recommendation.themes, report: { publishedOn, reportingYear }, entries };
}
