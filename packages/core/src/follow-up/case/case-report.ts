import { Report } from "../../report/report.ts";

/** What a standing depends on of the report. Alone in its file: the lists need no other schema of a case. */
export const CaseReport = Report.pick({
  id: true,
  issuingBody: true,
  reportingYear: true,
  status: true,
  publishedOn: true,
  publishedOnPrecision: true,
  transmittedToGovernmentOn: true,
  transmittedToParliamentOn: true,
  transmittedToFieldOn: true,
  responsePeriod: true,
  verificationPeriod: true,
}).strip();
