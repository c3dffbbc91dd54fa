import type { Elsewhere, Page } from "../../asked/page.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { isFormAct } from "../form/act-fields.ts";
import { actsToDo } from "../form/acts-to-do.ts";
import { beginningOf } from "../form/beginning-of.ts";
import { formPlace } from "../form/form-place.ts";
import { formPage, takeForm } from "../form/take-form.tsx";

/** The form of one act on one follow-up. */
export async function actPage(asked: DeskAsked, parts: readonly string[]): Promise<Page | undefined> {
  const place = await placeOf(asked, parts);
  if (!place?.acts.includes(place.act)) return undefined;
  return formPage(asked, place, beginningOf(asked, place.act, place.detail));
}

export async function submitAct(
  asked: DeskAsked,
  parts: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const place = await placeOf(asked, parts);
  // What is allowed no more is refused by the act itself, so that what was typed stays.
  return place && takeForm(asked, place, form);
}

/** The follow-up and the act of a form, with what may be done now; nothing where there is no such form. */
export async function placeOf(asked: DeskAsked, [id = "", act]: readonly string[]) {
  const { reads, reader, today } = asked;
  if (!isFormAct(act)) return undefined;
  const detail = await reads.followUp(reader, id, today);
  return detail && { ...(await formPlace(asked, detail, act)), acts: await actsToDo(asked, id) };
}
