import type { ReaderRole } from "../access/right.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import { rightsOn, type User } from "../users/user.ts";

/** A person who can be written to, and for whom this person answers or verifies on a day. */
export type Recipient = {
  user: Id;
  /** What these owe, but for verifications: as a respondent, for them and those that they coordinate. */
  answersFor: readonly Id[];
  /** What these have to verify: as an assessor, for the issuing body; undefined for all of them. */
  verifiesFor: readonly Id[] | undefined;
};

/** An organization under all that stands for it: its other names, or those that it coordinates. */
export type Widened = (organizations: readonly Id[]) => Promise<readonly Id[]>;

/** Who is to be reminded on a day: users with an address who have not left, and who answer or verify for somebody. */
export async function recipientsOn(
  users: readonly User[],
  today: Day,
  { answeredFor, sameBodies }: { answeredFor: Widened; sameBodies: Widened },
): Promise<Recipient[]> {
  const recipients: Recipient[] = [];
  for (const user of users) {
    if (user.email === undefined) continue;
    const held = (role: ReaderRole) => rightsOn(user, today).find((right) => right.role === role)?.organizations;
    const respondent = held("respondent");
    const assessor = held("assessor");
    if (respondent === undefined && assessor === undefined) continue;
    recipients.push({
      user: user.id,
      answersFor: respondent === undefined ? [] : await answeredFor(respondent),
      verifiesFor: assessor?.length === 0 ? undefined : await sameBodies(assessor ?? []),
    });
  }
  return recipients;
}

/** Whether something owed is for a recipient to do. */
export function isFor({ answersFor, verifiesFor }: Recipient, kind: string, responsible: Id): boolean {
  if (kind !== "verification") return answersFor.includes(responsible);
  return verifiesFor === undefined || verifiesFor.includes(responsible);
}
