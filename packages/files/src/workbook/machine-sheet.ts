import type { Label } from "@heed/core/label";
import { languages } from "@heed/core/wording/reader-language";
import type { FilledWorkbook, RowFacts, Workbook, WorkbookFacts } from "@heed/core/workbook/workbook";

/** The hidden sheet with what a machine needs; each row tells by its first cell what it holds. */
export const machineSheet = "heed";

const tag = "workbook";

export function machineRows({ format, language, organization, name, day, rows }: Workbook): readonly string[][] {
  return [
    [tag, format, language, organization, name, day],
    ...rows.map(({ key, act, followUp, said, found, reference, report }) => [
      ...["row", key, act, followUp, String(said), String(found), reference, report],
    ]),
  ];
}

export type MachineFacts = WorkbookFacts & Pick<FilledWorkbook, "known">;

/** Undefined where these are not the rows of a workbook. */
export function factsIn(rows: readonly (readonly string[])[]): MachineFacts | undefined {
  const head = rows.find(([first]) => first === tag);
  if (head === undefined) return undefined;
  const [, format = "", written = "", organization = "", name = "", day = ""] = head;
  const language = languages.find((each) => each === written);
  const known = rows.flatMap(
    ([first, key = "", act, followUp = "", said = "", found = "", reference = "", report = ""]) =>
      first === "row" && (act === "respond" || act === "update")
        ? [{ key, act, followUp, said: Number(said), found: Number(found), reference, report } satisfies RowFacts]
        : [],
  );
  return { format, language: language ?? ("en" satisfies keyof Label), organization, name, day, known };
}
