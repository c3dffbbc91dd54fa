import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

const mapping = `heed: mapping/1
name: large
report:
  reference: "{Report}"
  issuingBody: The Centre
  reportingYear: "{Year}"
  publishedOn: { column: Published }
recommendation:
  reference: "{Number}"
  text: { languages: { en: "{English}", fr: "{French}", nl: "{Dutch}" } }
  themes: { column: Themes, split: ";" }
  implementationDue: { column: Due }
addressees:
  - names: { column: To, split: ";" }
    entries:
      - type: response
        position: { column: Answer, map: { Agreed: accepted, In part: acceptedInPart, Declined: rejected, "": "" } }
        reason: "{Reason}"
        givenOn: { column: Answered }
      - type: commitment
        description: "{Promise}"
        due: { column: Promised for }
        givenOn: { column: Answered }
${[1, 2, 3]
  .map(
    (year) => `      - type: progressUpdate
        narrative: "{Update ${year}}"
        level: { column: Reported ${year}, map: { begun: underWay, advanced: substantiallyImplemented, "": "" } }
        reportingYear: "{Year ${year}}"
        asOf: { column: Updated ${year} }
        givenOn: { column: Updated ${year} }
      - type: assessment
        level: { column: Level ${year}, map: { started: underWay, partly: partiallyImplemented, done: fullyImplemented, "": "" } }
        rationale: "{Finding ${year}}"
        method: documentsReviewed
        reportingYear: "{Year ${year}}"
        asOf: { column: Assessed ${year} }
        givenOn: { column: Assessed ${year} }
`,
  )
  .join("")}`;

const columns = [
  ...["Report", "Year", "Published", "Number", "English", "French", "Dutch", "Themes", "Due", "To"],
  ...["Answer", "Reason", "Answered", "Promise", "Promised for"],
  ...[1, 2, 3].flatMap((year) => [
    ...[
      `Year ${year}`,
      `Reported ${year}`,
      `Update ${year}`,
      `Updated ${year}`,
      `Level ${year}`,
      `Finding ${year}`,
      `Assessed ${year}`,
    ],
  ]),
];

/** The line of the file with this number: the same in every file. */
function line(index: number): string {
  const year = 1995 + (index % 31);
  const some = (count: number, salt: number) => (Math.imul(index + 1, 2654435761) >>> salt) % count;
  const ministries = [...new Set([some(40, 3), some(40, 9)])]
    .slice(0, 1 + some(2, 5))
    .map((each) => `Ministry ${each}`);
  const answered = some(10, 4) > 0;
  const years = answered ? some(4, 7) : 0;
  const topic = `the inspection of site ${some(4000, 11)} and the training of those who work there`;
  return [
    ...[`R-${year}`, year, `${year + 1}-03-15`, index + 1],
    ...[`See to ${topic}.`, `Veiller à ce qui suit : ${topic}.`, `Zie toe op wat volgt: ${topic}.`],
    ...[`theme ${some(12, 2)};theme ${some(9, 6)}`, some(5, 8) > 1 ? `${year + 3}-06-30` : "", ministries.join(";")],
    ...(answered
      ? [["Agreed", "In part", "Declined"][some(3, 10)], `Because of ${topic}.`, `${year + 1}-0${4 + some(5, 12)}-20`]
      : ["", "", ""]),
    ...(answered && some(3, 10) < 2 ? [`A circular on ${topic}.`, `${year + 2}-12-31`] : ["", ""]),
    ...[1, 2, 3].flatMap((each) =>
      each > years
        ? ["", "", "", "", "", "", ""]
        : [
            ...[
              year + each,
              ["begun", "advanced"][some(2, 12 + each)],
              `In year ${each} we began with ${topic}.`,
              `${year + 1 + each}-02-10`,
            ],
            ...[
              ["started", "partly", "done"][some(3, 13 + each)],
              `Seen on the spot: ${topic}.`,
              `${year + 1 + each}-09-10`,
            ],
          ],
    ),
  ].join(",");
}

/** Writes a CSV with a number of recommendations and all that was said about them, and its mapping. */
export async function largeFile(folder: string, rows: number): Promise<{ csv: string; mapping: string }> {
  const csv = join(folder, `large-${rows}.csv`);
  const mappingFile = join(folder, "large.yaml");
  await writeFile(mappingFile, mapping);
  await pipeline(function* () {
    yield `${columns.join(",")}\n`;
    for (let start = 0; start < rows; start += 1000)
      yield Array.from({ length: Math.min(1000, rows - start) }, (_, index) => `${line(start + index)}\n`).join("");
  }, createWriteStream(csv));
  return { csv, mapping: mappingFile };
}
