import type { Day } from "@heed/core";
import type { WeeklyList } from "@heed/core/reminders/weekly-list";
import { addresses } from "../address/addresses.ts";
import { deskAddresses } from "../desk/desk-addresses.ts";
import type { PageLanguage } from "../language/languages.ts";
import { sayIn } from "../language/say.ts";
import { type Mail, type MailPart, mailOf } from "./mail.tsx";
import { type Origin, pageAt, reminderItem } from "./reminder-item.ts";

/** What waits for an issuing body: its own overdue verifications first, then who owes most, then the letters. */
export function weeklyMail(
  { language, origin, today }: { language: PageLanguage; origin: Origin; today: Day },
  { verifications, owing, letters }: WeeklyList,
): Mail {
  const say = sayIn(language);
  const { items, total = items.length } = verifications;
  const more = total - items.length;
  const own: MailPart[] = [
    { text: say.message("mail.weekly.verifications", { count: total }) },
    ...(items.length === 0 ? [] : [{ items: items.map((item) => reminderItem(say, origin, item)) }]),
    ...(more > 0
      ? [{ text: say.message("mail.weekly.more", { count: more }), href: pageAt(origin, say, addresses.overdue()) }]
      : []),
  ];
  const others = owing.map(({ organization, overdue, longest, isReached }) => ({
    title: say.message("mail.weekly.owes", {
      ...{ organization: say.text(organization.name).text, count: overdue, days: longest },
    }),
    href: pageAt(origin, say, addresses.organization(organization.code)),
    lines: isReached ? [] : [say.message("mail.weekly.nobody")],
  }));
  return mailOf(say, say.message("mail.weekly.subject", { day: say.day(today) }), [
    { text: say.message("mail.weekly.intro", { day: say.day(today) }) },
    ...own,
    ...(others.length === 0 ? [] : [{ heading: say.message("mail.weekly.owing") }, { items: others }]),
    ...(letters === 0 ? [] : [{ text: say.message("mail.weekly.letters", { count: letters }) }]),
    { text: say.message("mail.desk"), href: pageAt(origin, say, deskAddresses.desk()) },
    { text: say.message("mail.why") },
  ]);
}
