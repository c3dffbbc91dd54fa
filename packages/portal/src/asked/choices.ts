import type { Asked } from "./asked.ts";

/** A value of a filter, and what the reader sees. */
export type Choice = { value: string; text: string };

/** Beyond these a filter offers those first in order: any other can be named in the address. */
const mostChoices = 100;

/** What the filters of every list offer: those who owe something on the day, the reports, and the themes. */
export async function choicesOf({
  reads,
  reader,
  say,
  asOf,
}: Asked): Promise<{ name: "responsible" | "report" | "theme"; choices: readonly Choice[] }[]> {
  const [owing, reports, themes] = await Promise.all([
    reads.owing(reader, { asOf }, mostChoices),
    reads.reports(reader, { limit: mostChoices }),
    reads.themes(),
  ]);
  const references = [...new Set(reports.items.map(({ reference }) => reference))];
  return [
    {
      name: "responsible",
      choices: owing.map(({ organization: { code, name } }) => ({ value: code, text: say.text(name).text })),
    },
    { name: "report", choices: references.map((value) => ({ value, text: value })) },
    { name: "theme", choices: themes.slice(0, mostChoices).map((value) => ({ value, text: value })) },
  ];
}
