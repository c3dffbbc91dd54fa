import { DomainError, type Id } from "@heed/core";
import { isRefusal } from "@heed/core/domain-error";
import type { ActDraft } from "@heed/core/drafts/act-draft";
import type { Elsewhere, Page } from "../../asked/page.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { DraftForms, HandsInForm, takesFormAlong } from "../drafts/draft-forms.tsx";
import { handleDraft, isHandling } from "../drafts/handle-draft.ts";
import { isFormAct } from "../form/act-fields.ts";
import { aroundForm } from "../form/around-form.ts";
import { askReading } from "../form/asked-reading.ts";
import { type Fault, faultsOf, refusal } from "../form/faults.ts";
import { formPlace } from "../form/form-place.ts";
import { framed } from "../form/framed.tsx";
import { PlacedForm } from "../form/placed-form.tsx";
import { ReadingView } from "../form/reading-view.tsx";
import { type FormPlace, isSaved, keyOf, stepOf, submitSaved, typedIn } from "../form/sent.ts";
import { formPage, takeForm } from "../form/take-form.tsx";
import { type Values, valuesOf } from "../form/values.ts";
import { withNames } from "../form/with-names.ts";
import { receiptOf } from "../receipt-of.ts";
import { openedDraft, placeOf } from "./act.tsx";

/** A draft: its form, what it still lacks, and how it goes to a colleague, back, or away. */
export async function draftPage(asked: DeskAsked, [id = ""]: readonly string[]): Promise<Page | undefined> {
  return shownDraft(asked, id);
}

/** Its form was sent: the form of the act, or one by which it changes hands. */
export async function submitDraft(
  asked: DeskAsked,
  [id = ""]: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const { desk, reads, reader, today } = asked;
  const values = typedIn(form);
  const draft = await desk.work().show(id);
  if (draft === undefined) return gone(asked, id, values);
  const detail = await reads.followUp(reader, draft.followUp, today);
  const place = detail && isFormAct(draft.act) ? await formPlace(asked, detail, draft.act, draft) : undefined;
  const step = form.get("do");
  if (isHandling(step)) {
    // What was typed is saved first: the colleague gets it, and nothing is lost where the draft stays.
    const isAlong = place && takesFormAlong(step) && values.has("act") && draft.state !== "secondReading";
    if (isAlong && !isSaved(place, await withNames(asked, place.act, values))) {
      const saved = await takeForm(asked, place, withStep(form, "save"));
      if (!("elsewhere" in saved)) return saved;
      values.set("version", String((await desk.work().show(id))?.version ?? draft.version));
    }
    const { elsewhere, faults } = await handleDraft(asked, id, values);
    if (elsewhere !== undefined) return { elsewhere };
    return shownDraft(asked, id, { values, faults });
  }
  if (place === undefined) return undefined;
  return draft.state === "secondReading" ? whileRead(asked, place, draft, values) : takeForm(asked, place, form);
}

function withStep(form: URLSearchParams, step: string): URLSearchParams {
  const other = new URLSearchParams(form);
  other.set("do", step);
  return other;
}

/** A draft that somebody reads is not written: who sends twice the form that gave it to its reader is told the same. */
async function whileRead(
  asked: DeskAsked,
  place: FormPlace,
  draft: ActDraft,
  values: Values,
): Promise<Page | Elsewhere> {
  let refused = asked.say.message("refused.state");
  try {
    if (stepOf(values) === "askReading")
      return { elsewhere: await askReading(asked, draft, { key: keyOf(values, asked), values }) };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    refused = refusal(asked.say, error).text;
  }
  return { ...formPage(asked, place, values, [{ text: refused }]), status: 409 };
}

/**
 * A draft that was submitted is gone: who sends its form again is told what it became. What somebody else submitted or discarded
 * meanwhile can be written anew: what was typed stays.
 */
