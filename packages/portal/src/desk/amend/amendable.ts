import type { Entry, Id } from "@heed/core";
import { isRefusal } from "@heed/core/domain-error";
import { withAmendedBy } from "@heed/core/follow-up/entries/amended-by";
import type { FollowUpDetail } from "@heed/core/read-models/follow-up-detail";
import type { DeskAsked } from "../desk-asked.ts";

const amending = ["correct", "retract"] as const;

/** Whether who is signed in may correct or retract an entry of a follow-up. */
export async function mayAmendSome({ reads, visitor, desk }: DeskAsked, followUp: Id): Promise<boolean> {
  const allowed = await reads.allowedActs(visitor.person, { on: "followUp", id: followUp }, desk.at);
  return amending.some((act) => allowed.includes(act));
}

/** The entries that count and that who is signed in may retract: each is tried, and nothing is done. */
export async function amendableEntries(asked: DeskAsked, { case: { followUp, entries } }: FollowUpDetail) {
  const standing = withAmendedBy(entries).filter(
    ({ correctedBy, retractedBy, type }) =>
      correctedBy === undefined && retractedBy === undefined && type !== "retraction",
  );
  const tried = await Promise.all(standing.map((entry) => mayRetract(asked, followUp.id, entry)));
  return standing.filter((_, place) => tried[place]);
}

/** Whether who is signed in may correct an entry: a correction that changes nothing is refused for that alone. */
export async function mayCorrect({ desk }: DeskAsked, followUp: Id, { id }: Entry): Promise<boolean> {
  try {
    await desk.work().foresee({ followUp, act: "correct", input: { corrects: id, change: {} } });
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return error.code !== "missingPermission";
  }
}

async function mayRetract({ desk, say }: DeskAsked, followUp: Id, { id }: Entry): Promise<boolean> {
  try {
    const input = { retracts: id, reason: say.message("amend.reason") };
    await desk.work().foresee({ followUp, act: "retract", input });
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return false;
  }
}
