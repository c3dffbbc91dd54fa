import { textIn } from "@heed/core";
import type { LinkedRecommendation } from "@heed/core/read-models/recommendation-ref";
import type { SimilarRecommendation } from "@heed/core/read-models/similar-recommendation";
import { titleOrBeginning } from "@heed/core/recommendation/beginning";
import { LinkType } from "@heed/core/recommendation/link";
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
import { type ClosedByLink, ClosedList, closedByLinks, readClosed } from "./closed-by-link.tsx";
import { linkTypes } from "./links-at-publication.tsx";
import type { OwnRecommendation } from "./own-report.ts";

/** The choice of one that is not offered. */
const another = "another";

type Props = {
  asked: DeskAsked;
  detail: OwnRecommendation["detail"];
  typed: Values | undefined;
  /** What the link of the form would close, where that was worked out. */
  closes?: readonly ClosedByLink[] | undefined;
  faults: readonly Fault[];
};

/** Links a published recommendation to an earlier one: those with near words are offered, and any other is named. */
export async function LinkForm({ asked, detail, typed, closes = [], faults }: Props) {
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
        buttons={[{ does: "link", text: say.message(closes.length === 0 ? "links.make" : "links.make.closing") }]}
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
        {closes.length > 0 && <input type="hidden" name="link.closes" value={readClosed(closes)} />}
        <ClosedList asked={asked} closed={closes} />
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

/** Makes the link of the form, unless it would close what its sender was not told of; faults where it is refused. */
export async function makeLink(
  asked: DeskAsked,
  { detail }: OwnRecommendation,
  values: Values,
): Promise<{ faults: readonly Fault[]; closes?: readonly ClosedByLink[] }> {
  const { recommendation } = detail;
  const { say } = asked;
  const of = (name: string) => (values.get(`link.${name}`) ?? "").trim();
  const isOffered = of("to") !== "" && of("to") !== another;
  const older = isOffered ? of("to") : await numbered(asked, of("number"));
  const untyped = of("type") === "" ? [missing("link.type", say.message("links.type"))] : [];
  if (typeof older !== "string") return { faults: [older, ...untyped] };
  if (untyped.length > 0) return { faults: untyped };
  const type = LinkType.safeParse(of("type")).data;
  const closes = type ? await closedByLinks(asked, [{ from: detail, to: older, type }], asked.today) : [];
  if (closes.length > 0 && readClosed(closes) !== of("closes")) return { faults: [], closes };
  const input = { type: of("type"), to: older, ...(of("reason") !== "" && { reason: of("reason") }) };
  const taken = await doRegisterAct(asked, values, { act: "link", thing: recommendation.id, input });
  if ("done" in taken) return { faults: [] };
  const label = say.message("links.to");
  const at = isOffered ? "to" : "number";
  const places = [
    ...["to", "on"].map((name) => ({ name, at, label, rule: "fault.rule.link" as const })),
    { name: "type", label: say.message("links.type"), rule: "fault.choice" as const },
    { name: "reason", label: say.message("links.reason") },
  ];
  return { faults: faultsAt({ say, values, prefix: "link." }, places, taken.error), closes };

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
