/** What a program of the reader follows: its address, and what it is. */
export type Feed = { type: "text/calendar" | "application/atom+xml"; title: string; href: string };
