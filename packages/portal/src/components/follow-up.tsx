import type { YearLevels } from "@heed/core";
import type { FollowUpDetail } from "@heed/core/read-models/follow-up-detail";
import { followUpPart } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import { YearStrip } from "../charts/year-strip.tsx";
import { shown } from "../language/say.ts";
import { FourAnswers } from "./four-answers.tsx";
import { OrganizationLink } from "./organization-link.tsx";
import { OwedTable } from "./owed-table.tsx";
import { Reasons } from "./reasons.tsx";
import { Timeline } from "./timeline.tsx";

type Props = { asked: Asked; detail: FollowUpDetail; years: readonly YearLevels[] };

/** What one addressee owes for a recommendation: the four answers, the years, what is owed, why, and what was said. */
export function FollowUpView({ asked, detail, years }: Props) {
  const { say, asOf } = asked;
  const { case: followUpCase, addressee, responsible, coordinator, standing } = detail;
  const { followUp } = followUpCase;
  const role = standing?.role ?? followUp.role;
  return (
    <section class="heed-block" id={followUpPart(addressee)}>
      <h3 class="govuk-heading-m">
        <OrganizationLink asked={asked} organization={addressee} />{" "}
        <span class="heed-tag heed-tag--plain">{say.label("role", role)}</span>
      </h3>
      {followUp.nameAtIssue && (
        <p class="heed-meta">
          {say.message("rec.nameAtIssue")} <bdi>{shown(followUp.nameAtIssue)}</bdi>
        </p>
      )}
      {responsible.id !== addressee.id && (
        <p class="govuk-body">
          {say.message("rec.responsible")} <OrganizationLink asked={asked} organization={responsible} />
        </p>
      )}
      {coordinator && (
        <p class="govuk-body">
          {say.message("rec.coordinator")} <OrganizationLink asked={asked} organization={coordinator} />
        </p>
      )}
      {standing === undefined ? (
        <p class="govuk-body">{say.message("rec.notYet", { day: say.day(asOf) })}</p>
      ) : (
        <>
          <FourAnswers asked={asked} answers={standing} />
          {standing.divergent && <p class="govuk-inset-text">{say.message("answer.divergent")}</p>}
          {standing.unverified && <p class="govuk-inset-text">{say.message("answer.unverified")}</p>}
          {years.length > 0 && <YearStrip say={say} years={years} />}
          <OwedTable
            asked={asked}
            by={say.text(addressee.name).text}
            owed={standing.owed}
            entries={followUpCase.entries}
          />
          <Reasons
            asked={asked}
            reasons={[...standing.owed.flatMap(({ reasons }) => reasons), ...standing.reasons]}
            summary={say.message("why.title")}
            isOpen
          />
        </>
      )}
      <Timeline asked={asked} entries={followUpCase.entries} />
    </section>
  );
}
