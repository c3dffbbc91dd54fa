import { isRefusal } from "@heed/core/domain-error";
import type { ActDraft } from "@heed/core/drafts/act-draft";
import type { ComponentChildren } from "preact";
import type { Elsewhere, Page } from "../../asked/page.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { receiptOf } from "../receipt-of.ts";
import { aroundForm } from "./around-form.ts";
import { askReading, foreseenInput } from "./asked-reading.ts";
import { fileFaults } from "./brought-files.ts";
import { draftsOf, isAtHand } from "./drafts-of.ts";
import { type Fault, faultsOf } from "./faults.ts";
import { ForeseenPage } from "./foreseen-page.tsx";
import { framed } from "./framed.tsx";
import { PlacedForm } from "./placed-form.tsx";
import { type FormPlace, keyOf, leave, saveForm, stepOf, submitSaved, typedIn } from "./sent.ts";
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
    return { elsewhere: receiptOf(asked, [await submitSaved(asked, saved, { key, act, values })]) };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const faults = faultsOf(asked.say, act, values, error);
    if (error.code === "versionConflict") {
      const draft = saved ?? place.draft ?? (await ownDrafts(asked, place)).at(-1);
      if (draft) return conflictPage(asked, { ...place, draft }, values, faults);
    }
    if (saved && (await isSecondOne(asked, place, saved))) {
      await leave(asked, saved);
      saved = undefined;
    }
    return formPage(asked, { ...place, draft: saved ?? place.draft }, values, faults, { isKept: saved !== undefined });
  }
}

async function ownDrafts(asked: DeskAsked, place: FormPlace): Promise<readonly ActDraft[]> {
  return (await draftsOf(asked, place)).filter((draft) => isAtHand(asked, draft));
}

/** Whether a form made a draft just now beside another one of the same person. */
async function isSecondOne(asked: DeskAsked, place: FormPlace, made: ActDraft): Promise<boolean> {
  if (place.draft !== undefined || Date.parse(made.createdAt) !== Date.parse(asked.desk.at)) return false;
  return (await ownDrafts(asked, place)).some(({ id }) => id !== made.id);
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

type Beside = {
  /** What somebody else saved meanwhile. */
  other?: ActDraft | undefined;
  /** What could not be submitted is kept as a draft. */
  isKept?: boolean;
  /** What stands above the form. */
  above?: ComponentChildren;
};

/** The form of an act, as it was typed. */
export function formPage(
  asked: DeskAsked,
  place: FormPlace,
  values: Values,
  faults: readonly Fault[] = [],
  { other, isKept = false, above }: Beside = {},
): Page {
  const body = (
    <>
      {isKept && <p class="govuk-inset-text">{asked.say.message("draft.kept")}</p>}
      {above}
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
