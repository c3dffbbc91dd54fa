import type { DomainError, Entry, Id } from "@heed/core";
import { isRefusal } from "@heed/core/domain-error";
import { withAmendedBy } from "@heed/core/follow-up/entries/amended-by";
import type { FollowUpDetail } from "@heed/core/read-models/follow-up-detail";
import type { AmendingAct, Desk } from "../../asked/desk.ts";
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
  const refused = await refusalOf(desk, { followUp, act: "correct", input: { corrects: id, change: {} } });
  return refused?.code !== "missingPermission";
}

async function mayRetract({ desk, say }: DeskAsked, followUp: Id, { id }: Entry): Promise<boolean> {
  const input = { retracts: id, reason: say.message("amend.reason") };
  return (await refusalOf(desk, { followUp, act: "retract", input })) === undefined;
}

/** Why an act would be refused; nothing is done. */
async function refusalOf(desk: Desk, act: AmendingAct): Promise<DomainError | undefined> {
  try {
    await desk.work().foresee(act);
    return undefined;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return error;
  }
}
