import { isRefusal } from "@heed/core/domain-error";
import type { ActDraft } from "@heed/core/drafts/act-draft";
import type { Elsewhere, Page } from "../../asked/page.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { receiptOf } from "../receipt-of.ts";
import { aroundForm } from "./around-form.ts";
import { askReading, foreseenInput } from "./asked-reading.ts";
import { fileFaults } from "./brought-files.ts";
import { type Fault, faultsOf } from "./faults.ts";
import { ForeseenPage } from "./foreseen-page.tsx";
import { framed } from "./framed.tsx";
import { PlacedForm } from "./placed-form.tsx";
import { type FormPlace, keyOf, saveForm, stepOf, submitSaved, typedIn } from "./sent.ts";
import { evidenceName, evidenceRows, type Values } from "./values.ts";
import { withNames } from "./with-names.ts";

/** Does what the form of an act says: shows what would happen, saves it or submits it. What was typed stays. */
export async function takeForm(asked: DeskAsked, place: FormPlace, sent: URLSearchParams): Promise<Page | Elsewhere> {
  const { desk, way } = asked;
  const { act, detail } = place;
  const values = await withNames(asked, act, typedIn(sent));
  const key = keyOf(values, asked);
  const step = stepOf(values);
  const unbrought = fileFaults(asked.say, values);
  if (unbrought.length > 0) return formPage(asked, place, values, unbrought);
  if (step === "more") return formPage(asked, place, withOneMore(values));
  if (step === "edit") return formPage(asked, place, values);
  let saved: ActDraft | undefined;
  try {
    if (step === "preview") {
      const foreseen = await desk
        .work()
        .foresee({ followUp: detail.case.followUp.id, act, input: foreseenInput(asked, place, values) });
      return ForeseenPage({ asked, place, values, foreseen });
    }
    saved = await saveForm(asked, place, { key, values });
    if (step === "askReading") return { elsewhere: await askReading(asked, saved, { key, values }) };
    if (step === "save") return { elsewhere: way(deskAddresses.draft(saved.id), { done: "saved" }) };
    return { elsewhere: receiptOf(asked, [await submitSaved(asked, saved.id, { key, act, values })]) };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const faults = faultsOf(asked.say, act, values, error);
    if (error.code === "versionConflict" && place.draft) return conflictPage(asked, place, values, faults);
    return formPage(asked, { ...place, draft: saved ?? place.draft }, values, faults, { isKept: saved !== undefined });
  }
}

/** Somebody else wrote meanwhile: both texts are shown, and sending again replaces what is saved. */
async function conflictPage(
  asked: DeskAsked,
  place: FormPlace,
  values: Values,
  faults: readonly Fault[],
): Promise<Page> {
  const now = place.draft && (await asked.desk.work().show(place.draft.id));
  return { ...formPage(asked, { ...place, draft: now }, values, faults, { other: now }), status: 409 };
}

/**
 * The form of an act, as it was typed. `other`: what somebody else saved meanwhile; `isKept`: what could not be submitted is
 * kept as a draft.
 */
export function formPage(
  asked: DeskAsked,
  place: FormPlace,
  values: Values,
  faults: readonly Fault[] = [],
  { other, isKept = false }: { other?: ActDraft | undefined; isKept?: boolean } = {},
): Page {
  const body = (
    <>
      {isKept && <p class="govuk-inset-text">{asked.say.message("draft.kept")}</p>}
      <PlacedForm {...{ asked, place, values, faults, other }} />
    </>
  );
  return framed(asked, { ...aroundForm(asked, place), saves: true, faults, body });
}

function withOneMore(values: Values): Values {
  const more = new URLSearchParams(values);
  more.set(evidenceName("evidence", evidenceRows(values, "evidence"), "title"), "");
  return more;
}
