import type { FollowerMessages } from "./en.ts";

export const followersFr: FollowerMessages = {
  "feeds.deadlines": "Échéances des recommandations",
  "feeds.calendar": "Suivre les échéances dans un agenda (iCalendar)",
  "feeds.changes": "Suivre les changements dans un lecteur de flux (Atom)",
};
