import { z } from "zod";
import { declines, isClosedAsDone, type OverdueKind } from "../follow-up/levels.ts";
import type { Brief, BriefFollowUp } from "./brief.ts";

/** What can be asked about a recommendation, the first that holds: it follows from the record alone. */
export const BriefQuestion = z
  .enum([
    "nobody",
    "divergent",
    "commitmentOverdue",
    "responseOverdue",
    "implementationOverdue",
    "updateOverdue",
    "verificationOverdue",
    "deadlineMoved",
    "unverified",
    "responseAhead",
    "answerUnknown",
    "ahead",
    "declined",
    "withoutDate",
    "open",
    "closedAsDone",
    "closedOtherwise",
  ])
  .meta({ id: "BriefQuestion", description: "What a question is about." });
export type BriefQuestion = z.infer<typeof BriefQuestion>;

type Owed = BriefFollowUp["owed"][number];

/** A question with the follow-up that it is about, and what is owed, where it is about that. */
export type AskedQuestion = { code: BriefQuestion; followUp?: BriefFollowUp; owed?: Owed };

/** The question that follows from the record: the first that holds for any addressee. */
export function questionOf({ followUps, addressees }: Pick<Brief, "followUps" | "addressees">): AskedQuestion {
  if (addressees === 0) return { code: "nobody" };
  for (const code of BriefQuestion.options)
    for (const followUp of followUps) {
      const found = holds[code]?.(followUp);
      if (found === true) return { code, followUp };
      if (typeof found === "object") return { code, followUp, owed: found };
    }
  return { code: "open" };
}

const longestFirst = (one: Owed, other: Owed) => other.daysOverdue - one.daysOverdue;

function overdue(kind: OverdueKind) {
  return ({ owed }: BriefFollowUp) =>
    owed.filter((each) => each.kind === kind && each.daysOverdue > 0).sort(longestFirst)[0];
}

const holds: Partial<Record<BriefQuestion, (followUp: BriefFollowUp) => boolean | Owed | undefined>> = {
  divergent: ({ divergent }) => divergent,
  commitmentOverdue: overdue("commitment"),
  responseOverdue: overdue("response"),
  implementationOverdue: overdue("implementation"),
  updateOverdue: overdue("update"),
  verificationOverdue: overdue("verification"),
  deadlineMoved: ({ owed }) =>
    owed.find(({ moves, originalDue, due }) => moves > 0 && originalDue !== undefined && due !== undefined),
  unverified: ({ unverified, lifecycle }) => unverified && lifecycle !== "closed",
  responseAhead: ({ owed }) => owed.find(({ kind, due }) => kind === "response" && due !== undefined),
  answerUnknown: ({ position, lifecycle }) =>
    lifecycle !== "closed" && (position === "answeredNotStated" || position === "undetermined"),
  ahead: ({ owed }) => owed.find(({ owedBy, due }) => owedBy === "addressee" && due !== undefined),
  declined: ({ position, lifecycle }) => lifecycle !== "closed" && declines(position),
  withoutDate: ({ owed }) => owed.find(({ owedBy }) => owedBy === "addressee"),
  open: ({ lifecycle }) => lifecycle !== "closed",
  closedAsDone: ({ closureReason }) => closureReason !== undefined && isClosedAsDone(closureReason),
  closedOtherwise: ({ closureReason }) => closureReason !== undefined,
};
