import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import { dueCodes, overdueAsked } from "../asked/owed-asked.ts";
import type { Page } from "../asked/page.ts";
import { calendarOf } from "../components/feed-links.tsx";
import { owedPage } from "../components/owed-page.tsx";

/** Everything owed on the day, due or not yet, by date. */
export function owed(asked: Asked): Promise<Page> {
  const { reads, reader, say, asOf } = asked;
  const day = say.day(asOf);
  return owedPage(asked, {
    title: say.message("owed.page.title"),
    description: say.message("owed.page.description", { day }),
    address: addresses.owed(),
    own: { name: "due", codes: dueCodes, text: (value) => say.message(`owed.due.${value}`) },
    lead: (total) =>
      `${say.message("owed.page.count", { total, day })} ${total > 1 ? say.message("owed.page.order") : ""}`,
    list: { name: "obligations", parameter: "overdue", value: (due) => String(due === "overdue") },
    feeds: (kept) => [calendarOf(asked, kept)],
    read: (filter, due, paging) =>
      reads.obligations(reader, { ...filter, ...overdueAsked(due) }, { ...paging, withTotal: true }),
  });
}
