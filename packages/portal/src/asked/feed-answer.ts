/** What a program of a reader reads again and again: a calendar, or a feed. */
export type FeedAnswer = { feed: { mediaType: "text/calendar" | "application/atom+xml"; body: string } };
