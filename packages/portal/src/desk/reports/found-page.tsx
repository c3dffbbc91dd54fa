import type { Id } from "@heed/core";
import { canonical } from "@heed/core/canonical";
import { type Found, mostProposed, type PlaceInFile } from "@heed/core/drafting/proposed/proposed-recommendation";
import type { ReportDetail } from "@heed/core/read-models/report-detail";
import { additionFaults } from "@heed/core/register/check-additions";
import type { Elsewhere, Page } from "../../asked/page.ts";
import type { Say } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { Checkbox, TextArea } from "../form/inputs.tsx";
import { typedIn } from "../form/sent.ts";
import type { Values } from "../form/values.ts";
import { doRegisterActs } from "../register/do-register-act.ts";
import { faultsAt, fieldIn } from "../register/filled.ts";
import { RegisterForm } from "../register/register-form.tsx";
import { setTexts } from "../register/texts.tsx";
import { unknownOrganization } from "../register/unknown-organization.ts";
import { addresseesIn } from "./addressees.ts";
import { draftOver } from "./draft-over.tsx";
import { ownReport, pathTo, recommendationsOf } from "./own-report.ts";
import { PartFields, partIn, partPlaces, wholesIn } from "./part-fields.tsx";
import { RecommendationFields, recommendationInput, recommendationPlaces } from "./recommendation-form.tsx";
import { Remarks } from "./remarks.tsx";
import { languagesOf } from "./report-languages.ts";
import { readRowRemarks } from "./row-remarks.ts";

type Looked = { found?: Found; values?: Values; faults?: readonly Fault[] };

/** What was found, each with its place, to be changed, left out, and joined into the draft by one button. It lies in the form alone. */
export async function shownFound(asked: DeskAsked, { report }: ReportDetail, looked: Looked): Promise<Page> {
  const { say } = asked;
  const { found, faults = [] } = looked;
  const values = looked.values ?? valuesOf(found?.items ?? []);
  const rows = rowsIn(values);
  const languages = languagesOf(report);
  const [remarks, wholes] = await Promise.all([
    readRowRemarks(asked, report, values, rows),
    wholesIn(asked, report.id),
  ]);
  const title = say.message("found.title");
  const address = deskAddresses.found(report.id);
  return framed(asked, {
    title,
    faults,
    address: deskAddresses.paste(report.id),
    path: pathTo(asked, report),
    body: (
      <>
        <p class="govuk-body">{say.message("found.count", { count: rows.length })}</p>
        {found && found.others > 0 && <p class="govuk-body">{say.message("found.others", { count: found.others })}</p>}
        <RegisterForm asked={asked} address={address} buttons={[{ does: "join", text: say.message("found.join") }]}>
          <TextArea
            {...fieldIn({ say, values, faults }, "all", say.message("found.all"), "draftRec.addressees.hint")}
            rows={2}
          />
          {rows.map((prefix, place) => (
            <fieldset class="govuk-fieldset heed-answer" key={prefix}>
              <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
                {say.message("found.one", { number: place + 1, count: rows.length })}{" "}
                <span class="heed-meta">
                  {values.get(`${prefix}place`) && placeText(say, values.get(`${prefix}place`) ?? "")}
                </span>
              </legend>
              <input type="hidden" name={`${prefix}place`} value={values.get(`${prefix}place`) ?? ""} />
              <Remarks
                asked={asked}
                remarks={remarks.get(prefix) ?? []}
                step={({ code }) =>
                  code === "perhapsAskedBefore" ? <p class="govuk-body">{say.message("remarks.link")}</p> : null
                }
              />
              <RecommendationFields filled={{ say, values, faults, prefix }} languages={languages} />
              <PartFields filled={{ say, values, faults, prefix }} wholes={wholes} />
              <Checkbox {...fieldIn({ say, values, faults, prefix }, "leaveOut", say.message("found.leaveOut"))} />
            </fieldset>
          ))}
        </RegisterForm>
      </>
    ),
  });
}

/** What was looked through for a draft that was published or discarded meanwhile. */
function lateRows(asked: DeskAsked, report: Id, values: Values): Promise<Page | undefined> {
  const { say } = asked;
  return draftOver(asked, report, {
    ...{ title: say.message("found.title"), address: deskAddresses.paste(report), values },
    fields: (languages) =>
      rowsIn(values).map((prefix) => (
        <fieldset class="govuk-fieldset heed-answer" key={prefix}>
          <RecommendationFields filled={{ say, values, faults: [], prefix }} languages={languages} />
        </fieldset>
      )),
  });
}

