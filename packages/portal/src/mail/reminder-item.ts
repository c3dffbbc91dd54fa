import { saidOr } from "@heed/core/not-public-yet";
import type { ObligationItem } from "@heed/core/read-models/obligation-item";
import { titleOrBeginning } from "@heed/core/recommendation/beginning";
import { addresses, followUpPart } from "../address/addresses.ts";
import { waysOf } from "../asked/asked.ts";
import { type Say, shown } from "../language/say.ts";
import type { MailItem } from "./mail.tsx";

/** Where the pages are, without a slash at the end, such as https://heed.example. */
export type Origin = string;

/** The address of a page in the reader's language. */
export function pageAt(origin: Origin, say: Say, address: string): string {
  return waysOf(origin, "", say, undefined).way(address);
}

/** One thing owed as a mail tells it: what, since when, and why, in the words of the pages. */
export function reminderItem(say: Say, origin: Origin, item: ObligationItem, ...before: readonly string[]): MailItem {
  const { recommendation, report, addressee, kind, due, duePrecision, daysOverdue, commitment, reasons } = item;
  const title = titleOrBeginning(recommendation);
  const words = title === undefined ? "" : ` ${say.text(title, report.authenticLanguages).text}`;
  const [first] = reasons;
  const address = addresses.recommendation(report.reference, recommendation.reference);
  return {
    title: `${shown(recommendation.reference)}${words}`,
    href: `${pageAt(origin, say, address)}#${followUpPart(addressee)}`,
    lines: [
      ...before,
      say.message("mail.of", { kind: say.label("overdueKind", kind), report: shown(report.reference) }),
      ...(commitment === undefined || commitment.description === ""
        ? []
        : [shown(saidOr(commitment.description, say.language))]),
      ...(due === undefined ? [] : [say.message("overdue.due", { day: say.day(due, duePrecision) })]),
      ...(daysOverdue > 0 ? [say.message("overdue.days", { days: daysOverdue })] : []),
      ...(first === undefined ? [] : [say.reason(first)]),
    ],
  };
}
