import { DomainError } from "@heed/core";
import type { BroughtTable } from "@heed/core/collected-item/brought/item-acts";
import { ItemMapping, MappingAsWritten } from "@heed/core/collected-item/brought/item-mapping";
import { FileMapping } from "@heed/core/mapping/file-mapping";
import { checkColumns } from "@heed/core/mapping/reading/import-plan";
import type { FileRow } from "@heed/core/mapping/reading/map-row";
import { showsNothing } from "@heed/core/text/bounded-text";
import { factsOf } from "./facts.ts";
import { openRows } from "./open-rows.ts";
import { readYaml } from "./read-yaml.ts";
import { unreadable } from "./source/unreadable.ts";

const mostRows = 5_000;

/** A mapping of a table of what was collected. Errors: invalidMapping, with line and key of each fault; unreadableFile. */
export async function readItemMapping(path: string): Promise<ItemMapping> {
  return (await readYaml<ItemMapping>(path, ItemMapping, "invalidMapping")).value;
}

/** The same file as it stands there, to be sent to a service. */
export async function readYamlAsItIs(path: string): Promise<unknown> {
  return (await readYaml<unknown>(path, MappingAsWritten, "invalidMapping")).value;
}

/**
 * The rows of a table of what was collected. `name` is the file as the user knows it. Errors: unreadableFile; invalidMapping where the
 * mapping names a column that the file does not have.
 */
export async function readItemTable(path: string, name: string, mapping?: ItemMapping): Promise<BroughtTable> {
  try {
    return await tableIn(path, name, mapping);
  } catch (error) {
    throw error instanceof DomainError ? named(error, path, name) : error;
  }
}

async function tableIn(path: string, name: string, mapping: ItemMapping | undefined): Promise<BroughtTable> {
  // What Heed writes has an apostrophe before what a spreadsheet would take for a formula.
  const file = mapping?.file ?? FileMapping.parse({ escapedFormulas: true });
  const open = await openRows(path, file);
  const { header, rows: read, daySystem } = open;
  try {
    const facts = factsOf(path, name, file.facts ?? {}, open);
    if (mapping !== undefined) checkColumns(mapping, [...header, ...Object.keys(facts)]);
    const rows: FileRow[] = [];
    for await (const row of read) {
      if (Object.values(row.cells).every(showsNothing) && row.faults === undefined) continue;
      rows.push({ ...row, facts, ...(daySystem && { daySystem }) });
      if (rows.length > mostRows) throw unreadable(name, `has more than ${mostRows} rows: bring it in parts`);
    }
    return { file: name, header, rows };
  } finally {
    await read.return(undefined);
  }
}

/** A file that was sent lies under a name that nobody knows. */
function named(error: DomainError, path: string, name: string): DomainError {
  const issues = error.issues.map((issue) => (issue.file === path ? { ...issue, file: name } : issue));
  return new DomainError(error.code, error.message.replaceAll(path, name), issues);
}
