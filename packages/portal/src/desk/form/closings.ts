import type { Standing } from "@heed/core";
import { isRefusal } from "@heed/core/domain-error";
import { ClosureReason } from "@heed/core/follow-up/levels";
import type { FollowUpDetail } from "@heed/core/read-models/follow-up-detail";
import type { MessageKey } from "../../language/message.ts";
import type { DeskAsked } from "../desk-asked.ts";

/** A reason for closing, and what is missing for it now; nothing where it can be closed so. */
export type Closing = { reason: ClosureReason; missing?: MessageKey };

const needsFinding: Partial<Record<ClosureReason, MessageKey>> = {
  implemented: "closing.needs.implemented",
  alternativeAccepted: "closing.needs.alternativeAccepted",
};

/** How a follow-up could be closed today by who is signed in, and what is missing: each reason is tried, and nothing is done. */
export async function readClosings({ desk, say }: DeskAsked, detail: FollowUpDetail): Promise<Closing[]> {
  const tried = { secondReader: say.message("reading.somebody") };
  return Promise.all(
    ClosureReason.options.map(async (reason): Promise<Closing> => {
      try {
        const input = { ...tried, reason: say.message("field.closingReason"), closureReason: reason };
        await desk.work().foresee({ followUp: detail.case.followUp.id, act: "close", input });
        return { reason };
      } catch (error) {
        if (!isRefusal(error)) throw error;
        if (error.code === "missingPermission") return { reason, missing: "closing.needs.assessor" };
        return { reason, missing: missingFor(reason, detail.standing) };
      }
    }),
  );
}

function missingFor(reason: ClosureReason, standing: Standing | undefined): MessageKey {
  if (standing?.lifecycle === "closed") return "closing.needs.open";
  if (standing?.conflicting) return "closing.needs.oneFinding";
  return needsFinding[reason] ?? "refused.state";
}
