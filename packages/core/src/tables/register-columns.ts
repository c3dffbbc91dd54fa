import { type LocalizedText, textIn } from "../localized-text.ts";
import type { Organization } from "../organization/organization.ts";
import type { Report } from "../report/report.ts";
import type { Columns } from "./list-table.ts";
import { shownDay } from "./shown-day.ts";
import { titles } from "./titles.ts";

export const reportColumns: Columns<Report & { issuingBodyName: LocalizedText }> = {
  reference: { title: titles.reference, of: ({ reference }) => reference },
  title: {
    title: titles.title,
    of: ({ title, authenticLanguages }, language) =>
      title === undefined ? "" : textIn(title, language, authenticLanguages),
  },
  issuingBody: { title: titles.issuingBody, of: ({ issuingBodyName }, language) => textIn(issuingBodyName, language) },
  reportingYear: { title: titles.reportingYear, type: "integer", of: ({ reportingYear }) => reportingYear },
  publishedOn: {
    title: titles.publishedOn,
    of: ({ publishedOn, publishedOnPrecision }, language) => shownDay(publishedOn, publishedOnPrecision, language),
  },
  status: { title: titles.status, codes: "reportStatus", of: ({ status }) => status },
  id: { title: titles.id, of: ({ id }) => id },
};

export const organizationColumns: Columns<Organization> = {
  code: { title: titles.code, of: ({ code }) => code },
  name: { title: titles.name, of: ({ name }, language) => textIn(name, language) },
  otherNames: { title: titles.otherNames, of: ({ otherNames }) => otherNames.map(({ name }) => name).join("; ") },
  level: { title: titles.level, codes: "organizationLevel", of: ({ level }) => level },
  foundingDate: { title: titles.foundingDate, of: ({ foundingDate = "" }) => foundingDate },
  dissolutionDate: { title: titles.dissolutionDate, of: ({ dissolutionDate = "" }) => dissolutionDate },
  id: { title: titles.id, of: ({ id }) => id },
};
