import { basename } from "node:path";
import type { Issue } from "@heed/core";
import type { Edition } from "@heed/core/mapping/edition-day";
import type { Mapping } from "@heed/core/mapping/mapping";
import { checkColumns, columnsNamed } from "@heed/core/mapping/reading/import-plan";
import type { MappedRow } from "@heed/core/mapping/reading/import-row";
import { type FileRow, mapRow } from "@heed/core/mapping/reading/map-row";
import { factsOf, type GivenFacts } from "./facts.ts";
import { openRows } from "./open-rows.ts";
import type { Progress } from "./source/decoded-text.ts";
import { ungarbling } from "./source/garbled-text.ts";
import type { OpenedRows } from "./table/opened-rows.ts";
import { withinTime } from "./within-time.ts";

/**
 * The rows of a file after mapping, one at a time. Throws unreadableFile while reading; invalidMapping before the first
 * row when the mapping names a column that the file does not have.
 */
export async function* mappedRows(
  path: string,
  mapping: Mapping,
  onProgress?: Progress,
  edition?: Edition,
  given?: GivenFacts,
): AsyncGenerator<MappedRow> {
  const open = await openRows(path, mapping.file, onProgress);
  const { rows, daySystem } = open;
  const file = basename(path);
  try {
    const facts = factsOf(path, file, mapping.file.facts ?? {}, open, given);
    checkColumns(mapping, [...open.header, ...Object.keys(facts)]);
    const used = new Set(columnsNamed(mapping));
    let unseen = hiddenDataWarnings(open, used);
    const meantBy = ungarbling(mapping.file.encoding);
    const mapOne = ({ notes: all = [], ...row }: FileRow) => {
      const notes = [...notesOn(all, used), ...garbledCells(row.cells, used, meantBy)];
      return mapRow(
        mapping,
        { ...row, ...(notes.length > 0 && { notes }), facts, file, ...(daySystem && { daySystem }) },
        edition,
      );
    };
    for await (const some of together(rows)) {
      const [{ row, line } = {}] = some;
      for (const mapped of withinTime(() => some.map(mapOne), { file, row, line })) {
        // Warnings about the whole file come with its first row, and name no row.
        if (!("rejected" in mapped) && unseen.length > 0) {
          yield { ...mapped, warnings: [...unseen, ...(mapped.warnings ?? [])] };
          unseen = [];
        } else yield mapped;
      }
    }
  } finally {
    await rows.return(undefined);
  }
}

/** Rows that are mapped at once: to watch over each one would take longer than to map it. */
const mostTogether = 200;

async function* together(rows: AsyncIterable<FileRow>): AsyncGenerator<FileRow[]> {
  let some: FileRow[] = [];
  for await (const row of rows) {
    some.push(row);
    if (some.length < mostTogether) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

const ofFile = { row: undefined, line: undefined };

/** Warns of data that the mapping reads but that the workbook hides. */
function hiddenDataWarnings(
  { hiddenSheet, hiddenColumns = [], fileNotes = [] }: OpenedRows,
  used: ReadonlySet<string>,
): Issue[] {
  const details = [
    ...fileNotes,
    ...(hiddenSheet === undefined
      ? []
      : [`the sheet ${hiddenSheet} is hidden, and is read because the mapping names it`]),
    ...hiddenColumns
      .filter((name) => used.has(name))
      .map((name) => `the column ${name} is hidden in its sheet, and is read`),
  ];
  return details.map((detail) => ({ ...ofFile, detail }));
}

function notesOn(notes: readonly Issue[], used: ReadonlySet<string>): Issue[] {
  return notes.filter(({ name }) => name === undefined || used.has(name));
}

/** Cells that are read and whose signs are those of UTF-8, read as something else here or before. */
function garbledCells(
  cells: FileRow["cells"],
  used: ReadonlySet<string>,
  meantBy: (text: string) => string | undefined,
): Issue[] {
  return Object.entries(cells).flatMap(([name, value]) => {
    const meant = used.has(name) ? meantBy(value) : undefined;
    return meant === undefined ? [] : [{ name, value, detail: garbled }];
  });
}

const garbled =
  "the signs are those of UTF-8 that was read as another encoding, such as Ã© for é: name the encoding under file.encoding, or mend the file";
