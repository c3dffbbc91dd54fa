import type { Day } from "@heed/core";
import { confirmedWithin } from "@heed/core/followers/follower";
import type { PageLanguage } from "../language/languages.ts";
import { sayIn } from "../language/say.ts";
import type { Followed } from "./followed.ts";
import { type Mail, mailOf } from "./mail.tsx";
import type { Origin } from "./reminder-item.ts";

type Links = { confirm: string; end: string; isConfirmed: boolean };

/** Asks the reader whether it was this one who asked; tells who follows already how to end. */
export function confirmationMail(
  { language }: { language: PageLanguage; origin: Origin; today: Day },
  followed: Followed | undefined,
  { confirm, end, isConfirmed }: Links,
): Mail {
  const say = sayIn(language);
  const name = followed?.name ?? say.message("site.name");
  if (isConfirmed)
    return mailOf(say, say.message("mail.follow.known.subject", { name }), [
      { text: say.message("mail.follow.known", { name }) },
      { text: say.message("mail.follow.end"), href: end },
    ]);
  return mailOf(say, say.message("mail.follow.subject", { name }), [
    { text: say.message("mail.follow.text", { name }) },
    { text: say.message("follow.confirm.do"), href: confirm },
    { text: say.message("mail.follow.ignore", { hours: confirmedWithin }) },
  ]);
}
