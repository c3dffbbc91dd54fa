import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import type { Page } from "../asked/page.ts";
import { owedPage } from "../components/owed-page.tsx";

/** The choices of the filter by age: at least this number of days. */
const ages = ["31", "91", "181", "366"] as const;

/** What is overdue on the day, the longest first: each thing with its reason, and its days by both dates. */
export function overdue(asked: Asked): Promise<Page> {
  const { reads, reader, say, asOf } = asked;
  const day = say.day(asOf);
  return owedPage(asked, {
    title: say.message("overdue.title"),
    description: say.message("overdue.description", { day }),
    address: addresses.overdue(),
    own: { name: "days", codes: ages, text: (age) => say.message("overdue.more", { days: Number(age) - 1 }) },
    lead: (total) => `${say.message("overdue.count", { total, day })} ${total > 1 ? say.message("overdue.order") : ""}`,
    list: { name: "overdue", parameter: "minDaysOverdue", value: (age) => age },
    read: (filter, age, paging) =>
      reads.overdue(reader, { ...filter, ...(age !== undefined && { minDaysOverdue: Number(age) }) }, paging),
  });
}
