import { DomainError } from "@heed/core";
import type { FactMapping } from "@heed/core/mapping/file-mapping";
import { invalidCharacterIn } from "@heed/core/text/invalid-character";
import { didYouMean } from "@heed/core/text/nearest";
import { columnName } from "@heed/core/text/plain-text";
import { unreadable } from "./source/unreadable.ts";
import type { OpenedRows } from "./table/opened-rows.ts";

/** Values that the user gives with an import, by the names that the mapping gives them. */
export type GivenFacts = Readonly<Record<string, string>>;

/**
 * What a file tells once, outside its rows. Each fact becomes a column; a given value replaces what the file says.
 * Throws unreadableFile when a fact is missing in the file, invalidMapping when a column already has its name,
 * invalidInput for a given fact that the mapping does not know.
 */
export function factsOf(
  path: string,
  fileName: string,
  facts: Readonly<Record<string, FactMapping>>,
  open: OpenedRows,
  given: GivenFacts = {},
): Record<string, string> {
  const names = Object.keys(facts);
  for (const name of Object.keys(given)) refuseUnknown(columnName(name), names);
  const own = Object.fromEntries(Object.entries(given).map(([name, text]) => [columnName(name), text]));
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => {
      if (open.header.includes(name))
        throw new DomainError("invalidMapping", `file.facts has ${name}, and the file has a column of that name`, [
          { name: "file.facts", value: name, detail: "is a column of the file" },
        ]);
      const text = (own[name] ?? factIn(fileName, fact, open) ?? "").trim();
      const noText = invalidCharacterIn(text);
      if (noText !== undefined) throw unreadable(path, `${noText}, in ${name} (file.facts of the mapping)`);
      if (text === "" && !fact.blank)
        throw unreadable(path, `does not tell ${name} (file.facts of the mapping); name it by --fact "${name}=…"`);
      return [name, text];
    }),
  );
}

function refuseUnknown(name: string, names: readonly string[]): void {
  if (names.includes(name)) return;
  const known = names.length === 0 ? "it has none" : `it has ${names.join(", ")}`;
  throw new DomainError("invalidInput", `the mapping has no fact ${name}${didYouMean(name, names)}; ${known}`, [
    { name: "fact", value: name, detail: `is not a fact of the mapping; ${known}` },
  ]);
}

function factIn(fileName: string, { at, cell, inText, inFileName }: FactMapping, open: OpenedRows): string | undefined {
  if (at !== undefined) return open.valueAt?.(at);
  if (cell !== undefined) return open.cellAbove?.(cell);
  if (inText !== undefined) return firstGroup(inText, open.textOutside ?? "");
  return inFileName && firstGroup(inFileName, fileName);
}

function firstGroup(expression: RegExp, text: string): string | undefined {
  const match = expression.exec(text);
  return match?.[1] ?? match?.[0];
}
