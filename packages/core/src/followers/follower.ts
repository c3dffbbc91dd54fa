import { z } from "zod";
import { labelLanguages } from "../label.ts";
import { Id, Instant } from "../source.ts";
import { ShortText } from "../text/bounded-text.ts";
import { addDays, Day, dayOfWeek } from "../time/day.ts";

/** What can be followed by mail. */
export const FollowedKind = z.enum(["organization", "report", "theme"]);
export type FollowedKind = z.infer<typeof FollowedKind>;

/** How often a follower gets a mail, where something changed. */
export const Rhythm = z.enum(["weekly", "daily"]);
export type Rhythm = z.infer<typeof Rhythm>;

/** What somebody without an account asks for: to be told by mail of what changes about one thing. */
export const FollowRequest = z.strictObject({
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
  language: z.enum(labelLanguages),
  kind: FollowedKind,
  topic: ShortText.min(1).describe("The id of the organization or the report; of a theme its words."),
  rhythm: Rhythm,
});
export type FollowRequest = z.infer<typeof FollowRequest>;

/** Who follows something by mail, or asked to: until it confirms, nothing is told. */
export const Follower = FollowRequest.extend({
  id: Id,
  requestedAt: Instant,
  confirmedAt: Instant.optional(),
  toldUntil: Day,
  toldAt: Instant,
});
export type Follower = z.infer<typeof Follower>;

/** What a follower asked for, without the address. */
export type Following = Omit<Follower, "email">;

/** The two links of a mail to a follower: the one by which it begins, and the one by which it ends. */
export type FollowerLink = "confirm" | "end";

/** So long the link of the first mail can be used; then the address is erased. In hours. */
export const confirmedWithin = 48;

/** The last day whose changes a mail of a day tells: the day before, or the last Sunday. */
export function lastDayTold(rhythm: Rhythm, today: Day): Day {
  return addDays(today, rhythm === "daily" ? -1 : -dayOfWeek(today));
}

/** Whether a mail is due on a day. */
export function isDue({ rhythm, toldUntil }: Pick<Follower, "rhythm" | "toldUntil">, today: Day): boolean {
  return toldUntil < lastDayTold(rhythm, today);
}

/** Following without an account. No answer tells whether an address follows anything, but to who has the link of a mail. */
export type FollowerDesk = {
  /** Writes to the address where it may be written to. Errors: invalidInput. */
  ask(request: unknown): Promise<void>;
  /** What a link of a mail is for; undefined where it is none, or is none any more. */
  find(link: FollowerLink, secret: string): Promise<Following | undefined>;
  /** Begins to tell; undefined as in find(). */
  confirm(secret: string): Promise<Following | undefined>;
  /** Ends, and erases the address; with `all`, wherever it follows. Answers whether there was something to end. */
  end(secret: string, all: boolean): Promise<boolean>;
};
