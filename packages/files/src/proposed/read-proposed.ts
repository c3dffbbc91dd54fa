import { readFile } from "node:fs/promises";
import { DomainError } from "@heed/core/domain-error";
import { type Paragraph, proposedInParagraphs } from "@heed/core/drafting/proposed/proposed-in-paragraphs";
import { hasRecommendations, type ProposedRow, proposedInTable } from "@heed/core/drafting/proposed/proposed-in-table";
import { proposedInText } from "@heed/core/drafting/proposed/proposed-in-text";
import { type Found, mostProposed } from "@heed/core/drafting/proposed/proposed-recommendation";
import { countedLevels } from "../docx/counted-levels.ts";
import { DocumentText, type DocxTable } from "../docx/document-text.ts";
import { numberedStyles } from "../docx/numbered-styles.ts";
import { openOfficeArchive } from "../office/office-archive.ts";
import { readWholeXml } from "../office/office-xml.ts";
import { mainPartOf, relationsOf } from "../office/relations.ts";
import { openRows } from "../open-rows.ts";
import { textOf } from "../source/read-whole-file.ts";
import { unreadable } from "../source/unreadable.ts";
import { MergedCells } from "../table/merged-cells.ts";

/**
 * The recommendations of a file, to be looked through: of a Word file (.docx) its tables with a column for the text of a recommendation, or
 * else its numbered paragraphs; of a workbook (.xlsx, its first sheet) or CSV its rows; of a text (.txt) its paragraphs. `language` is that
 * of what does not name its own. Errors: unreadableFile.
 */
export async function readProposed(path: string, name: string, language: string): Promise<Found> {
  const found = await foundIn(path, name, language);
  if (found.items.length <= mostProposed) return found;
  throw tooMany(name);
}

function tooMany(name: string): DomainError {
  const detail = `has more than ${mostProposed} recommendations: bring them in several times`;
  return new DomainError("unreadableFile", unreadable(name, detail).message, [{ name: "recommendations", detail }]);
}

async function foundIn(path: string, name: string, language: string): Promise<Found> {
  const ending = /\.[^.]*$/.exec(name)?.[0].toLowerCase() ?? "";
  if (ending === ".docx") return foundInDocument(path, name, language);
  if (ending === ".txt") return proposedInText(textOf(name, await readFile(path)), language);
  if (ending === ".xlsx" || ending === ".csv")
    return foundInRows(path, name, ending === ".csv" ? "csv" : "xlsx", language);
  throw unreadable(name, "is no Word file (.docx), workbook (.xlsx), CSV or text (.txt), by the ending of its name");
}

async function foundInRows(path: string, name: string, format: "csv" | "xlsx", language: string): Promise<Found> {
  const { header, rows } = await openRows(path, { format, escapedFormulas: false });
  try {
    if (!hasRecommendations(header))
      throw unreadable(
        name,
        `has no column for the text of a recommendation, such as text: it has ${header.join(", ")}`,
      );
    const read: ProposedRow[] = [];
    for await (const { row, cells } of rows) {
      read.push({
        place: { row },
        cells: Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, String(cell)])),
      });
      if (read.length > mostProposed * 2) throw tooMany(name);
    }
    return proposedInTable(header, read, language);
  } finally {
    await rows.return(undefined);
  }
}

async function foundInDocument(path: string, name: string, language: string): Promise<Found> {
  const text = await documentText(path);
  if (text.oddities.has("tooLarge")) throw unreadable(name, "has a table that is larger than Word has");
  const tables = text.tables.flatMap((table, index) => {
    const rows = namedRows(table, index + 1);
    return rows !== undefined && hasRecommendations(rows.header)
      ? [proposedInTable(rows.header, rows.rows, language)]
      : [];
  });
  if (tables.length > 0)
    return {
      items: tables.flatMap(({ items }) => items),
      others: tables.reduce((sum, { others }) => sum + others, 0),
    };
  let paragraph = 0;
  const paragraphs = text.outside.flatMap((each, place): Paragraph[] => {
    if (each.trim() === "") return [];
    paragraph += 1;
    const list = text.lists.get(place);
    return [{ text: each, paragraph, ...(list && { list }) }];
  });
  return proposedInParagraphs(paragraphs, language);
}

async function documentText(path: string): Promise<DocumentText> {
  const archive = await openOfficeArchive(path, { what: "Word document", ending: ".docx" });
  try {
    const part = await mainPartOf(archive);
    const relations = await relationsOf(archive, part);
    const partOf = (type: string) => relations.find((each) => each.type === type)?.part;
    const text = new DocumentText(
      await countedLevels(archive, partOf("numbering")),
      undefined,
      await numberedStyles(archive, partOf("styles")),
    );
    await readWholeXml(archive, part, text);
    return text;
  } finally {
    archive.close();
  }
}

/** The rows of a table below its first one, by the names that stand there; undefined where none does. */
function namedRows({ rows, merged }: DocxTable, table: number): { header: string[]; rows: ProposedRow[] } | undefined {
  const [head, ...below] = rows;
  if (head === undefined) return undefined;
  const names = [...head.cells].map(([column, { text }]) => [column, text.trim()] as const);
  const cells = new MergedCells(merged, 2);
  // One cell over several columns groups the rows below it.
  const groups = new Set(merged.filter(({ left, right }) => right > left).map(({ top }) => top));
  return {
    header: names.map(([, each]) => each),
    rows: below.map((row) => {
      const filled = cells.filled(row);
      return {
        place: { table, row: row.row },
        cells: groups.has(row.row)
          ? {}
          : Object.fromEntries(names.map(([column, each]) => [each, filled.cells.get(column)?.text ?? ""])),
      };
    }),
  };
}
