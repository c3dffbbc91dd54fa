import type { Day } from "@heed/core";
import type { ObligationAnswer } from "@heed/core/read-models/obligation-answer";
import { ReminderStep } from "@heed/core/reminders/reminder";
import type { ToldReminder } from "@heed/core/reminders/told-reminders";
import { deskAddresses } from "../desk/desk-addresses.ts";
import type { PageLanguage } from "../language/languages.ts";
import { sayIn } from "../language/say.ts";
import { type Mail, type MailPart, mailOf } from "./mail.tsx";
import { type Origin, pageAt, reminderItem } from "./reminder-item.ts";

/** The reminders of one person, the furthest steps first, and how much is owed in all, as the desk says it that day. */
export function digestMail(
  { language, origin, today }: { language: PageLanguage; origin: Origin; today: Day },
  { told, all }: { told: readonly ToldReminder[]; all?: ObligationAnswer },
): Mail {
  const say = sayIn(language);
  const desk = pageAt(origin, say, deskAddresses.desk());
  const steps = ReminderStep.options.toReversed().flatMap((step): MailPart[] => {
    const items = told.filter((each) => each.step === step).map(({ item }) => reminderItem(say, origin, item));
    return items.length === 0 ? [] : [{ heading: say.message(`mail.step.${step}`) }, { items }];
  });
  return mailOf(say, say.message("mail.digest.subject", { count: told.length, day: say.day(today) }), [
    { text: say.message("mail.digest.intro", { day: say.day(today) }) },
    ...steps,
    ...(all === undefined
      ? []
      : [{ text: say.message("mail.all", { total: all.total ?? 0, overdue: overdueOf(all) }) }]),
    { text: say.message("mail.desk"), href: desk },
    { text: say.message("mail.why") },
  ]);
}

function overdueOf({ totalsByTimeliness: totals }: ObligationAnswer): number {
  return (totals?.overdue ?? 0) + (totals?.longOverdue ?? 0);
}