/** A place as the form keeps it: table, row, paragraph. */
function placeText(say: Say, kept: string): string {
  const [table = "", row = "", paragraph = ""] = kept.split(" ");
  if (paragraph !== "0") return say.message("found.paragraph", { paragraph });
  return table === "0" ? say.message("found.row", { row }) : say.message("found.table", { table, row });
}

function keptPlace({ table = 0, row = 0, paragraph = 0 }: PlaceInFile): string {
  return `${table} ${row} ${paragraph}`;
}

function valuesOf(items: Found["items"]): Values {
  const values = new URLSearchParams();
  for (const [place, item] of items.entries()) {
    const prefix = `r.${place}.`;
    values.set(`${prefix}place`, keptPlace(item.place));
    values.set(`${prefix}reference`, item.reference ?? String(place + 1));
    setTexts(values, `${prefix}text`, item.text);
    setTexts(values, `${prefix}title`, item.title);
    values.set(`${prefix}addressees`, item.addressees.join("\n"));
    values.set(`${prefix}themes`, item.themes.join("\n"));
    values.set(`${prefix}implementationDue`, item.implementationDue ?? "");
  }
  return values;
}

function rowsIn(values: Values): string[] {
  return Array.from({ length: mostProposed }, (_, place) => `r.${place}.`).filter((prefix) =>
    values.has(`${prefix}place`),
  );
}

/** Joins what was looked through into the draft: all that is not left out, or nothing. */
export async function submitFound(
  asked: DeskAsked,
  [id = ""]: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const { say, way } = asked;
  const detail = await ownReport(asked, id);
  const values = typedIn(form);
  if (detail === undefined) return lateRows(asked, id, values);
  const languages = languagesOf(detail.report);
  const isDraft = detail.report.status === "draft";
  const rows = rowsIn(values).filter((prefix) => values.get(`${prefix}leaveOut`) !== "yes");
  if (rows.length === 0 && !isDraft) return lateRows(asked, id, values);
  if (rows.length === 0)
    return shownFound(asked, detail, { values, faults: [{ text: say.message("fault.found.nothingLeft") }] });
  const all = await addresseesIn(asked, values.get("all") ?? "");
  const read = await Promise.all(rows.map((prefix) => recommendationInput(asked, values, languages, prefix)));
  const inputs = read.map(({ input }, place) => ({
    ...("addressees" in input ? input : { ...input, addressees: all.addressees }),
    ...partIn(values, rows[place]),
  }));
  const told = (place: number, error: Parameters<typeof faultsAt>[2]) =>
    faultsAt(
      { say, values, prefix: rows[place] ?? "" },
      [...partPlaces(say), ...recommendationPlaces(say, languages)],
      error,
    );
  const known = await recommendationsOf(asked, id);
  // One with the same words may be of this form, sent before: its act is done once, or refuses it.
  const isSame = (each: (typeof known)[number]) =>
    inputs.some(
      ({ reference, text }) =>
        reference === each.recommendation.reference &&
        canonical(text ?? {}) === canonical(each.recommendation.text ?? {}),
    );
  const taken = known.filter((each) => !isSame(each)).map(({ recommendation }) => recommendation.reference);
  const faults = [
    ...(await Promise.all(
      all.unknown.map(async (name) => ({ name: "all", text: await unknownOrganization(asked, "found.all", name) })),
    )),
    ...read.flatMap((each) => each.faults),
    ...[...additionFaults(taken, inputs)].flatMap(([place, error]) => told(place, error)),
  ];
  if (faults.length > 0) return isDraft ? shownFound(asked, detail, { values, faults }) : lateRows(asked, id, values);
  const acts = inputs.map((input, place) => ({
    act: { act: "addRecommendation", thing: id, input } as const,
    place: rows[place] ?? "",
  }));
  const added = await doRegisterActs(asked, values, acts);
  // Of what was published meanwhile, a form that comes twice still leads to what it joined.
  if ("error" in added && !isDraft) return lateRows(asked, id, values);
  if ("error" in added) return shownFound(asked, detail, { values, faults: told(added.at, added.error) });
  return { elsewhere: way(deskAddresses.report(id), { done: "joined" }) };
}
