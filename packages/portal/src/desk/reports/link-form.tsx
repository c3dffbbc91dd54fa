import { textIn } from "@heed/core";
import type { LinkedRecommendation } from "@heed/core/read-models/recommendation-ref";
import type { SimilarRecommendation } from "@heed/core/read-models/similar-recommendation";
import { titleOrBeginning } from "@heed/core/recommendation/beginning";
import { publishedFrom } from "@heed/core/report/publication-day";
import { RecommendationLink } from "../../components/recommendation-link.tsx";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { Radios, SelectInput, TextArea, TextInput } from "../form/inputs.tsx";
import type { Values } from "../form/values.ts";
import { doRegisterAct } from "../register/do-register-act.ts";
import { faultsAt, fieldIn } from "../register/filled.ts";
import { numberWithReport, recommendationsNumbered } from "../register/recommendations-numbered.ts";
import { RegisterForm } from "../register/register-form.tsx";
import { linkTypes } from "./links-at-publication.tsx";
import type { OwnRecommendation } from "./own-report.ts";

/** The choice of one that is not offered. */
const another = "another";

type Props = {
  asked: DeskAsked;
  detail: OwnRecommendation["detail"];
  typed: Values | undefined;
  faults: readonly Fault[];
};

/** Links a published recommendation to an earlier one: those with near words are offered, and any other is named. */
export async function LinkForm({ asked, detail, typed, faults }: Props) {
  const { say } = asked;
  const { recommendation, links } = detail;
  const similar = await readEarlier(asked, detail);
  const values = new URLSearchParams(typed ?? {});
  if (!values.has("link.to") && similar.length === 0) values.set("link.to", another);
  const filled = { say, values, faults };
  return (
    <section class="heed-block" aria-labelledby="link">
      <h2 class="govuk-heading-m" id="link">
        {say.message("links.after.title")}
      </h2>
      <p class="govuk-body">{say.message("links.after.text")}</p>
      {links.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{say.message("links.known")}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {links.map(({ id, type, from, to }) => (
              <li key={id}>
                <RecommendationLink asked={asked} recommendation={from} report={from.report} />:{" "}
                {say.label("linkType", type)}{" "}
                {to && <RecommendationLink asked={asked} recommendation={to} report={to.report} />}
              </li>
            ))}
          </ul>
        </>
      )}
      <RegisterForm
        asked={asked}
        address={deskAddresses.recommendation(recommendation.id)}
        buttons={[{ does: "link", text: say.message("links.make") }]}
      >
        {similar.length > 0 && (
          <Radios
            {...fieldIn(filled, "link.to", say.message("links.to"))}
            choices={[
              ...similar.map((each) => ({ value: each.id, text: nameOf(asked, each) })),
              { value: another, text: say.message("links.another") },
            ]}
          />
        )}
        <TextInput {...fieldIn(filled, "link.number", say.message("links.number"), "links.number.hint")} />
        <SelectInput
          {...fieldIn(filled, "link.type", say.message("links.type"))}
          choices={linkTypes.map((type) => ({ value: type, text: say.label("linkType", type) }))}
          none={say.message("field.choose")}
        />
        <TextArea
          {...fieldIn(filled, "link.reason", say.message("field.optional", { label: say.message("links.reason") }))}
          rows={2}
        />
      </RegisterForm>
    </section>
  );
}

/** Those with near words that were published before this one. */
async function readEarlier(
  { reads, reader, today }: DeskAsked,
  { recommendation, report }: OwnRecommendation["detail"],
): Promise<readonly SimilarRecommendation[]> {
  const day = publishedFrom(report) ?? today;
  const remarks = (await reads.draftingRemarks(reader, recommendation.id, today)) ?? [];
  return remarks
    .flatMap(({ similar = [] }) => similar)
    .filter(
      (each) => each.report.id !== report.id && each.report.publishedOn !== undefined && each.report.publishedOn <= day,
    );
}

function nameOf({ say }: DeskAsked, { reference, report, ...named }: LinkedRecommendation): string {
  const title = titleOrBeginning(named);
  return `${reference} (${report.reference})${title ? `${say.colon}${textIn(title, say.language, report.authenticLanguages)}` : ""}`;
}

/** Makes the link of the form; faults where it is refused. */
export async function makeLink(
  asked: DeskAsked,
  { detail: { recommendation } }: OwnRecommendation,
  values: Values,
): Promise<readonly Fault[]> {
  const { say } = asked;
  const of = (name: string) => (values.get(`link.${name}`) ?? "").trim();
  const isOffered = of("to") !== "" && of("to") !== another;
  const older = isOffered ? of("to") : await numbered(asked, of("number"));
  const untyped = of("type") === "" ? [missing("link.type", say.message("links.type"))] : [];
  if (typeof older !== "string") return [older, ...untyped];
  if (untyped.length > 0) return untyped;
  const input = { type: of("type"), to: older, ...(of("reason") !== "" && { reason: of("reason") }) };
  const taken = await doRegisterAct(asked, values, { act: "link", thing: recommendation.id, input });
  if ("done" in taken) return [];
  const label = say.message("links.to");
  const at = isOffered ? "to" : "number";
  const places = [
    ...["to", "on"].map((name) => ({ name, at, label, rule: "fault.rule.link" as const })),
    { name: "type", label: say.message("links.type"), rule: "fault.choice" as const },
    { name: "reason", label: say.message("links.reason") },
  ];
  return faultsAt({ say, values, prefix: "link." }, places, taken.error);

  function missing(name: string, label: string): Fault {
    return { name, text: say.message("fault.missing", { label }) };
  }
}

/** The id of the one with a number, after which its report may stand in brackets; a fault where that is not one. */
async function numbered(asked: DeskAsked, typed: string): Promise<string | Fault> {
  const { say } = asked;
  const name = "link.number";
  const label = say.message("links.number");
  if (typed === "") return { name, text: say.message("fault.missing", { label }) };
  const found = await recommendationsNumbered(asked, typed);
  const [only, ...others] = found;
  if (only === undefined) return { name, text: say.message("fault.link.unknown", { label, number: typed }) };
  if (others.length === 0) return only.id;
  return { name, text: say.message("fault.link.several", { label, reports: say.list(found.map(numberWithReport)) }) };
}
