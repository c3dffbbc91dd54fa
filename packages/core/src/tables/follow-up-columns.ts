import { textIn } from "../localized-text.ts";
import type { FollowUpItem } from "../read-models/follow-up-item.ts";
import type { Columns } from "./list-table.ts";
import { titles } from "./titles.ts";

/** Which follow-up a row is about. Names and titles are in the language that is asked for. */
export const followUpColumns = {
  recommendation: { title: titles.recommendation, of: ({ recommendation }) => recommendation.reference },
  report: { title: titles.report, of: ({ report }) => report.reference },
  addressee: { title: titles.addressee, of: ({ addressee }, language) => textIn(addressee.name, language) },
  responsible: { title: titles.responsible, of: ({ responsible }, language) => textIn(responsible.name, language) },
} satisfies Columns<FollowUpItem>;

export const followUpTitle = {
  title: {
    title: titles.title,
    of: ({ recommendation: { title }, report }, language) =>
      title === undefined ? "" : textIn(title, language, report.authenticLanguages),
  },
  beginning: {
    title: titles.beginning,
    of: ({ recommendation: { beginning }, report }, language) =>
      beginning === undefined ? "" : textIn(beginning, language, report.authenticLanguages),
  },
} satisfies Columns<FollowUpItem>;

export const followUpId = {
  followUp: { title: titles.followUp, of: ({ followUp }) => followUp },
} satisfies Columns<Pick<FollowUpItem, "followUp">>;
