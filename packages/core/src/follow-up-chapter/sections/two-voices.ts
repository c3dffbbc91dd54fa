import type { Section } from "../../document/document.ts";
import { paragraph, text } from "../../document/inlines.ts";
import type { Telling } from "../wording/telling.ts";

/** Where the addressee says that all is done, and the issuing body found less (R30). */
export function twoVoices(telling: Telling): Section {
  const { facts, wording, label, name, reason } = telling;
  const { followUps, to } = facts;
  const { voices, heads } = wording;
  const owing = followUps.filter(({ role }) => role !== "forInformation");
  const divergent = owing.filter((each) => each.divergent);
  const unverified = owing.filter((each) => each.unverified).length;
  return {
    id: "two-voices",
    title: voices.title,
    sections: [],
    blocks: [
      paragraph(
        text(divergent.length === 0 ? voices.none : voices.lead(divergent.length)),
        reason("R30", "followUps", { asOf: to, divergent: "true" }),
      ),
      paragraph(text(voices.unverified(unverified)), reason("R30", "followUps", { asOf: to, unverified: "true" })),
      ...telling.listing(
        {
          id: "divergent",
          caption: [text(voices.table)],
          columns: [
            { label: heads.recommendation, weight: 4, rowHeader: true },
            { label: heads.responsible, weight: 3 },
            { label: heads.says, weight: 2 },
            { label: heads.found, weight: 2 },
          ],
        },
        divergent,
        ({ recommendation, report, responsible, reported = "notReported", assessed = "notAssessed" }) => [
          telling.recommendation(recommendation, report),
          name(responsible),
          [text(label("reportedLevel", reported))],
          [text(label("assessedLevel", assessed))],
        ],
      ),
    ],
  };
}
