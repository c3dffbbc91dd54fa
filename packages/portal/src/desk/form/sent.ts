import { DomainError } from "@heed/core";
import { canonical } from "@heed/core/canonical";
import { isRefusal } from "@heed/core/domain-error";
import type { ActDraft } from "@heed/core/drafts/act-draft";
import type { FollowUpDetail } from "@heed/core/read-models/follow-up-detail";
import type { DraftDone } from "../../asked/desk.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { FormAct } from "./act-fields.ts";
import type { Closing } from "./closings.ts";
import { withReadDays } from "./day-field.ts";
import type { Field } from "./field.ts";
import { inputOf, patchOf } from "./input-of.ts";
import type { Values } from "./values.ts";

/** What a form is about. */
export type FormPlace = {
  detail: FollowUpDetail;
  act: FormAct;
  draft?: ActDraft | undefined;
  /** Its fields, where they are not all that the act has. */
  fields?: readonly Field[];
  /** Of a closure: what could be closed how. */
  closings?: readonly Closing[];
};

/** What somebody does with a form. */
const formSteps = ["preview", "submit", "save", "askReading", "more", "edit"] as const;
export type FormStep = (typeof formSteps)[number];

export function stepOf(form: Values): FormStep {
  return formSteps.find((step) => step === form.get("do")) ?? "preview";
}

/** The key of a form: what was sent with it before is done once. */
export function keyOf(form: Values, { desk }: DeskAsked): string {
  return form.get("key")?.slice(0, 100) || desk.newKey();
}

/** What was typed, with line breaks and days as the record has them. */
export function typedIn(form: URLSearchParams): Values {
  return withReadDays(new URLSearchParams([...form].map(([name, text]) => [name, text.replaceAll("\r\n", "\n")])));
}

/**
 * Saves what a form says as the draft of its act. A form that was sent twice makes one draft. Errors: versionConflict where
 * somebody else changed the draft meanwhile; those of makeDraft and changeDraft.
 */
export async function saveForm(
  asked: DeskAsked,
  place: FormPlace,
  { key, values }: { key: string; values: Values },
): Promise<ActDraft> {
  const { desk } = asked;
  const { detail, act, draft, fields } = place;
  const change = async (id: ActDraft["id"], version: number) => {
    const input = patchOf(act, values, fields);
    const work = desk.work({ key: `${key} change`, operation: `change the draft ${id}`, body: { input, version } });
    return (await work.act({ act: "changeDraft", thing: id, input: { input }, expectedVersion: version })).draft;
  };
  if (draft !== undefined) {
    const version = Number(values.get("version"));
    if (version === draft.version && isSaved(place, values)) return draft;
    return change(draft.id, version);
  }
  const input = inputOf(act, values, fields);
  const followUp = detail.case.followUp.id;
  // Without what it says: whoever goes back and sends other words means the same draft.
  const work = desk.work({ key: `${key} make`, operation: `draft ${act} on ${followUp}`, body: null });
  const { draft: made } = await work.act({ act: "makeDraft", thing: followUp, input: { act, input } });
  const isThere = (await desk.work().show(made.id)) !== undefined;
  if (!isThere && (await wasLeft(asked, made))) return saveForm(asked, place, { key: `${key} again`, values });
  if (canonical(made.input) === canonical(input)) return made;
  if (isThere) return change(made.id, made.version);
  throw new DomainError("idempotencyKeyReused", "the form was sent before, and what it said was submitted");
}

/** Discards the draft that a refused form made beside another one: what it said stays in the form alone, which can be sent again. */
export async function leave({ desk }: DeskAsked, { id, version }: ActDraft): Promise<void> {
  const work = desk.work({ key: `leave ${id}`, operation: `discard the draft ${id}`, body: null });
  await work.act({ act: "discardDraft", thing: id, expectedVersion: version });
}

/** Whether the form discarded what it made: the same request is answered again, and another finds nothing. */
async function wasLeft(asked: DeskAsked, made: ActDraft): Promise<boolean> {
  try {
    await leave(asked, made);
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

/** Whether a draft says already what is typed in its form. */
export function isSaved({ draft, act, fields }: FormPlace, values: Values): boolean {
  return draft !== undefined && isSame(draft, inputOf(act, values, fields), patchOf(act, values, fields));
}

/** Whether the draft says what the form says; what the form does not show does not count. */
function isSame({ input }: ActDraft, said: object, patch: Readonly<Record<string, unknown>>): boolean {
  const shown = Object.fromEntries(Object.entries(input).filter(([name]) => name in patch));
  return canonical(shown) === canonical(said);
}

/**
 * Does the act of a draft, as it was read. A form that was sent twice does it once, and is told the same. Errors: those of the act;
 * versionConflict where somebody else changed the draft meanwhile; idempotencyKeyReused where the form said something else the first time.
 */
export function submitSaved(
  { desk }: DeskAsked,
  { id, version }: Pick<ActDraft, "id" | "version">,
  { key, act, values }: { key: string; act: FormAct; values: Values },
): Promise<DraftDone> {
  const work = desk.work({ key: `${key} submit`, operation: `submit the draft ${id}`, body: inputOf(act, values) });
  return work.act({ act: "submitDraft", thing: id, expectedVersion: version });
}
