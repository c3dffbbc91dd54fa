import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** What somebody types in a cell: a text; a number, such as that of a day; a formula. Nothing empties it. */
export type Typed = string | number | { formula: string } | undefined;

/** A workbook in which somebody typed, and perhaps more: in the second sheet, that of answers, or another, by the name of each cell. */
export function filledWorkbook(
  bytes: Uint8Array,
  typed: Readonly<Record<string, Typed>>,
  changed: (sheet: string) => string = (sheet) => sheet,
  which = 2,
): Uint8Array {
  const parts = unzipSync(bytes);
  const part = `xl/worksheets/sheet${which}.xml`;
  let sheet = strFromU8(parts[part] ?? new Uint8Array());
  for (const [name, value] of Object.entries(typed)) {
    const cell = new RegExp(`<c r="${name}"( s="\\d+")?[^>]*?(/>|>.*?</c>)`, "s");
    if (!cell.test(sheet)) throw new Error(`the sheet has no cell ${name}`);
    sheet = sheet.replace(cell, (_, style = "") => cellXml(name, style, value));
  }
  return zipSync({ ...parts, [part]: strToU8(changed(sheet)) });
}

function cellXml(name: string, style: string, value: Typed): string {
  const at = `<c r="${name}"${style}`;
  if (value === undefined) return `${at}/>`;
  if (typeof value === "number") return `${at}><v>${value}</v></c>`;
  if (typeof value === "object") return `${at}><f>${value.formula}</f><v>1</v></c>`;
  return `${at} t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
}

/** The texts of each row of the second sheet, by the letter of the column. */
export function textsOfAnswers(bytes: Uint8Array): Record<string, string>[] {
  const sheet = strFromU8(unzipSync(bytes)["xl/worksheets/sheet2.xml"] ?? new Uint8Array());
  return [...sheet.matchAll(/<row .*?<\/row>/gs)].map(([row]) =>
    Object.fromEntries(
      [...row.matchAll(/<c r="([A-Z]+)\d+"[^>]*>(?:<is><t[^>]*>(.*?)<\/t><\/is>|<v>(.*?)<\/v>)<\/c>/gs)].map(
        ([, column = "", text, number]) => [column, text ?? number ?? ""],
      ),
    ),
  );
}
