import type { Asked } from "./asked.ts";

/** A value of a filter, and what the reader sees. */
export type Choice = { value: string; text: string };

const mostReports = 200;

/** What the filters of every list offer: those who owe something on the day, the reports, and the themes. */
export async function choicesOf({
  reads,
  reader,
  say,
  asOf,
}: Asked): Promise<{ name: "responsible" | "report" | "theme"; choices: readonly Choice[] }[]> {
  const [owing, reports, themes] = await Promise.all([
    reads.owing(reader, { asOf }),
    reads.reports(reader, { limit: mostReports }),
    reads.themes(),
  ]);
  const references = [...new Set(reports.items.map(({ reference }) => reference))];
  return [
    {
      name: "responsible",
      choices: owing.map(({ organization: { code, name } }) => ({ value: code, text: say.text(name).text })),
    },
    { name: "report", choices: references.map((value) => ({ value, text: value })) },
    { name: "theme", choices: themes.map((value) => ({ value, text: value })) },
  ];
}
