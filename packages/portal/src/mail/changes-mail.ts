import type { Day } from "@heed/core";
import type { ChangeItem } from "@heed/core/read-models/change-item";
import { addresses } from "../address/addresses.ts";
import { waysOf } from "../asked/asked.ts";
import { toldChange } from "../feeds/told-change.ts";
import type { PageLanguage } from "../language/languages.ts";
import { sayIn } from "../language/say.ts";
import type { Followed } from "./followed.ts";
import { type Mail, type MailPart, mailOf } from "./mail.tsx";
import { type Origin, pageAt } from "./reminder-item.ts";

/** A mail shows this number of changes; the others are on the page. */
const mostShown = 50;

type Told = { from: Day; until: Day; items: readonly ChangeItem[]; end: string };

/** What changed about what somebody follows, with the number that the page has, and the way to end. */
export function changesMail(
  { language, origin }: { language: PageLanguage; origin: Origin; today: Day },
  followed: Followed | undefined,
  { from, until, items, end }: Told,
): Mail {
  const say = sayIn(language);
  const ways = waysOf(origin, "", say, undefined);
  const name = followed?.name ?? say.message("site.name");
  const [first = from] = [from, ...items.map(({ day }) => day)].sort();
  const page = pageAt(origin, say, addresses.changes());
  const query = new URLSearchParams({ from: first, asOf: until, ...(followed?.filter as Record<string, string>) });
  const shown = items.slice(0, mostShown).map((item) => {
    const { what, recommendation, address, facts } = toldChange({ say, ...ways }, item);
    return { title: `${what}${say.colon}${recommendation}`, href: address, lines: facts };
  });
  const more: MailPart[] =
    items.length > mostShown ? [{ text: say.message("mail.weekly.more", { count: items.length - mostShown }) }] : [];
  return mailOf(say, say.message("mail.changes.subject", { name, count: items.length }), [
    {
      text: say.message("mail.changes.intro", {
        name,
        from: say.day(from),
        until: say.day(until),
        count: items.length,
      }),
    },
    { items: shown },
    ...more,
    { text: say.message("mail.changes.page"), href: `${page}?${query}` },
    { text: say.message("mail.changes.why", { name }) },
    { text: say.message("mail.follow.end"), href: end },
  ]);
}
