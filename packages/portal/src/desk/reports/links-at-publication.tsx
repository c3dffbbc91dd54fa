import type { Day, Id } from "@heed/core";
import type { RecommendationDetail } from "@heed/core/read-models/recommendation-detail";
import type { SimilarRecommendation } from "@heed/core/read-models/similar-recommendation";
import { LinkType } from "@heed/core/recommendation/link";
import { RecommendationLink } from "../../components/recommendation-link.tsx";
import type { DeskAsked } from "../desk-asked.ts";
import { type Fault, refusal } from "../form/faults.ts";
import { SelectInput } from "../form/inputs.tsx";
import type { Values } from "../form/values.ts";
import { doRegisterAct } from "../register/do-register-act.ts";
import { type ClosedByLink, closedByLinks } from "./closed-by-link.tsx";
import type { RemarksOf } from "./remarks-at-publication.tsx";

/** A recommendation of the draft, and a published one that may have asked the same. */
type AskedBefore = { from: RecommendationDetail["recommendation"]; similar: SimilarRecommendation };

/** How the newer one may be linked to the older one. */
export const linkTypes = ["repeats", "sharpens", "supersedes", "relatesTo"] as const satisfies readonly LinkType[];

export function askedBeforeIn(
  recommendations: readonly RecommendationDetail[],
  remarks: RemarksOf,
  on: Day,
): readonly AskedBefore[] {
  return recommendations.flatMap(({ recommendation }) =>
    (remarks.get(recommendation.id) ?? []).flatMap(({ similar = [] }) =>
      similar
        .filter(({ report }) => report.publishedOn !== undefined && report.publishedOn <= on)
        .map((each) => ({ from: recommendation, similar: each })),
    ),
  );
}

type Props = { asked: DeskAsked; askedBefore: readonly AskedBefore[]; values: Values };

/** The links that are made with the publication: only those that are chosen. A link leads between two published ones, so none can be made before. */
export function LinkFields({ asked, askedBefore, values }: Props) {
  const { say } = asked;
  if (askedBefore.length === 0) return null;
  return (
    <section aria-labelledby="links">
      <h3 class="govuk-heading-s" id="links">
        {say.message("links.title")}
      </h3>
      <p class="govuk-body">{say.message("links.text")}</p>
      {askedBefore.map(({ from, similar }) => {
        const id = linkName(from.id, similar.id);
        return (
          <div key={id}>
            <p class="govuk-body">
              <RecommendationLink asked={asked} recommendation={similar} report={similar.report} />
            </p>
            <SelectInput
              {...{ say, id }}
              label={say.message("links.one", { from: from.reference, to: similar.reference })}
              value={values.get(id) ?? ""}
              choices={linkTypes.map((type) => ({ value: type, text: say.label("linkType", type) }))}
              none={say.message("links.none")}
            />
          </div>
        );
      })}
    </section>
  );
}

function linkName(from: string, to: string): string {
  return `link ${encodeURIComponent(from)} ${encodeURIComponent(to)}`;
}

/** The links that were chosen in the form, each by the name of its field. */
function linksIn(values: Values): { name: string; from: Id; to: Id; type: LinkType }[] {
  return [...values].flatMap(([name, value]) => {
    const [, from, to] = /^link (\S+) (\S+)$/.exec(name) ?? [];
    const type = LinkType.safeParse(value).data;
    if (from === undefined || to === undefined || type === undefined) return [];
    return [{ name, from: decodeURIComponent(from), to: decodeURIComponent(to), type }];
  });
}

/** What the links that were chosen would close with a publication on a day. */
export async function closedAtPublication(asked: DeskAsked, values: Values, on: Day): Promise<readonly ClosedByLink[]> {
  const { reads, reader, today } = asked;
  const links = await Promise.all(
    linksIn(values).map(async ({ from, ...link }) => {
      const detail = await reads.recommendation(reader, from, today);
      return detail === undefined ? [] : [{ ...link, from: detail }];
    }),
  );
  return closedByLinks(asked, links.flat(), on);
}

/** Makes the links that were chosen. The report is published already: what is refused is told, and can be linked afterwards. */
export async function makeLinks(asked: DeskAsked, values: Values): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const { name, from, to, type } of linksIn(values)) {
    const taken = await doRegisterAct(asked, values, { act: "link", thing: from, input: { type, to } }, name);
    if ("error" in taken) faults.push(refusal(asked.say, taken.error));
  }
  return faults;
}
