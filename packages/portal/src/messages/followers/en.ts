/** What the pages about following say. */
export const followersEn = {
  "feeds.deadlines": "Deadlines of recommendations",
  "feeds.calendar": "Follow the deadlines in a calendar (iCalendar)",
  "feeds.changes": "Follow what changes in a feed reader (Atom)",
} as const;

export type FollowerMessages = Readonly<Record<keyof typeof followersEn, string>>;
