import { acts } from "@heed/core";
import { type ActDraft, takesSecondReader } from "@heed/core/drafts/act-draft";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { FormAct } from "./act-fields.ts";
import { readerField, readerNoteField } from "./faults.ts";
import { inputOf } from "./input-of.ts";
import type { FormPlace } from "./sent.ts";
import type { Values } from "./values.ts";

/** Gives a draft to its second reader. Answers where it is then. A form that was sent twice asks once. */
export async function askReading(
  { desk, way }: DeskAsked,
  { id, version }: ActDraft,
  { key, values }: { key: string; values: Values },
): Promise<string> {
  const [reader, note] = [readerField, readerNoteField].map((name) => (values.get(name) ?? "").trim());
  const input = { ...(reader && { reader }), ...(note && { note }) };
  const work = desk.work({ key: `${key} ask`, operation: `ask to read the draft ${id}`, body: input });
  await work.act({ act: "askSecondReading", thing: id, input, expectedVersion: version });
  return way(deskAddresses.draft(id), { done: "saved" });
}

/** What a form says, as it would be done after a second reading where none was told yet: a preview comes before it. */
export function foreseenInput({ say }: DeskAsked, { act, fields }: FormPlace, values: Values): Record<string, unknown> {
  const input = inputOf(act, values, fields);
  const isRead = input.secondReader !== undefined || input.singleReader !== undefined;
  if (isRead || !needsReader(act)) return input;
  return { ...input, secondReader: values.get(readerField)?.trim() || say.message("reading.somebody") };
}

/** Whether an act is not done before somebody else read it, or it is told why nobody could. */
export function needsReader(act: FormAct): boolean {
  return takesSecondReader(act) && "singleReader" in acts[act].input.shape;
}
