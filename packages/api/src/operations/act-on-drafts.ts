import { type DraftAct, type DraftActName, draftActs } from "@heed/core/drafts/draft-acts";
import { entryHref, hrefOf } from "../contract/base-path.ts";
import { type Operation, operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { ActDraft, draftItem } from "../schemas/draft.ts";
import { ActAnswer, actAnswerOf } from "./record-acts.ts";

const common = { tag: "drafts", secured: true, params: idParameter } as const;

/** Everything that can be done with one draft, as operations. */
export const draftOperations: readonly Operation[] = (Object.entries(draftActs) as [DraftActName, DraftAct][]).map(
  ([name, act]) => (name === "submitDraft" || name === "approveDraft" ? becoming(name, act) : changing(name, act)),
);

/** The draft stays one, or is discarded. */
function changing(act: DraftActName, { operation: text, input, states }: DraftAct) {
  const creates = states === undefined;
  return operation({
    ...common,
    ...text,
    ...(input && { input }),
    ...(creates && { creates }),
    output: ActDraft,
    async handle({ drafts, ifMatch }, { id: thing }, body) {
      const { draft } = await drafts.act({
        ...{ act, thing, input: body },
        ...(!creates && ifMatch !== undefined && { expectedVersion: ifMatch }),
      });
      return { body: draftItem(draft), ...(creates && { location: hrefOf("drafts", draft.id) }) };
    },
  });
}

/** The draft becomes the act. */
function becoming(act: DraftActName, { operation: text }: DraftAct) {
  return operation({
    ...common,
    ...text,
    output: ActAnswer,
    async handle({ drafts, ifMatch }, { id: thing }) {
      const { draft, performed } = await drafts.act({
        ...{ act, thing },
        ...(ifMatch !== undefined && { expectedVersion: ifMatch }),
      });
      if (performed === undefined) throw new Error(`the draft ${thing} became no act`);
      const [entry] = performed.entries;
      return {
        body: actAnswerOf(draft.followUp, performed),
        ...(entry && { location: entryHref(draft.followUp, entry.id) }),
      };
    },
  });
}
