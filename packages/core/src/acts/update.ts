import { z } from "zod";
import { evidenceOption } from "../acting/act-texts.ts";
import { byAddressee } from "../acting/action-rule.ts";
import { newEvidenceList } from "../follow-up/entries/evidence.ts";
import { claimFallsShort } from "../follow-up/entries/progress-update.ts";
import { isComplete, Level } from "../follow-up/levels.ts";
import { ReadableText } from "../text/bounded-text.ts";
import { Day, Year } from "../time/day.ts";
import { commonInput } from "./act.ts";
import { situationFaults } from "./date-faults.ts";
import { type Fault, inputFault } from "./fault.ts";
import { recordingAct } from "./follow-up-act.ts";

export const NewProgressUpdate = z
  .strictObject({
    ...commonInput,
    reportingYear: Year,
    asOf: Day.optional().describe("The day whose situation it describes; the day it is given when absent."),
    level: Level,
    claim: z.boolean().optional().describe("Absent: it is one when it says with evidence that all is done (R25)."),
    narrative: ReadableText.optional(),
    evidence: newEvidenceList.default([]),
  })
  .meta({ id: "NewProgressUpdate" });

/** The addressee reports what it has done; with a claim it says that everything is done, and gives evidence (R25). */
export const update = recordingAct("progressUpdate", {
  input: NewProgressUpdate,
  actions: {
    update: { ...byAddressee, states: ["open"] },
    claim: { ...byAddressee, states: ["open"], becomes: "pendingVerification" },
  },
  action: (content) => (isClaim(content) ? "claim" : "update"),
  content: (given, { givenOn }) => ({ ...given, asOf: given.asOf ?? givenOn, claim: isClaim(given) }),
  faults: (entry, acting) => [...situationFaults(acting, entry), ...claimFaults(entry)],
  faultsOfSome: (some, context) => [...situationFaults(context, some), ...claimFaults(some)],
  operation: {
    id: "recordProgressUpdate",
    collection: "progressUpdates",
    summary: "What the addressee has done; with a claim, that all is done",
  },
  command: {
    noun: "update",
    verb: "record",
    about: "What the addressee says it has done; with --claim, that all is done",
    options: {
      reportingYear: ["--year <year>", "the reporting year"],
      level: ["--level <level>", "how far it is"],
      asOf: ["--situation <day>", "the day whose situation it describes"],
      claim: ["--claim", "claim that all is done; needs evidence"],
      narrative: ["--narrative <text>", "in words"],
      ...evidenceOption,
    },
  },
});

type Update = { claim?: boolean | undefined; level?: Level | undefined; evidence?: readonly unknown[] | undefined };

function isClaim({ claim, level, evidence = [] }: Update): boolean {
  return claim ?? (level !== undefined && isComplete(level) && evidence.length > 0);
}

/** R25: a claim says that everything is done, and gives evidence; an update that says so with evidence is a claim. */
function claimFaults({ claim, level, evidence = [] }: Update): Fault[] {
  const complete = level !== undefined && isComplete(level);
  const faults: Fault[] = [];
  if (claimFallsShort({ claim: claim === true, level }))
    faults.push(
      inputFault(
        "level",
        "a claim says that all is done",
        level,
        "fullyImplemented, alternativeAction or noLongerApplicable",
      ),
    );
  if (claim && evidence.length === 0)
    faults.push(inputFault("evidence", "a claim needs evidence", undefined, "what shows that all is done"));
  if (claim === false && complete && evidence.length > 0)
    faults.push(inputFault("claim", "an update that reports with evidence that all is done is a claim (R25)"));
  return faults;
}
