import type { Brief } from "@heed/core/briefing/brief";
import { briefText } from "@heed/core/briefing/wording/brief-text";
import { typesetAll } from "@heed/core/wording/typeset";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import { YearStrip } from "../charts/year-strip.tsx";
import { shown } from "../language/say.ts";
import { BriefDates } from "./brief-dates.tsx";
import { OrganizationLink } from "./organization-link.tsx";
import { Printed } from "./printed.tsx";
import { RecommendationLink } from "./recommendation-link.tsx";

/** A page shows the years of this number of addressees. */
const mostStrips = 3;

type Props = { asked: Asked; brief: Brief; place: number; total: number };

/** One recommendation in short, to be printed on a page of its own. */
export function BriefView({ asked, brief, place, total }: Props) {
  const { say, way, asOf, origin } = asked;
  const { recommendation, report, text, followUps } = brief;
  const { sentences, question } = typesetAll(say.language, briefText(brief, say.language, say.day));
  const address = addresses.recommendation(report.reference, recommendation.reference);
  return (
    <article class="heed-block heed-brief">
      <h2 class="govuk-heading-m">
        <RecommendationLink asked={asked} recommendation={recommendation} report={report} />
      </h2>
      {text && <Printed asked={asked} detail={{ recommendation: { text }, report }} />}
      {sentences.map((sentence) => (
        <p class="govuk-body heed-text" key={sentence}>
          {shown(sentence)}
        </p>
      ))}
      <p class="govuk-inset-text heed-brief__question">
        <strong>{say.message("briefing.question")}</strong> <bdi>{shown(question)}</bdi>
      </p>
      <div class="heed-brief__addressees">
        {followUps.slice(0, mostStrips).map((followUp) => (
          <section key={followUp.followUp}>
            <h3 class="govuk-heading-s">
              <OrganizationLink asked={asked} organization={followUp.responsible} />
            </h3>
            {followUp.years.length > 0 && <YearStrip say={say} years={followUp.years} />}
            <BriefDates asked={asked} followUp={followUp} />
          </section>
        ))}
      </div>
      {brief.addressees > mostStrips && (
        <p class="heed-meta">{say.message("rec.otherAddressees", { count: brief.addressees - mostStrips })}</p>
      )}
      <p class="heed-print">
        {say.message("briefing.place", { place, total })} · {say.day(asOf)} · {origin}
        {way(address)}
      </p>
    </article>
  );
}
