import { mostRounds } from "./world-file.ts";

const rounds = Array.from({ length: mostRounds }, (_, index) => index + 1);

/** The mapping of the wide file, in YAML (JSON is valid YAML). */
export function mappingText(): string {
  return JSON.stringify({
    heed: "mapping/1",
    name: "bench",
    language: "en",
    reports: "byReference",
    entriesBeforeReport: "warn",
    report: { reference: "{report}", issuingBody: "{body}", reportingYear: "{year}", publishedOn: "{published}" },
    recommendation: {
      reference: "{reference}",
      title: "{title}",
      text: { languages: { fr: "{fr}", nl: "{nl}", en: "{en}" } },
      themes: "{theme}",
      implementationDue: "{due}",
    },
    addressees: [
      {
        names: "{addressee}",
        entries: [
          { type: "response", position: "{position}", reason: "{reason}", givenOn: "{position on}" },
          { type: "commitment", description: "{promise}", due: "{promise due}", givenOn: "{promise on}" },
          ...rounds.flatMap((n) =>
            [true, false].map((claim) => ({
              type: "progressUpdate",
              when: { column: `update ${n} claim`, is: claim ? "yes" : "no" },
              level: `{update ${n}}`,
              reportingYear: `{update ${n} year}`,
              asOf: `{update ${n} year}-12-31`,
              narrative: `{update ${n} said}`,
              givenOn: `{update ${n} on}`,
              claim,
            })),
          ),
          ...rounds.map((n) => ({
            type: "assessment",
            level: `{finding ${n}}`,
            reportingYear: `{finding ${n} year}`,
            asOf: `{finding ${n} year}-12-31`,
            rationale: `{finding ${n} said}`,
            givenOn: `{finding ${n} on}`,
          })),
          { type: "closure", closureReason: "{closed as}", givenOn: "{closed on}" },
        ],
      },
    ],
  });
}
