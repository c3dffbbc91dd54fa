import { isRefusal } from "@heed/core/domain-error";
import type { ActDraft } from "@heed/core/drafts/act-draft";
import type { DraftActName } from "@heed/core/drafts/draft-acts";
import type { MessageKey } from "../../language/message.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { type Fault, refusal } from "../form/faults.ts";
import { keyOf } from "../form/sent.ts";
import type { Values } from "../form/values.ts";
import { receiptOf } from "../receipt-of.ts";

/** What is done with a draft besides writing it, and the fields by which. */
export const handlings = {
  approve: { act: "approveDraft", fields: [], needed: undefined },
  handOver: { act: "handOverDraft", fields: ["to", "note"], needed: "to" },
  sendBack: { act: "sendBackDraft", fields: ["note"], needed: "note" },
  discard: { act: "discardDraft", fields: ["sure"], needed: "sure" },
} as const satisfies Record<string, { act: DraftActName; fields: readonly string[]; needed: string | undefined }>;
export type Handling = keyof typeof handlings;

export function isHandling(step: string | null): step is Handling {
  return step !== null && Object.hasOwn(handlings, step);
}

/** The field of a handling, as its form names it. */
export function handlingField(handling: Handling, name: string): string {
  return `${handling}.${name}`;
}

export function handlingLabel(handling: Handling, name: string): MessageKey {
  return `draft.${handling}.${name}` as MessageKey;
}

/** Hands a draft over, sends it back or discards it. Answers where to go then, or what is wrong with the form. */
export async function handleDraft(
  asked: DeskAsked,
  id: ActDraft["id"],
  values: Values,
): Promise<{ elsewhere?: string; faults: readonly Fault[] }> {
  const { desk, say, way } = asked;
  const step = values.get("do");
  if (!isHandling(step)) throw new Error(`${step} is nothing that is done with a draft`);
  const { act, fields, needed } = handlings[step];
  const missing = needed && handlingField(step, needed);
  if (missing && (values.get(missing) ?? "").trim() === "") {
    const label = say.message(handlingLabel(step, needed));
    return { faults: [{ name: missing, text: say.message("fault.missing", { label }) }] };
  }
  const input = Object.fromEntries(
    fields.flatMap((name) => {
      const text = values.get(handlingField(step, name)) ?? "";
      return text.trim() === "" ? [] : [[name, text]];
    }),
  );
  const version = Number(values.get("version"));
  const request = { key: `${keyOf(values, asked)} ${step}`, operation: `${step} the draft ${id}`, body: input };
  try {
    const done = await desk.work(request).act({
      ...{ act, thing: id, expectedVersion: version },
      ...(fields.length > 0 && act !== "discardDraft" && { input }),
    });
    if (done.performed) return { elsewhere: receiptOf(asked, [done]), faults: [] };
  } catch (error) {
    if (isRefusal(error)) return { faults: [faultOf(asked, step, error)] };
    throw error;
  }
  return {
    elsewhere: step === "discard" ? way(deskAddresses.desk()) : way(deskAddresses.draft(id), { done: step }),
    faults: [],
  };
}

function faultOf({ say }: DeskAsked, step: Handling, error: Parameters<typeof refusal>[1]): Fault {
  const [issue] = error.issues;
  if (issue?.name === undefined) return refusal(say, error);
  return { name: handlingField(step, issue.name), text: say.message("fault.name") };
}
