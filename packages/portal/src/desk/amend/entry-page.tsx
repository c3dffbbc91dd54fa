import { DomainError, type Entry } from "@heed/core";
import { isRefusal } from "@heed/core/domain-error";
import { unpublished } from "@heed/core/follow-up/entries/unpublished";
import type { FollowUpDetail } from "@heed/core/read-models/follow-up-detail";
import type { Elsewhere, Page } from "../../asked/page.ts";
import { EntryView } from "../../components/entry.tsx";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { CarriedForm, doOrEdit } from "../form/carried-form.tsx";
import { type Fault, faultsOf, refusal } from "../form/faults.ts";
import { FormFields } from "../form/form-fields.tsx";
import { framed } from "../form/framed.tsx";
import { TextArea } from "../form/inputs.tsx";
import { ForeseenView } from "../form/preview.tsx";
import { keyOf, typedIn } from "../form/sent.ts";
import type { Values } from "../form/values.ts";
import { receiptOfEntries } from "../receipt-of.ts";
import { fieldIn } from "../register/filled.ts";
import { RegisterForm } from "../register/register-form.tsx";
import { amendableEntries, mayCorrect } from "./amendable.ts";
import { actOf, changeIn, correctedFields, entryValues } from "./correction.ts";

type Amending = "correct" | "retract";

/** The field of why an entry is retracted; that of a correction may have a reason of its own. */
const reasonField = "retract.reason";

/** One entry, with the forms that correct or retract it. */
export async function entryPage(asked: DeskAsked, parts: readonly string[]): Promise<Page | undefined> {
  const place = await placeOf(asked, parts);
  return place?.mayAmend ? shownEntry(asked, place) : undefined;
}

export async function submitEntry(
  asked: DeskAsked,
  parts: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const { desk } = asked;
  const place = await placeOf(asked, parts);
  const values = typedIn(form);
  const does = values.get("do");
  const act = values.get("act");
  if (place === undefined || (act !== "correct" && act !== "retract")) return undefined;
  if (does === "edit") return shownEntry(asked, place, { act, values, faults: [] });
  const { detail, entry } = place;
  const followUp = detail.case.followUp.id;
  const input = inputOf(asked, act, entry, values);
  try {
    if (does !== act) {
      const foreseen = await desk.work().foresee({ followUp, act, input });
      return foreseenPage(asked, place, { act, values, view: <ForeseenView asked={asked} foreseen={foreseen} /> });
    }
    const request = { key: `${keyOf(values, asked)} ${act}`, operation: `${act} ${entry.id}`, body: input };
    const { entries } = await desk.amend(request, { followUp, act, input });
    return { elsewhere: receiptOfEntries(asked, entries) };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return shownEntry(asked, place, { act, values, faults: faultsIn(asked, act, entry, values, error) });
  }
}

type Place = { detail: FollowUpDetail; entry: Entry; mayAmend: boolean; mayCorrect: boolean };

async function placeOf(asked: DeskAsked, [id = "", named]: readonly string[]): Promise<Place | undefined> {
  const { reads, reader, today } = asked;
  const detail = await reads.followUp(reader, id, today);
  const entry = detail?.case.entries.find((each) => each.id === named);
  if (detail === undefined || entry === undefined) return undefined;
  const amendable = await amendableEntries(asked, detail);
  return {
    ...{ detail, entry },
    mayAmend: amendable.some((each) => each.id === entry.id),
    mayCorrect: await mayCorrect(asked, detail.case.followUp.id, entry),
  };
}

/** What a form was sent with stays the same when it is sent again, though the entry is corrected by then. */
function inputOf(asked: DeskAsked, act: Amending, entry: Entry, values: Values): Record<string, unknown> {
  if (act === "correct") return { corrects: entry.id, change: changeIn(asked, entry, values) };
  const reason = (values.get(reasonField) ?? "").trim();
  return { retracts: entry.id, ...(reason !== "" && { reason }) };
}

