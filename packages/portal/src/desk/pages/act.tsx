import type { Elsewhere, Page } from "../../asked/page.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { DraftList } from "../drafts/draft-list.tsx";
import { isFormAct } from "../form/act-fields.ts";
import { actsToDo } from "../form/acts-to-do.ts";
import { beginningOf } from "../form/beginning-of.ts";
import { draftsOf, isAtHand } from "../form/drafts-of.ts";
import { formPlace } from "../form/form-place.ts";
import { formPage, takeForm } from "../form/take-form.tsx";

/** How the page of a draft is told that the form of its act led there. */
export const openedDraft = "opened";

/** The form of one act on one follow-up: what who is signed in began already, or a new one beside what lies in draft. */
export async function actPage(asked: DeskAsked, parts: readonly string[]): Promise<Page | Elsewhere | undefined> {
  const place = await placeOf(asked, parts);
  if (!place?.acts.includes(place.act)) return undefined;
  const drafts = await draftsOf(asked, place);
  const own = asked.parameters.another ? undefined : drafts.findLast((draft) => isAtHand(asked, draft));
  if (own !== undefined) return { elsewhere: asked.way(deskAddresses.draft(own.id), { done: openedDraft }) };
  const { reference } = place.detail.recommendation;
  const above = drafts.length > 0 && (
    <>
      <p class="govuk-inset-text">{asked.say.message("draft.there")}</p>
      <DraftList asked={asked} drafts={drafts.map((draft) => ({ ...draft, reference }))} />
    </>
  );
  return formPage(asked, place, beginningOf(asked, place.act, place.detail), [], { above });
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
