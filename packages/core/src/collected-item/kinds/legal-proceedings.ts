import { z } from "zod";
import { label } from "../../label.ts";
import { LocalizedText } from "../../localized-text.ts";
import { ReadableName } from "../../text/bounded-text.ts";
import { Day } from "../../time/day.ts";
import { itemKind } from "./item-kind.ts";

const Stage = z.strictObject({ on: Day, what: ReadableName }).meta({ id: "StageOfProceedings" });

/** A case in court in which the body is civil party. Confidential until the judgment is there. */
export const legalProceedings = itemKind({
  name: "legalProceedings",
  label: label("Legal proceedings", "Procédure judiciaire", "Gerechtelijke procedure", "Gerichtsverfahren"),
  plural: label("Legal proceedings", "Procédures judiciaires", "Gerechtelijke procedures", "Gerichtsverfahren"),
  content: z
    .strictObject({
      court: ReadableName.optional(),
      reason: LocalizedText.describe("Why the body joined."),
      joinedOn: Day.optional(),
      stages: z.array(Stage).max(500).optional().describe("What happened, with its day."),
      nextOn: Day.optional().describe("The next date in court."),
      outcome: LocalizedText.optional(),
      judgment: ReadableName.optional().describe(
        "The reference of the judgment; until it is given, all is confidential.",
      ),
    })
    .meta({ id: "LegalProceedings", description: "A case in court in which the body is civil party." }),
  words: {
    court: label("Court", "Juridiction", "Gerecht", "Gericht"),
    reason: label(
      "Why the body joined",
      "Pourquoi l'organisme s'est joint",
      "Waarom de instantie meedeed",
      "Warum die Stelle beitrat",
    ),
    joinedOn: label("Joined on", "Jointe le", "Sinds", "Beigetreten am"),
    stages: label("Stages", "Étapes", "Stappen", "Schritte"),
    nextOn: label("Next date", "Prochaine date", "Volgende datum", "Nächster Termin"),
    outcome: label("Outcome", "Issue", "Uitkomst", "Ausgang"),
    judgment: label("Judgment", "Décision", "Uitspraak", "Entscheidung"),
  },
  day: "joinedOn",
  isConfidential: ({ judgment }) => judgment === undefined,
  faults: ({ stages = [] }) =>
    stages.flatMap(({ on }, index) =>
      on < (stages[index - 1]?.on ?? on)
        ? [{ name: `stages.${index}.on`, value: on, detail: "it comes before the stage above it" }]
        : [],
    ),
});