function faultsIn(asked: DeskAsked, act: Amending, entry: Entry, values: Values, error: DomainError): Fault[] {
  const { say } = asked;
  const form = actOf(entry);
  if (act === "retract") {
    if (!error.issues.some(({ name }) => name === "reason")) return [refusal(say, error)];
    return [{ name: reasonField, text: say.message("fault.missing", { label: say.message("amend.reason") }) }];
  }
  const issues = error.issues.map((issue) =>
    issue.name === undefined ? issue : { ...issue, name: issue.name.replace(/^change\./, "") },
  );
  if (form === undefined || issues.some(({ name }) => name === "change"))
    return [{ text: say.message("amend.nothing") }];
  return faultsOf(say, form, values, new DomainError(error.code, error.message, issues));
}

type Faulty = { act: Amending; values: Values; faults: readonly Fault[] };

function around({ say }: DeskAsked, { detail, entry }: Place) {
  const id = detail.case.followUp.id;
  return {
    address: deskAddresses.entry(id, entry.id),
    path: [
      { title: say.message("desk.title"), address: deskAddresses.desk() },
      { title: detail.recommendation.reference, address: deskAddresses.followUp(id) },
      { title: say.message("amend.title"), address: deskAddresses.amend(id) },
    ],
  };
}

function shownEntry(asked: DeskAsked, place: Place, faulty?: Faulty): Page {
  const { say } = asked;
  const { detail, entry } = place;
  const { address, path } = around(asked, place);
  const fields = correctedFields(asked, entry);
  const form = actOf(entry);
  const typed = (act: Amending) => (faulty?.act === act ? faulty : undefined);
  const preview = [{ does: "preview", text: say.message("form.preview") }];
  const { values = new URLSearchParams(), faults = [] } = typed("retract") ?? {};
  return framed(asked, {
    title: say.message("amend.title"),
    ...{ address, path, faults: faulty?.faults ?? [] },
    body: (
      <>
        <p class="govuk-body">{say.message("amend.text")}</p>
        <ol class="heed-timeline">
          <EntryView asked={asked} entry={entry} waiting={unpublished(detail.case.entries)} />
        </ol>
        {form !== undefined && fields.length > 0 && place.mayCorrect && (
          <section class="heed-block" aria-labelledby="correct">
            <h2 class="govuk-heading-m" id="correct">
              {say.message("act.correct")}
            </h2>
            <p class="govuk-body">{say.message("amend.correct.text")}</p>
            <RegisterForm {...{ asked, address }} buttons={preview}>
              <input type="hidden" name="act" value="correct" />
              <FormFields
                {...{ say, detail, fields }}
                act={form}
                values={typed("correct")?.values ?? entryValues(asked, entry)}
                faults={typed("correct")?.faults ?? []}
              />
            </RegisterForm>
          </section>
        )}
        <section class="heed-block" aria-labelledby="retract">
          <h2 class="govuk-heading-m" id="retract">
            {say.message("act.retract")}
          </h2>
          <p class="govuk-body">{say.message("amend.retract.text")}</p>
          <RegisterForm {...{ asked, address }} buttons={preview}>
            <input type="hidden" name="act" value="retract" />
            <TextArea {...fieldIn({ say, values, faults }, reasonField, say.message("amend.reason"))} rows={3} />
          </RegisterForm>
        </section>
      </>
    ),
  });
}

type Foreseeing = { act: Amending; values: Values; view: Page["body"] };

/** What would happen, and the way to let it happen, or back to the form. */
function foreseenPage(asked: DeskAsked, place: Place, { act, values, view }: Foreseeing): Page {
  const { say } = asked;
  const { address, path } = around(asked, place);
  return framed(asked, {
    title: say.message("preview.title", { act: say.message(`act.${act}`) }),
    ...{ address, path },
    body: (
      <>
        {view}
        <CarriedForm {...{ asked, address, values }} buttons={doOrEdit(asked, act, say.message("form.submit"))} />
      </>
    ),
  });
}
