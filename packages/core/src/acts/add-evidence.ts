import { z } from "zod";
import { evidenceOption } from "../acting/act-texts.ts";
import { afterPublication } from "../acting/action-rule.ts";
import { newEvidenceList } from "../follow-up/entries/evidence.ts";
import { Id } from "../source.ts";
import { commonInput } from "./act.ts";
import { inputFault } from "./fault.ts";
import { recordingAct } from "./follow-up-act.ts";

export const NewEvidence = z
  .strictObject({ ...commonInput, evidence: newEvidenceList.min(1), about: Id.optional() })
  .meta({ id: "NewEvidence" });

/** Adds evidence, alone or to an entry of the same follow-up. */
export const addEvidence = recordingAct("evidence", {
  input: NewEvidence,
  actions: { addEvidence: { roles: ["respondent", "assessor"], onBehalf: true, states: afterPublication } },
  content: (given) => given,
  faults: ({ about }, { case: { entries } }) =>
    about === undefined || entries.some(({ id }) => id === about)
      ? []
      : [inputFault("about", "there is no such entry on this follow-up", about, "no entry has this id")],
  operation: { id: "addEvidence", collection: "evidence", summary: "Evidence, alone or for another entry" },
  command: {
    noun: "evidence",
    verb: "add",
    about: "A document, law, statistic, judgment, file or interview",
    options: { ...evidenceOption, about: ["--about <id>", "the entry that it is evidence for", "entry"] },
  },
});
