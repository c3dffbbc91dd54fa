import type { Issue } from "@heed/core";
import type { FileRow } from "@heed/core/mapping/reading/map-row";
import { columnName } from "@heed/core/text/plain-text";
import { type OfficeArchive, openOfficeArchive } from "../office/office-archive.ts";
import { readWholeXml, readXml } from "../office/office-xml.ts";
import { mainPartOf, relationsOf } from "../office/relations.ts";
import { struckNote } from "../office/struck.ts";
import type { Progress } from "../source/decoded-text.ts";
import { unreadable } from "../source/unreadable.ts";
import { faultsOf, withFaults } from "../table/cell-fault.ts";
import type { Header } from "../table/header.ts";
import { MergedCells, mergedNote } from "../table/merged-cells.ts";
import type { OpenedRows } from "../table/opened-rows.ts";
import { rowDigest } from "../table/row-digest.ts";
import { cellTexts, unnamedCells } from "../table/unnamed-cells.ts";
import { chosenTables, type ReadTable, type WantedTables } from "./chosen-tables.ts";
import { countedLevels } from "./counted-levels.ts";
import { DocumentText, type DocxRow, maxRows, type Oddity } from "./document-text.ts";
import { struckStyles } from "./struck-styles.ts";

export type DocxOptions = {
  /**
   * The number of the table from 1, several numbers, or the columns that the tables must have. When it is left out, the
   * file must have one table only.
   */
  table?: WantedTables;
  /** The row of each table that names the columns, from 1, or two such rows. */
  headerRow?: number | readonly number[];
  onProgress?: Progress;
};

const document = { what: "Word document", ending: ".docx" };

/**
 * The rows of a Word file's tables, one table after another under one header, and the text outside them. The same size
 * limits hold as for a workbook, and each part is read as a stream. Throws unreadableFile.
 */
export async function openDocx(
  path: string,
  { table, headerRow = 1, onProgress }: DocxOptions = {},
): Promise<OpenedRows> {
  const archive = await openOfficeArchive(path, document);
  try {
    const part = await mainPartOf(archive);
    const relations = await relationsOf(archive, part);
    const partsOf = (...types: string[]) =>
      relations.filter(({ type }) => types.includes(type)).map((each) => each.part);
    const text = new DocumentText(
      await countedLevels(archive, partsOf("numbering")[0]),
      await struckStyles(archive, partsOf("styles")[0]),
    );
    const total = archive.sizeOf(part) ?? 0;
    for await (const done of readXml(archive, part, text)) {
      onProgress?.({ done, total });
      if (text.oddities.has("tooLarge")) throw tooLarge(path);
    }
    const margins = new DocumentText();
    for (const each of partsOf("header", "footer")) await readWholeXml(archive, each, margins);
    const notes = new Map<string, string>();
    for (const type of ["footnote", "endnote"] as const)
      for (const each of partsOf(`${type}s`)) await readNotes(archive, each, type, notes);
    const at = [headerRow].flat();
    const read = chosenTables(path, text.tables, table, at);
    return {
      header: [...new Set(read.flatMap(({ header }) => [...header.values()]))],
      rows: fileRows(read, Math.max(...at), notes),
      textOutside: [...margins.outside, ...text.outside].join("\n"),
      fileNotes: [...text.oddities].map((oddity) => words[oddity]),
    };
  } finally {
    archive.close();
  }
}

const words: Readonly<Record<Oddity, string>> = {
  changes: "the document has tracked changes, and is read as if they were accepted",
  hiddenText: "the document has hidden text, which is not read",
  unknownSign: "the document has signs of a font that are not known here; each is read as \ufffd",
  tableInCell: "a cell of the document has a table of its own, which is read as part of its text",
  tooLarge: "",
};

function tooLarge(path: string): Error {
  return unreadable(path, `has a table of more than ${maxRows} rows, or of more columns than Word has`);
}

async function* fileRows(
  tables: readonly ReadTable[],
  headerEnds: number,
  notes: ReadonlyMap<string, string>,
): AsyncGenerator<FileRow> {
  let before = 0;
  for (const { rows, merged: ranges, header } of tables) {
    const merged = new MergedCells(ranges, headerEnds + 1);
    for (const row of rows) {
      if (row.row <= headerEnds) continue;
      const filled = merged.filled(row);
      // Skips a header that was repeated by hand on a next page.
      if (!isHeaderAgain(filled, header)) yield fileRow(before + row.row, header, filled, notes);
    }
    before += rows.length;
  }
}

function isHeaderAgain({ cells }: DocxRow, header: Header): boolean {
  return cells.size > 1 && [...header].every(([column, name]) => columnName(cells.get(column)?.text ?? "") === name);
}

function fileRow(row: number, header: Header, { cells }: DocxRow, notes: ReadonlyMap<string, string>): FileRow {
  const named = [...header].map(([column, name]) => [name, cells.get(column)?.text ?? ""] as const);
  const ofNamed = [...header].flatMap(([column, name]): Issue[] => {
    const cell = cells.get(column);
    return [
      ...(cell?.notes ?? []).map((id) => {
        return {
          name,
          value: notes.get(id) ?? "",
          detail: `the cell has a ${id.split(" ")[0]}, which is not part of its text`,
        };
      }),
      ...(cell?.isNumbered
        ? [
            {
              name,
              value: cell.text,
              detail: "the cell has a number that Word counts by itself, which is not part of its text",
            },
          ]
        : []),
      ...(cell?.struck === undefined ? [] : [struckNote(name, cell.struck)]),
      ...(cell === undefined ? [] : mergedNote(name, cell)),
    ];
  });
  const told = [...unnamedCells(header, cellTexts(cells)), ...ofNamed];
  return {
    row,
    digest: rowDigest(named.map(([, text]) => text)),
    cells: Object.fromEntries(named),
    ...withFaults(faultsOf(named)),
    ...(told.length > 0 && { notes: told }),
  };
}

async function readNotes(
  archive: OfficeArchive,
  part: string,
  type: "footnote" | "endnote",
  notes: Map<string, string>,
): Promise<void> {
  let text = new DocumentText();
  let id: string | undefined;
  await readWholeXml(archive, part, {
    open: (name, attributes) => {
      if (name === type)
        [id, text] = [Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1], new DocumentText()];
      else text.open(name, attributes);
    },
    text: (piece) => text.text(piece),
    close: (name) => {
      if (name !== type) text.close(name);
      else if (id !== undefined) notes.set(`${type} ${id}`, text.outside.join("\n").trim());
    },
  });
}
