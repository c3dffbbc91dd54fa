import type { Asked } from "./asked.ts";

/** A value of a filter or a field, and what the reader sees; `hint`: what it means. */
export type Choice = { value: string; text: string; hint?: string };

/** A filter with its choices; `isOpen` where there are others, which a reader can name. */
export type Choices<Name extends string = string> = { name: Name; choices: readonly Choice[]; isOpen?: boolean };

/** Beyond these a filter suggests those first in order. */
const mostChoices = 100;

/** What the filters of every list offer: those who owe something on the day, the reports, and the themes. */
export async function choicesOf({
  reads,
  reader,
  say,
  asOf,
}: Asked): Promise<Choices<"responsible" | "report" | "theme">[]> {
  const [owing, reports, themes] = await Promise.all([
    reads.owing(reader, { asOf }, mostChoices),
    reads.reports(reader, {}, { limit: mostChoices }),
    reads.themes(),
  ]);
  const references = [...new Set(reports.items.map(({ reference }) => reference))];
  return [
    {
      name: "responsible",
      choices: owing.map(({ organization: { code, name } }) => ({ value: code, text: say.text(name).text })),
      isOpen: owing.length === 0 || owing.length === mostChoices,
    },
    {
      name: "report",
      choices: references.map((value) => ({ value, text: value })),
      isOpen: reports.next !== undefined,
    },
    {
      name: "theme",
      choices: themes.slice(0, mostChoices).map((value) => ({ value, text: value })),
      isOpen: themes.length > mostChoices,
    },
  ];
}
