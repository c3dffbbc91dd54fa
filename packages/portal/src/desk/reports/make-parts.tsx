import type { DomainError } from "@heed/core";
import type { DraftingRemark } from "@heed/core/read-models/drafting-remark";
import type { RecommendationDetail } from "@heed/core/read-models/recommendation-detail";
import { additionFaults } from "@heed/core/register/check-additions";
import type { OnRegister } from "../../asked/desk.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { TextInput } from "../form/inputs.tsx";
import type { Values } from "../form/values.ts";
import { doRegisterActs, versionIn } from "../register/do-register-act.ts";
import { faultsAt, fieldIn } from "../register/filled.ts";
import { RegisterForm } from "../register/register-form.tsx";
import { TextsInput, textsIn, toldTexts } from "../register/texts.tsx";
import { listedIn, type OwnRecommendation } from "./own-report.ts";
import { languagesOf } from "./report-languages.ts";

/** A part as it is proposed: its label, and its words in each language that tells as many parts. */
type ProposedPart = { label: string; text: Readonly<Record<string, string>> };

const labels = "abcdefghijklmnopqrstuvwxyz";

/** The parts that a remark offers; none where there are parts already. Languages that tell another number of demands are left to the drafter. */
export function proposedParts({ parts }: RecommendationDetail, remarks: readonly DraftingRemark[]): ProposedPart[] {
  const told = remarks.filter(({ code }) => code === "severalDemands");
  const [first] = told;
  if (first === undefined || parts.length > 0) return [];
  const passages = first.passages ?? [];
  return passages.slice(0, labels.length).map((_, place) => ({
    label: labels[place] ?? "",
    text: Object.fromEntries(
      told.flatMap(({ language = "", passages: own = [] }) =>
        own.length === passages.length ? [[language, own[place] ?? ""]] : [],
      ),
    ),
  }));
}

type Props = {
  asked: DeskAsked;
  detail: RecommendationDetail;
  version: number;
  proposed: readonly ProposedPart[];
  typed: Values | undefined;
  faults: readonly Fault[];
};

/** Takes the proposal of parts: each with its words, which can be changed first. Who is addressed is so by each part. */
export function PartsForm({ asked, detail: { recommendation, report }, version, proposed, typed, faults }: Props) {
  const { say } = asked;
  const values = typed ?? valuesOf(proposed);
  const languages = languagesOf(report);
  return (
    <section class="heed-block" aria-labelledby="parts">
      <h2 class="govuk-heading-m" id="parts">
        {say.message("parts.title")}
      </h2>
      <p class="govuk-body">{say.message("parts.text")}</p>
      <RegisterForm
        asked={asked}
        address={deskAddresses.recommendation(recommendation.id)}
        version={version}
        buttons={[{ does: "makeParts", text: say.message("parts.make", { count: rowsIn(values).length }) }]}
      >
        {rowsIn(values).map((prefix, place) => {
          const filled = { say, values, faults, prefix };
          return (
            <fieldset class="govuk-fieldset heed-answer" key={prefix}>
              <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
                {say.message("parts.one", { number: place + 1 })}
              </legend>
              <TextInput {...fieldIn(filled, "label", say.message("parts.label"))} />
              <TextsInput filled={filled} name="text" label="draftRec.text" languages={languages} rows={3} />
            </fieldset>
          );
        })}
      </RegisterForm>
    </section>
  );
}

function valuesOf(proposed: readonly ProposedPart[]): Values {
  const values = new URLSearchParams();
  for (const [place, { label, text }] of proposed.entries()) {
    values.set(`part.${place}.label`, label);
    for (const [language, words] of Object.entries(text)) values.set(`part.${place}.text.${language}`, words);
  }
  return values;
}

/** What stands before the fields of each part. */
function rowsIn(values: Values): string[] {
  return [...labels].map((_, place) => `part.${place}.`).filter((prefix) => values.has(`${prefix}label`));
}

/** Makes the parts: the whole is addressed to nobody any more, and each part to those to whom the whole was. Faults where one is refused, and then nothing is made. */
export async function makeParts(
  asked: DeskAsked,
  { detail }: OwnRecommendation,
  values: Values,
): Promise<readonly Fault[]> {
  const { say } = asked;
  const { recommendation, report } = detail;
  const languages = languagesOf(report);
  const label = say.message("parts.label");
  const places = [
    ...toldTexts(say, "text", "draftRec.text", languages),
    { name: "label", label, rule: "fault.rule.partLabel" as const },
    // Its reference is made of its label.
    { name: "reference", at: "label", label, rule: "fault.rule.partLabel" as const },
  ];
  const rows = rowsIn(values).filter((prefix) => textsIn(values, `${prefix}text`, languages) !== undefined);
  const unlabelled = rows.filter((prefix) => (values.get(`${prefix}label`) ?? "").trim() === "");
  if (unlabelled.length > 0)
    return unlabelled.map((prefix) => ({
      name: `${prefix}label`,
      text: say.message("fault.missing", { label: say.message("parts.label") }),
    }));
  const inputs = rows.map((prefix) => partInput(detail, values, prefix));
  const others = await listedIn(asked, report.id);
  const unfit = additionFaults(
    others.map(({ reference }) => reference),
    inputs,
  );
  const told = (place: number, error: DomainError) =>
    faultsAt({ say, values, prefix: rows[place] ?? "" }, places, error);
  if (unfit.size > 0) return [...unfit].flatMap(([place, error]) => told(place, error));
  const emptied: OnRegister = {
    ...({ act: "changeRecommendation", thing: report.id, part: recommendation.id } as const),
    ...{ input: { addressees: [] }, ...versionIn(values) },
  };
  const added = inputs.map((input, place) => ({
    act: { act: "addRecommendation", thing: report.id, input } as const,
    place: String(place),
  }));
  const made = await doRegisterActs(asked, values, [{ act: emptied }, ...added]);
  if ("done" in made) return [];
  return made.at === 0 ? faultsAt({ say, values }, [], made.error) : told(made.at - 1, made.error);
}

function partInput({ recommendation, report, followUps }: RecommendationDetail, values: Values, prefix: string) {
  const label = (values.get(`${prefix}label`) ?? "").trim();
  const { themes, implementationDue } = recommendation;
  return {
    reference: `${recommendation.reference}${label}`,
    ...{ label, partOf: recommendation.id, themes },
    ...(implementationDue && { implementationDue }),
    text: textsIn(values, `${prefix}text`, languagesOf(report)),
    addressees: followUps.map(({ addressee, role }) => ({ organization: addressee.id, role })),
  };
}
