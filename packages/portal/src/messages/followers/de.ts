import type { FollowerMessages } from "./en.ts";

export const followersDe: FollowerMessages = {
  "feeds.deadlines": "Fristen der Empfehlungen",
  "feeds.calendar": "Den Fristen in einem Kalender folgen (iCalendar)",
  "feeds.changes": "Den Änderungen in einem Feedreader folgen (Atom)",
};
