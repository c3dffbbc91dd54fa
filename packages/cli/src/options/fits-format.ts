import { DomainError, type Issue } from "@heed/core";
import { isTable } from "../process/write-table.ts";

/** Options by name, and what was given; `false` and undefined are not given. */
type Given = Readonly<Record<`--${string}`, unknown>>;

/** Refuses an option of which this format shows nothing. Errors: invalidInput, with each such option. */
export function requireFitsFormat(format: string, given: Given, why: string): void {
  const issues = Object.entries(given).flatMap(([name, value]): Issue[] =>
    value === undefined || value === false ? [] : [{ name, detail: why }],
  );
  if (issues.length > 0)
    throw new DomainError("invalidInput", `--format ${format} does not go with what is asked for`, issues);
}

/** JSON that has each text in all its languages does not take one. */
export function requireLanguageFits({ format, lang }: { format: string; lang?: string }): void {
  if (format === "json" || format === "jsonld")
    requireFitsFormat(format, { "--lang": lang }, "JSON has each text in all languages that it has; leave it out");
}

/** A row of CSV has one shape: no headings and no reasons. */
export function requireCsvFits({
  format,
  groupBy,
  explain,
}: {
  format: string;
  groupBy?: string;
  explain?: boolean;
}): void {
  if (isTable(format))
    requireFitsFormat(
      format,
      { "--group-by": groupBy, "--explain": explain },
      "a row has neither headings nor reasons; leave it out, or ask for --format json",
    );
}
