import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { madeFiles } from "./made-files.ts";

/** A file of rows and the mapping that reads it. */
export type MappedFile = { csv: string; mapping: string };

/** Rows that the benchmarks did not make: a folder with CSV files and a mapping for each, or with a generator of them. */
export type GivenWorld = {
  name: string;
  /** Whether there is one for each size, because a generator makes the rows. */
  hasSizes: boolean;
  /** The files in the order in which they are imported. Files that a generator makes are kept in a folder. */
  files(size: string, kept: string): readonly MappedFile[];
  /** Changes with the rows and with the mappings. */
  digest: string;
};

export function givenWorld(folder: string): GivenWorld {
  const generator = join(folder, "generate.mjs");
  const hasSizes = existsSync(generator);
  const names = readdirSync(folder).sort();
  const mappings = names.filter((name) => name.endsWith(".yaml")).map((name) => join(folder, name));
  const rows = names.filter((name) => name.endsWith(".csv")).map((name) => join(folder, name));
  const files = (size: string, kept: string) => {
    mkdirSync(kept, { recursive: true });
    const found = pairs(hasSizes ? madeFiles(generator, size, kept) : rows, mappings);
    if (found.length === 0) throw new Error(`${folder} has no CSV file with a mapping; see pnpm bench --help`);
    return found;
  };
  return {
    name: basename(resolve(folder)),
    hasSizes,
    files,
    digest: digestOf([...mappings, ...(hasSizes ? [generator] : rows)]),
  };
}

/** A mapping belongs to the file with whose name its own ends. What is entered onto recommendations comes after them. */
function pairs(rows: readonly string[], mappings: readonly string[]): MappedFile[] {
  const found = rows.flatMap((csv) => {
    const mapping = mappings.find((each) => basename(each, ".yaml").endsWith(basename(csv, ".csv")));
    return mapping === undefined ? [] : [{ csv, mapping }];
  });
  const isOnto = ({ mapping }: MappedFile) => /^onto:/m.test(readFileSync(mapping, "utf8"));
  return [...found.filter((each) => !isOnto(each)), ...found.filter(isOnto)];
}

function digestOf(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(basename(path)).update(readFileSync(path));
  return hash.digest("hex").slice(0, 8);
}
