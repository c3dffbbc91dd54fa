import { strToU8, zipSync } from "fflate";

/**
 * A workbook made by hand, so that tests can write one in every way: the XML of each sheet's rows, by the sheet's name.
 */
export type WorkbookParts = {
  sheets: Readonly<Record<string, string | { rows: string; before?: string; after?: string; state?: string }>>;
  sharedStrings?: readonly string[];
  /** Format codes. The `s` of a cell is 0 for none, otherwise the number in this list, from 1. */
  formats?: readonly string[];
  date1904?: boolean;
  /** The prefix of every element, as some programs write one. */
  prefix?: string;
  more?: Readonly<Record<string, string>>;
};

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export function aWorkbook({ sheets, sharedStrings, formats = [], date1904, prefix, more }: WorkbookParts): Uint8Array {
  const names = Object.keys(sheets);
  const sheetOf = (name: string): { rows: string; before?: string; after?: string; state?: string } => {
    const sheet = sheets[name] ?? "";
    return typeof sheet === "string" ? { rows: sheet } : sheet;
  };
  const own = (xml: string) =>
    prefix === undefined
      ? xml
      : xml.replace(/<(\/?)([a-z])/gi, `<$1${prefix}:$2`).replace(" xmlns=", ` xmlns:${prefix}=`);
  const parts: Record<string, string> = {
    "_rels/.rels": `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${types}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${types}">${date1904 ? '<workbookPr date1904="1"/>' : ""}<sheets>${names
      .map(
        (name, place) =>
          `<sheet name="${name}" sheetId="${place + 1}"${sheetOf(name).state === undefined ? "" : ` state="${sheetOf(name).state}"`} r:id="s${place}"/>`,
      )
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${relations}">${names
      .map(
        (_, place) =>
          `<Relationship Id="s${place}" Type="${types}/worksheet" Target="${place === 0 ? "/xl/" : ""}worksheets/sheet${place}.xml"/>`,
      )
      .join(
        "",
      )}<Relationship Id="t" Type="${types}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="f" Type="${types}/styles" Target="styles.xml"/></Relationships>`,
    "xl/sharedStrings.xml": `<sst xmlns="${main}">${(sharedStrings ?? []).map((each) => `<si>${each}</si>`).join("")}</sst>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"><numFmts>${formats
      .map((code, place) => `<numFmt numFmtId="${200 + place}" formatCode="${code.replaceAll('"', "&quot;")}"/>`)
      .join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
      .map((_, place) => `<xf numFmtId="${200 + place}"/>`)
      .join("")}<xf numFmtId="14"/></cellXfs></styleSheet>`,
  };
  names.forEach((name, place) => {
    const { rows, before = "", after = "" } = sheetOf(name);
    parts[`xl/worksheets/sheet${place}.xml`] =
      `<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
  });
  const written = Object.entries({ ...parts, ...more }).map(([part, xml]) => [
    part,
    strToU8(part.endsWith(".rels") ? xml : own(xml)),
  ]);
  return zipSync(Object.fromEntries(written));
}

/** A row of inline texts; a number stays a number, and undefined leaves the cell out. */
export function aRow(...cells: readonly (string | number | undefined)[]): string {
  const written = cells.map((cell) => {
    if (cell === undefined) return "<c/>";
    return typeof cell === "number" ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return `<row>${written.join("")}</row>`;
}
