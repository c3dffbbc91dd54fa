import type { RecommendationDetail } from "@heed/core/read-models/recommendation-detail";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import { shown } from "../language/say.ts";
import { type Fact, Facts } from "./facts.tsx";
import { OrganizationLink } from "./organization-link.tsx";
import { Text } from "./text.tsx";
import { ThemeLinks } from "./theme-links.tsx";

/** Where it stands printed, since when, how often it was asked, and what it is about. */
export function RecommendationFacts({ asked, detail }: { asked: Asked; detail: RecommendationDetail }) {
  const { say, way } = asked;
  const { recommendation, report, issuingBody, formerReferences, asked: history } = detail;
  const { implementationDue, themes } = recommendation;
  const facts: (Fact | false | undefined)[] = [
    {
      name: say.message("rec.report"),
      value: (
        <>
          <a class="govuk-link" href={way(addresses.report(report.reference))}>
            <bdi>{shown(report.reference)}</bdi>
          </a>{" "}
          {report.title && <Text of={say.text(report.title, report.authenticLanguages)} />}
        </>
      ),
    },
    { name: say.message("rec.body"), value: <OrganizationLink asked={asked} organization={issuingBody} /> },
    {
      name: say.message("rec.published"),
      value: report.publishedOn
        ? say.day(report.publishedOn, report.publishedOnPrecision)
        : shown(report.publishedOnAbsent ?? say.message("rec.published.unknown")),
    },
    history.times > 1 &&
      history.first !== undefined && {
        name: say.message("rec.askedName"),
        value: say.message("rec.asked", { times: history.times, day: say.day(history.first, history.firstPrecision) }),
      },
    implementationDue && {
      name: say.message("rec.deadline"),
      value: implementationDue.wording
        ? `${shown(implementationDue.wording)} (${say.day(implementationDue.on)})`
        : say.day(implementationDue.on, implementationDue.precision),
    },
    themes.length > 0 && { name: say.message("rec.themes"), value: <ThemeLinks asked={asked} themes={themes} /> },
    formerReferences && {
      name: say.message("rec.former"),
      value: shown(formerReferences.join(", ")),
    },
  ];
  return <Facts facts={facts.filter((fact): fact is Fact => typeof fact === "object")} />;
}
