import { textIn } from "../localized-text.ts";
import type { FollowUpSummary } from "../read-models/follow-up-summary.ts";
import type { RecommendationSummary } from "../read-models/recommendation-summary.ts";
import type { Columns } from "./list-table.ts";
import { shownDay } from "./shown-day.ts";
import { titles } from "./titles.ts";

/** A recommendation with one of its follow-ups; without one where nobody owes anything for it. */
export type RecommendationRow = { recommendation: RecommendationSummary; followUp?: FollowUpSummary };

/** A row for each follow-up that the list was asked for, or for all of a recommendation where none is marked. */
export function recommendationRows(items: readonly RecommendationSummary[]): RecommendationRow[] {
  return items.flatMap((recommendation): RecommendationRow[] => {
    const asked = recommendation.followUps.filter(({ matches }) => matches === true);
    const shown = asked.length > 0 ? asked : recommendation.followUps;
    return shown.length === 0 ? [{ recommendation }] : shown.map((followUp) => ({ recommendation, followUp }));
  });
}

/** Recommendations, and how each of their follow-ups stands. */
export const recommendationColumns: Columns<RecommendationRow> = {
  recommendation: { title: titles.recommendation, of: ({ recommendation }) => recommendation.reference },
  report: { title: titles.report, of: ({ recommendation }) => recommendation.report.reference },
  reportingYear: {
    title: titles.reportingYear,
    type: "integer",
    of: ({ recommendation }) => recommendation.report.reportingYear,
  },
  issuingBody: {
    title: titles.issuingBody,
    of: ({ recommendation }, language) => textIn(recommendation.issuingBody.name, language),
  },
  title: {
    title: titles.title,
    of: ({ recommendation: { title, report } }, language) =>
      title === undefined ? "" : textIn(title, language, report.authenticLanguages),
  },
  beginning: {
    title: titles.beginning,
    of: ({ recommendation: { beginning, report } }, language) =>
      beginning === undefined ? "" : textIn(beginning, language, report.authenticLanguages),
  },
  themes: { title: titles.themes, of: ({ recommendation }) => recommendation.themes.join("; ") },
  addressee: {
    title: titles.addressee,
    of: ({ followUp }, language) => (followUp === undefined ? "" : textIn(followUp.addressee.name, language)),
  },
  responsible: {
    title: titles.responsible,
    of: ({ followUp }, language) => (followUp === undefined ? "" : textIn(followUp.responsible.name, language)),
  },
  role: { title: titles.role, codes: "role", of: ({ followUp }) => followUp?.role ?? "" },
  position: { title: titles.position, codes: "position", of: ({ followUp }) => followUp?.position ?? "" },
  reported: { title: titles.reported, codes: "reportedLevel", of: ({ followUp }) => followUp?.reported ?? "" },
  assessed: { title: titles.assessed, codes: "assessedLevel", of: ({ followUp }) => followUp?.assessed ?? "" },
  lifecycle: { title: titles.lifecycle, codes: "lifecycle", of: ({ followUp }) => followUp?.lifecycle ?? "" },
  closureReason: {
    title: titles.closureReason,
    codes: "closureReason",
    of: ({ followUp }) => followUp?.closureReason ?? "",
  },
  timeliness: { title: titles.timeliness, codes: "timeliness", of: ({ followUp }) => followUp?.timeliness ?? "" },
  implementationDue: {
    title: titles.implementationDue,
    of: ({ recommendation: { implementationDue } }, language) =>
      shownDay(implementationDue?.on, implementationDue?.precision, language),
  },
  followUp: { title: titles.followUp, of: ({ followUp }) => followUp?.id ?? "" },
};
