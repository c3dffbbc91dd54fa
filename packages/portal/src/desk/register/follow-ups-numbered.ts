import type { Id } from "@heed/core";
import type { DeskAsked } from "../desk-asked.ts";
import { numberWithReport, recommendationsNumbered } from "./recommendations-numbered.ts";

/**
 * The follow-ups of a recommendation, named by its number; of one addressee where that stands after a colon. `fault`: what to write
 * instead where that names none, or recommendations of several reports.
 */
export async function followUpsNumbered(
  asked: DeskAsked,
  typed: string,
  label: string,
): Promise<{ followUps: readonly Id[] } | { fault: string }> {
  const { say, reads, reader, today } = asked;
  const whole = await recommendationsNumbered(asked, typed);
  const [, number = typed, addressee] = whole.length > 0 ? [] : (/^(.*\S)\s*:\s*([^:]+)$/.exec(typed) ?? []);
  const [recommendation, ...others] = whole.length > 0 ? whole : await recommendationsNumbered(asked, number);
  if (others.length > 0 && recommendation !== undefined) {
    const reports = say.list([recommendation, ...others].map(numberWithReport));
    return { fault: say.message("fault.link.several", { label, reports }) };
  }
  const all = recommendation && (await reads.recommendation(reader, recommendation.id, today))?.followUps;
  const meant = addressee === undefined ? undefined : await reads.organizationsNamed(addressee.trim());
  const found = (all ?? []).filter((each) => meant?.includes(each.addressee.id) ?? true);
  return found.length > 0
    ? { followUps: found.map(({ id }) => id) }
    : { fault: say.message("fault.followUp.unknown", { label, name: typed }) };
}