async function gone(asked: DeskAsked, id: Id, values: Values): Promise<Page | Elsewhere | undefined> {
  if (isHandling(values.get("do"))) return handledAgain(asked, id, values);
  const place = await placeOf(asked, [values.get("followUp") ?? "", values.get("act") ?? ""]);
  if (place === undefined) return undefined;
  const { act, acts } = place;
  const read = { id, version: Number(values.get("version")) };
  try {
    if (stepOf(values) === "submit")
      return {
        elsewhere: receiptOf(asked, [await submitSaved(asked, read, { key: keyOf(values, asked), act, values })]),
      };
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  if (acts.length === 0) return undefined;
  return { ...formPage(asked, place, values, [{ text: asked.say.message("refused.draftGone") }]), status: 409 };
}

/** What approved or discarded it is told the same when it is sent twice; nothing where the draft went another way. */
async function handledAgain(asked: DeskAsked, id: Id, values: Values): Promise<Elsewhere | undefined> {
  const { elsewhere } = await handleDraft(asked, id, values);
  return elsewhere === undefined ? undefined : { elsewhere };
}

type Handled = { values: Values; faults: readonly Fault[] };

async function shownDraft(asked: DeskAsked, id: Id, handled?: Handled): Promise<Page | undefined> {
  const { desk, reads, reader, today, say, parameters } = asked;
  const draft = await desk.work().show(id);
  const detail = draft && (await reads.followUp(reader, draft.followUp, today));
  if (draft === undefined || detail === undefined) return undefined;
  const hasForm = isFormAct(draft.act) && draft.state !== "secondReading";
  const forms = <DraftForms {...{ asked, draft, hasForm }} {...handled} />;
  if (!isFormAct(draft.act)) return withoutForm(asked, detail.recommendation.reference, { id, handled, forms });
  const values = await withNamesOfIds(asked, valuesOf(draft.act, draft.input, say.language));
  const refused = new DomainError("invalidInput", "", draft.missing);
  const missing = draft.missing.length === 0 ? [] : faultsOf(say, draft.act, values, refused);
  const place = await formPlace(asked, detail, draft.act, draft);
  const { title, ...around } = aroundForm(asked, place);
  const [done] = parameters.done ?? [];
  const isOpened = done === openedDraft;
  const isHanded = done === "handOver" || done === "sendBack";
  return framed(asked, {
    ...around,
    title: say.message("draft.title", { act: title }),
    heading: title,
    ...(draft.state !== "secondReading" && { saves: true }),
    faults: handled?.faults ?? [],
    body: (
      <>
        {isOpened && <Opened asked={asked} place={place} />}
        {isHanded && <p class="govuk-inset-text">{say.message(`draft.done.${done}`)}</p>}
        <DraftState asked={asked} missing={missing} isSaved={done !== undefined && !isOpened && !isHanded} />
        {draft.state === "secondReading" ? (
          <ReadingView asked={asked} place={place} draft={draft} />
        ) : (
          <PlacedForm {...{ asked, place, values }} hands={<HandsInForm {...{ asked, draft }} {...handled} />} />
        )}
        {forms}
      </>
    ),
  });
}

/** A draft names its files, and what it cites, by their ids; who reads its form sees names and references. */
async function withNamesOfIds({ desk, reads, reader }: DeskAsked, values: Values): Promise<Values> {
  const named = new URLSearchParams(values);
  for (const [name, id] of values) {
    const [, row, part] = /^(evidence\.\d+)\.(file|item|section)$/.exec(name) ?? [];
    if (part === "file") {
      const file = await desk.fileName(id);
      if (file !== undefined) named.set(`${name}Name`, file);
    } else if (part !== undefined) {
      const found =
        part === "item"
          ? (await reads.collectedItem(reader, id))?.item
          : (await reads.reportSection(reader, id))?.section;
      named.set(`${row}.cited`, found?.reference ?? id);
    }
  }
  return named;
}

/** The form of the act led to what was begun before. */
function Opened({ asked: { say, way }, place: { detail, act } }: { asked: DeskAsked; place: FormPlace }) {
  return (
    <p class="govuk-body">
      {say.message("draft.opened")}{" "}
      <a class="govuk-link" href={way(deskAddresses.act(detail.case.followUp.id, act), { another: "yes" })}>
        {say.message("draft.another")}
      </a>
    </p>
  );
}

type StateProps = { asked: DeskAsked; missing: readonly Fault[]; isSaved: boolean };

function DraftState({ asked: { say }, missing, isSaved }: StateProps) {
  return (
    <div class="govuk-inset-text">
      {isSaved && <p class="govuk-body">{say.message("draft.saved")}</p>}
      <p class="govuk-body">{say.message("draft.missing", { missing: missing.length })}</p>
      {missing.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {missing.map(({ text, lang }) => (
            <li key={text} lang={lang}>
              {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type WithoutForm = { id: Id; handled: Handled | undefined; forms: Page["body"] };

function withoutForm(asked: DeskAsked, reference: string, { id, handled, forms }: WithoutForm): Page {
  const { say } = asked;
  return framed(asked, {
    title: say.message("desk.followUp", { reference }),
    faults: handled?.faults ?? [],
    address: deskAddresses.draft(id),
    path: [{ title: say.message("desk.title"), address: deskAddresses.desk() }],
    body: forms,
  });
}
