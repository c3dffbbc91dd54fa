import type { FollowerMessages } from "./en.ts";

export const followersNl: FollowerMessages = {
  "feeds.deadlines": "Termijnen van aanbevelingen",
  "feeds.calendar": "De termijnen volgen in een agenda (iCalendar)",
  "feeds.changes": "Volgen wat verandert in een feedlezer (Atom)",
};
