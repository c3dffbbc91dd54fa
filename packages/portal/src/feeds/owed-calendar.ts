import { saidOr } from "@heed/core/not-public-yet";
import type { ObligationFilter } from "@heed/core/read-models/obligation-filter";
import type { ObligationItem } from "@heed/core/read-models/obligation-item";
import { titleOrBeginning } from "@heed/core/recommendation/beginning";
import { timeZoneAt } from "@heed/core/settings/settings";
import ical, { ICalCalendarMethod, type ICalEventData, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { addresses, followUpPart } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import type { FeedAnswer } from "../asked/feed-answer.ts";
import { dueCodes, overdueAsked, owedAsked } from "../asked/owed-asked.ts";
import { codesAsked } from "../asked/parameters.ts";
import { shown } from "../language/say.ts";
import { chosenNames } from "./chosen-names.ts";
import { idOfOwed } from "./lasting-id.ts";

/** A calendar has no more deadlines; programs of readers choke on more. */
const mostDeadlines = 10_000;

const twelveHours = 12 * 3600;

/**
 * What is owed by a date on the day, as a calendar: the list of the page, without what has no date. A deadline that moves stays the
 * same event; what was met or handed over is no longer there.
 */
export function owedCalendar(asked: Asked): Promise<FeedAnswer> {
  return calendarUpTo(asked, mostDeadlines);
}

/** The same with at most so many deadlines, the earliest. */
export async function calendarUpTo(asked: Asked, most: number): Promise<FeedAnswer> {
  const { reads, reader, say, asOf } = asked;
  const [due] = codesAsked(asked, "due", dueCodes) ?? [];
  const filter = { ...(await owedAsked(asked)), ...overdueAsked(due) };
  const [{ total = 0 }, names, settings] = await Promise.all([
    reads.obligations(reader, filter, { limit: 0, withTotal: true }),
    chosenNames(asked),
    reads.settings(),
  ]);
  const title = say.message("feeds.deadlines");
  const stamp = new Date(`${asOf}T00:00:00Z`);
  const calendar = ical({
    prodId: `//Heed//${title}//${say.language.toUpperCase()}`,
    method: ICalCalendarMethod.PUBLISH,
    name: names === undefined ? title : `${title}${say.colon}${names}`,
    ttl: twelveHours,
    // A deadline is a day, and so in no time zone: this tells by which one the days are counted.
    x: [{ key: "X-WR-TIMEZONE", value: timeZoneAt(settings, stamp.toISOString()) }],
  });
  const told = [say.message("owed.page.count", { total, day: say.day(asOf) })];
  let last = "";
  for await (const item of datedItems(asked, filter)) {
    if (calendar.length() === most) {
      told.push(say.message("feeds.calendarEnds", { most, day: say.day(last) }));
      break;
    }
    calendar.createEvent(deadline(asked, item, item.due, stamp));
    last = item.due;
  }
  calendar.description(told.join(" "));
  return { feed: { mediaType: "text/calendar", body: calendar.toString() } };
}

/** The earliest first. */
async function* datedItems({ reads, reader }: Asked, filter: ObligationFilter) {
  for await (const items of reads.obligationItems(reader, filter))
    for (const item of items) if (item.due !== undefined) yield { ...item, due: item.due };
}

function deadline({ say, origin, way }: Asked, item: ObligationItem, due: string, stamp: Date): ICalEventData {
  const { recommendation, report, addressee, responsible, kind, commitment, timeliness, moves, reasons } = item;
  const title = titleOrBeginning(recommendation);
  const words = title === undefined ? "" : ` ${say.text(title, report.authenticLanguages).text}`;
  const [first] = reasons;
  const address = `${way(addresses.recommendation(report.reference, recommendation.reference))}#${followUpPart(addressee)}`;
  const lines = [
    say.message("mail.of", { kind: say.label("overdueKind", kind), report: shown(report.reference) }),
    say.text(responsible.name).text,
    commitment === undefined ? "" : shown(saidOr(commitment.description, say.language)),
    first === undefined ? "" : say.reason(first),
  ];
  return {
    id: idOfOwed(item),
    sequence: moves,
    stamp,
    start: new Date(`${due}T00:00:00Z`),
    allDay: true,
    summary: `${say.label("overdueKind", kind)}${say.colon}${shown(recommendation.reference)}${words}`,
    description: lines.filter((line) => line !== "").join("\n"),
    // Nobody can tell whether it is still owed.
    status: timeliness === "undetermined" ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.TRANSPARENT,
    ...(origin !== "" && { url: origin + address }),
  };
}
