import { columnName } from "../../text/plain-text.ts";
import { numberBefore } from "./numbered.ts";
import type { Found, PlaceInFile, ProposedRecommendation } from "./proposed-recommendation.ts";

/** A row by the names of its columns. */
export type ProposedRow = { place: PlaceInFile; cells: Readonly<Record<string, string>> };

type Column = "reference" | "text" | "title" | "addressees" | "themes" | "implementationDue";

/** How a column is called, in the four languages; a text or title may have its language after it, such as "text fr". */
const names: Readonly<Record<Column, RegExp>> = {
  reference:
    /^(?:rec(?:ommend?ation|ommandation)?\.?\s*)?(?:no\.?|nr\.?|n[°º]\.?|number|nummer|num[eé]ro|ref\.?|reference|r[eé]f[eé]rence|referentie|kennzeichen)$/,
  text: /^(?:(?:full )?text of (?:the )?recommendation|recommendations?|text|recommandations?|texte|aanbeveling(?:en)?|tekst|empfehlung(?:en)?|wortlaut)$/,
  title: /^(?:title|titre|titel)$/,
  addressees:
    /^(?:addressees?|recipients?|to|destinataires?|bestemmelingen|bestemmeling|geadresseerden?|empf[aä]nger|adressat(?:en)?)$/,
  themes: /^(?:(?:full list of )?themes?|th[eè]mes?|thema['’]?s?|themen)$/,
  implementationDue: /^(?:deadline|due(?: date)?|d[eé]lai|[eé]ch[eé]ance|termijn|frist)$/,
};

type Columns = { name: string; column: Column; language?: string }[];

/** Whether columns are those of recommendations: one has their text. */
export function hasRecommendations(header: readonly string[]): boolean {
  return columnsIn(header).some(({ column }) => column === "text");
}

function columnsIn(header: readonly string[]): Columns {
  return header.flatMap((name) => {
    const plain = columnName(name).toLowerCase();
    const [, base = plain, language] = /^(.*\S)[\s_(/:-]+([a-z]{2})\)?$/.exec(plain) ?? [];
    const all = Object.entries(names) as [Column, RegExp][];
    const whole = all.find(([, pattern]) => pattern.test(plain));
    if (whole !== undefined) return [{ name, column: whole[0] }];
    const [column] = all.find(([each, pattern]) => /^(?:text|title)$/.test(each) && pattern.test(base)) ?? [];
    return column === undefined || language === undefined ? [] : [{ name, column, language }];
  });
}

/** The recommendations of the rows of a table. A row without a text of its own, such as one that is a heading, is none. */
export function proposedInTable(header: readonly string[], rows: Iterable<ProposedRow>, language: string): Found {
  const columns = columnsIn(header);
  const items: ProposedRecommendation[] = [];
  let others = 0;
  for (const row of rows) {
    const proposed = isHeading(header, row) ? undefined : proposedIn(columns, row, language);
    if (proposed !== undefined && !items.some((each) => isSame(each, proposed))) items.push(proposed);
    else others += 1;
  }
  return { items, others };
}

/** One text over all columns: a table that groups its rows. */
function isHeading(header: readonly string[], { cells }: ProposedRow): boolean {
  const texts = new Set(header.map((name) => (cells[name] ?? "").trim()));
  return header.length > 1 && texts.size === 1;
}

function proposedIn(
  columns: Columns,
  { place, cells }: ProposedRow,
  language: string,
): ProposedRecommendation | undefined {
  const of = (column: Column) =>
    columns.flatMap((each) => {
      const text = (cells[each.name] ?? "").trim();
      return each.column !== column || text === "" ? [] : [{ text, language: each.language ?? language }];
    });
  const texts = of("text");
  const [first] = texts;
  if (first === undefined) return undefined;
  const [told] = of("reference");
  const before = told === undefined ? numberBefore(first.text) : undefined;
  const reference = told?.text ?? before?.reference;
  const [due] = of("implementationDue");
  const titles = of("title");
  const localized = (each: typeof texts) => Object.fromEntries(each.map(({ text, language: code }) => [code, text]));
  return {
    place,
    ...(reference !== undefined && { reference }),
    ...(titles.length > 0 && { title: localized(titles) }),
    text: { ...localized(texts), ...(before && before.text !== "" && { [first.language]: before.text }) },
    addressees: listed(of("addressees")),
    themes: listed(of("themes")),
    ...(due && { implementationDue: due.text }),
  };
}

/** One on each line, or between semicolons. */
function listed(texts: readonly { text: string }[]): string[] {
  const pieces = texts
    .flatMap(({ text }) => text.split(/[;\n]/))
    .map((each) => each.replace(/^\s*[-•–]\s*/u, "").trim());
  return [...new Set(pieces.filter((each) => each !== ""))];
}

/** A list by themes names the same recommendation under each of its themes. */
function isSame(one: ProposedRecommendation, other: ProposedRecommendation): boolean {
  return one.reference !== undefined && one.reference === other.reference && sameTexts(one, other);
}

function sameTexts(one: ProposedRecommendation, other: ProposedRecommendation): boolean {
  return Object.entries(one.text).every(([language, text]) => other.text[language] === text);
}
