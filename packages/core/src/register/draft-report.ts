import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import { Report } from "../report/report.ts";
import { type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";

/** Its dates are given at publication. */
export const NewReport = Report.omit({
  id: true,
  status: true,
  publishedOn: true,
  publishedOnPrecision: true,
  publishedOnAbsent: true,
  transmittedToGovernmentOn: true,
  transmittedToParliamentOn: true,
  transmittedToFieldOn: true,
  frozen: true,
  errata: true,
  source: true,
}).meta({ id: "NewReport", description: "A report as a draft, visible only to those with the right to see it." });

export const draftReportAct = {
  name: "draftReport",
  on: "report",
  roles: byEditor.roles,
  input: NewReport,
  makes: "report",
  operation: {
    id: "draftReport",
    method: "post",
    path: "/reports",
    summary: "A new report as a draft, visible only to those with the right to see it",
    creates: true,
  },
  command: {
    noun: "report",
    verb: "draft",
    about: "A new report as a draft; until it is published, only those with the right can see it",
    done: "Drafted",
    options: {
      reference: ["--reference <reference>", "its reference"],
      reportingYear: ["--year <year>", "the year evaluated"],
      issuingBody: ["--by <name>", "the issuing body", "organization"],
      title: ["--title <text>", "its title"],
      responsePeriod: [
        "--response-period <period>",
        'how long addressees have to answer, such as "2 months", or none',
        "responsePeriod",
      ],
      verificationPeriod: ["--no-verification", "its issuing body verifies no claims, and owes no verification"],
    },
  },
} as const satisfies RegisterAct;

/** Starts a draft without recommendations. */
export function draftReport(context: RegisterContext, input: unknown): Report {
  const content = parseInput(NewReport, input);
  requireAllowedOnRegister(draftReportAct, context);
  return { ...content, id: context.newId(), status: "draft" };
}
