import { z } from "zod";
import { evidenceOption, secondReaderOption } from "../acting/act-texts.ts";
import { notClosed } from "../acting/action-rule.ts";
import { type Assessment, AssuranceMethod } from "../follow-up/entries/assessment.ts";
import { newEvidenceList } from "../follow-up/entries/evidence.ts";
import { isComplete, Level } from "../follow-up/levels.ts";
import { PersonName, ReadableText } from "../text/bounded-text.ts";
import { Day, Year } from "../time/day.ts";
import { commonInput } from "./act.ts";
import { situationFaults } from "./date-faults.ts";
import { type Fault, inputFault } from "./fault.ts";
import { recordingAct } from "./follow-up-act.ts";
import { approvedBy, sameReaderFaults, withoutApproval } from "./second-reading.ts";

export const NewAssessment = z
  .strictObject({
    ...commonInput,
    reportingYear: Year,
    asOf: Day.optional().describe("The day whose situation it describes; the day it is published when absent."),
    level: Level,
    rationale: ReadableText,
    method: AssuranceMethod.exclude(["notRecorded"]),
    secondReader: PersonName.optional(),
    evidence: newEvidenceList.default([]),
  })
  .meta({ id: "NewAssessment" });

/** The issuing body's finding; it names its method (R10). */
export const assess = recordingAct("assessment", {
  input: NewAssessment,
  actions: {
    assess: {
      roles: ["assessor"],
      states: notClosed,
      becomes: "open",
      otherwise: {
        when: "it is about an earlier situation than a claim or finding that all is done, or contradicts another finding of that day",
      },
    },
    assessComplete: {
      roles: ["assessor"],
      states: notClosed,
      becomes: "pendingVerification",
      otherwise: { when: "another finding is about a later situation, or contradicts it" },
    },
  },
  action: ({ level }) => (isComplete(level) ? "assessComplete" : "assess"),
  content: (given, acting) => ({
    ...given,
    asOf: given.asOf ?? acting.givenOn,
    assessor: acting.actor.name,
    ...approvedBy(acting),
  }),
  correctedWith: withoutApproval,
  faults: (entry, acting) => [
    ...situationFaults(acting, entry),
    ...methodFaults(entry),
    // Who corrects it writes it too, and is no second reader either.
    ...sameReaderFaults(entry.secondReader, [entry.assessor, entry.actor]),
  ],
  faultsOfSome: (some, context) => situationFaults(context, some),
  operation: { id: "recordAssessment", collection: "assessments", summary: "What the issuing body finds" },
  command: {
    noun: "assessment",
    verb: "record",
    about: "What the issuing body finds",
    options: {
      reportingYear: ["--year <year>", "the reporting year"],
      level: ["--level <level>", "how far it is"],
      method: ["--method <method>", "how it was found"],
      rationale: ["--rationale <text>", "why"],
      asOf: ["--situation <day>", "the day whose situation it describes"],
      ...secondReaderOption,
      ...evidenceOption,
    },
  },
});

/** R10: every assessment made here names its method. */
function methodFaults({ method }: Assessment): Fault[] {
  return method === "notRecorded" ? [inputFault("method", "an assessment names its method (R10)", method)] : [];
}
