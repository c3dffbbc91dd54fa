import { z } from "zod";
import { levelRank } from "../follow-up/levels.ts";
import { Standing } from "../follow-up/standing/four-answers.ts";

/** The answers of a follow-up that are compared between two days. */
export const ComparedAnswers = Standing.pick({ position: true, reported: true, assessed: true, lifecycle: true }).meta({
  id: "ComparedAnswers",
  description: "The answers of a follow-up on one of the days.",
});
export type ComparedAnswers = z.infer<typeof ComparedAnswers>;

/** How a follow-up moved from one day to another: each has one, the first of these that holds. */
export const Movement = z
  .enum(["added", "closed", "reopened", "advanced", "slipped", "foundOtherwise", "unchanged"])
  .meta({
    id: "Movement",
    description:
      "How a follow-up moved from one day to another, the first of these that holds: published since; closed; reopened; found further, or less far, than on the first day; found for the first time, or outside the order of levels; none of these.",
  });
export type Movement = z.infer<typeof Movement>;

/** `before` is undefined where it was not published on the first day. */
export function movementOf(
  before: Pick<ComparedAnswers, "assessed" | "lifecycle"> | undefined,
  after: Pick<ComparedAnswers, "assessed" | "lifecycle">,
): Movement {
  if (before === undefined) return "added";
  const [was, is] = [before.lifecycle === "closed", after.lifecycle === "closed"];
  if (was !== is) return is ? "closed" : "reopened";
  const [from, to] = [rankOf(before.assessed), rankOf(after.assessed)];
  if (from !== undefined && to !== undefined && from !== to) return to > from ? "advanced" : "slipped";
  const isFoundOtherwise = before.assessed !== after.assessed && (from === undefined || to === undefined);
  return isFoundOtherwise ? "foundOtherwise" : "unchanged";
}

/** Its place in the order of levels; undefined where it has none. */
function rankOf(assessed: ComparedAnswers["assessed"]): number | undefined {
  return assessed === "notAssessed" || assessed === "noLongerApplicable" ? undefined : levelRank[assessed];
}
