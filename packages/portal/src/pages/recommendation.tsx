import type { Id } from "@heed/core";
import type { RecommendationDetail } from "@heed/core/read-models/recommendation-detail";
import { beginningOf, titleOrBeginning } from "@heed/core/recommendation/beginning";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import { addressOf, recommendationsNamed } from "../asked/named.ts";
import type { Elsewhere, Page } from "../asked/page.ts";
import { ChoicePage } from "../components/choice-page.tsx";
import { FollowUpView } from "../components/follow-up.tsx";
import { OrganizationLink } from "../components/organization-link.tsx";
import { Overall } from "../components/overall.tsx";
import { Printed } from "../components/printed.tsx";
import { RecommendationFacts } from "../components/recommendation-facts.tsx";
import { Related } from "../components/related.tsx";
import { shown } from "../language/say.ts";

/** A page shows this number of addressees in full, and names the others. */
const mostInFull = 8;

/** By the reference of its report and its own. */
export async function recommendation(asked: Asked, [report = "", reference = ""]: readonly string[]) {
  const named = await recommendationsNamed(asked, report, reference);
  const [only] = named;
  if (only === undefined) return undefined;
  if (named.length > 1) return ChoicePage({ asked, named, address: addresses.recommendation(report, reference) });
  return pageOf(asked, only.id, addresses.recommendation(only.report.reference, only.reference));
}

/** By its id, or by its reference alone: leads to the lasting address where there is one. */
export async function recommendationById(
  asked: Asked,
  [name = ""]: readonly string[],
): Promise<Page | Elsewhere | undefined> {
  const named = await asked.reads.recommendationsByReference(asked.reader, name, asked.asOf);
  const [only] = named;
  if (only === undefined) return undefined;
  const address = addresses.recommendationById(name);
  if (named.length > 1) return ChoicePage({ asked, named, address });
  const lasting = await addressOf(asked, only);
  return lasting === address ? pageOf(asked, only.id, lasting) : { elsewhere: asked.way(lasting) };
}

async function pageOf(asked: Asked, id: Id, address: string): Promise<Page | undefined> {
  const { reads, reader, say, asOf, data } = asked;
  const detail = await reads.recommendation(reader, id, asOf);
  if (detail === undefined) return undefined;
  const { recommendation: it, report, issuingBody, followUps, standing } = detail;
  const full = followUps.slice(0, mostInFull);
  const others = followUps.slice(mostInFull);
  const [details, years] = await Promise.all([
    Promise.all(full.map((each) => reads.followUp(reader, each.id, asOf))),
    reads.yearLevels(
      full.map((each) => each.id),
      asOf,
    ),
  ]);
  const title = say.message("rec.one", { reference: it.reference });
  const named = titleOrBeginning({ title: it.title, beginning: it.text && beginningOf(it.text) });
  const own = named && say.text(named, report.authenticLanguages);
  return {
    title: own === undefined ? title : `${it.reference} ${own.text}`,
    description: say.message("rec.description", { reference: it.reference, day: say.day(asOf) }),
    address,
    data: data(`/recommendations/${encodeURIComponent(id)}`, { asOf }),
    path: [{ title: say.message("nav.recommendations"), address: addresses.recommendations() }],
    body: (
      <article>
        <span class="govuk-caption-l">
          {own === undefined
            ? say.message("rec.from", { report: shown(report.reference), body: say.text(issuingBody.name).text })
            : shown(title)}
        </span>
        <h1 class="govuk-heading-l">{own === undefined ? shown(title) : <bdi lang={own.lang}>{own.text}</bdi>}</h1>
        <Printed asked={asked} detail={detail} />
        <RecommendationFacts asked={asked} detail={detail} />
        {(followUps.length > 1 || detail.parts.length > 0) && <Overall asked={asked} standing={standing} />}
        {detail.parts.length === 0 && (
          <h2 class="govuk-heading-m">{say.message(followUps.length === 0 ? "rec.noAddressee" : "rec.addressees")}</h2>
        )}
        {details.map(
          (each) =>
            each && (
              <FollowUpView
                key={each.case.followUp.id}
                asked={asked}
                detail={each}
                years={years.get(each.case.followUp.id)?.years ?? []}
              />
            ),
        )}
        <OtherAddressees asked={asked} followUps={others} />
        <Related asked={asked} detail={detail} />
      </article>
    ),
  };
}

function OtherAddressees({ asked, followUps }: { asked: Asked; followUps: RecommendationDetail["followUps"] }) {
  const { say } = asked;
  if (followUps.length === 0) return null;
  return (
    <section>
      <h3 class="govuk-heading-s">{say.message("rec.otherAddressees", { count: followUps.length })}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {followUps.slice(0, 200).map(({ id, addressee, position, assessed, timeliness }) => (
          <li key={id}>
            <OrganizationLink asked={asked} organization={addressee} />
            {position &&
              `${say.colon}${say.list([
                say.label("position", position),
                ...(assessed ? [say.label("assessedLevel", assessed)] : []),
                ...(timeliness ? [say.label("timeliness", timeliness)] : []),
              ])}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
