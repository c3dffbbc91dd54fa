import { once } from "node:events";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Entry } from "@heed/core";
import { textIn } from "@heed/core";
import { languages } from "../world/words.ts";
import { type Asked, worldOf } from "../world/world.ts";

/**
 * The files of one world: one row for each recommendation, for `heed import`, and the same data by table, for a plain
 * load.
 */
export type WorldFiles = {
  wide: string;
  tables: Readonly<Record<PlainTable, string>>;
  counts: Record<PlainTable, number>;
};

export const plainTables = {
  report: ["id", "reference", "issuing_body", "reporting_year", "published_on"],
  recommendation: ["id", "report_id", "reference", "title_en", "text_fr", "text_nl", "text_en", "theme", "due"],
  follow_up: ["id", "recommendation_id", "addressee"],
  entry: ["id", "follow_up_id", "type", "given_on", "as_of", "reporting_year", "level", "due", "said"],
} as const;
export type PlainTable = keyof typeof plainTables;

export const mostRounds = 8;
const round = Array.from({ length: mostRounds }, (_, index) => index + 1);
export const wideColumns = [
  "reference",
  "report",
  "body",
  "year",
  "published",
  "title",
  ...languages,
  "theme",
  "due",
  "addressee",
  "position",
  "position on",
  "reason",
  "promise",
  "promise on",
  "promise due",
  "closed as",
  "closed on",
  ...round.flatMap((n) => [
    `update ${n}`,
    `update ${n} year`,
    `update ${n} on`,
    `update ${n} claim`,
    `update ${n} said`,
  ]),
  ...round.flatMap((n) => [`finding ${n}`, `finding ${n} year`, `finding ${n} on`, `finding ${n} said`]),
];

type Cell = string | number | undefined;
type Of<Type extends Entry["type"]> = Extract<Entry, { type: Type }>;

/**
 * Writes the files of a world into a folder, as a stream. They have only the first addressee of each recommendation.
 */
export async function writeWorldFiles(folder: string, recommendations: number, seed: number): Promise<WorldFiles> {
  mkdirSync(folder, { recursive: true });
  const world = worldOf(recommendations, seed);
  const names = new Map(world.register.organizations.map(({ id, name }) => [id, textIn(name, "en")]));
  const wide = csvFile(join(folder, "world.csv"), wideColumns);
  const plain = Object.fromEntries(
    Object.entries(plainTables).map(([table, columns]) => [table, csvFile(join(folder, `${table}.csv`), columns)]),
  ) as Record<PlainTable, ReturnType<typeof csvFile>>;
  for (const { id, reference, issuingBody, reportingYear, publishedOn } of world.reports)
    await plain.report.row([id, reference, names.get(issuingBody), reportingYear, publishedOn]);
  for (let index = 0; index < recommendations; index++) {
    const asked = world.asked(index);
    await wide.row(wideRow(asked, names));
    for (const [table, row] of plainRows(asked, names)) await plain[table].row(row);
  }
  for (const file of [wide, ...Object.values(plain)]) await file.end();
  const of = <Value>(value: (file: ReturnType<typeof csvFile>) => Value) =>
    Object.fromEntries(Object.entries(plain).map(([table, file]) => [table, value(file)])) as Record<PlainTable, Value>;
  return { wide: wide.path, tables: of(({ path }) => path), counts: of((file) => file.rows()) };
}

/**
 * What one row can say: the entries of these types in the order in which they were given, with the first promise only.
 */
function said({ cases: [first] }: Asked) {
  const entries = first?.entries ?? [];
  const of = <Type extends Entry["type"]>(type: Type) => entries.filter((each): each is Of<Type> => each.type === type);
  return {
    addressee: first?.followUp.addressee ?? "",
    followUp: first?.followUp.id ?? "",
    response: of("response").slice(0, 1),
    commitment: of("commitment").slice(0, 1),
    updates: of("progressUpdate").slice(0, mostRounds),
    findings: of("assessment").slice(0, mostRounds),
    closure: of("closure").slice(0, 1),
  };
}

function wideRow(asked: Asked, names: ReadonlyMap<string, string>): Cell[] {
  const { recommendation, report } = asked;
  const { addressee, response, commitment, updates, findings, closure } = said(asked);
  return [
    recommendation.reference,
    report.reference,
    names.get(report.issuingBody),
    report.reportingYear,
    report.publishedOn,
    recommendation.title?.en,
    ...languages.map((language) => recommendation.text?.[language]),
    recommendation.themes[0],
    recommendation.implementationDue?.on,
    names.get(addressee),
    response[0]?.position,
    response[0]?.givenOn,
    response[0]?.reason,
    commitment[0]?.description,
    commitment[0]?.givenOn,
    commitment[0]?.due?.on,
    closure[0]?.closureReason,
    closure[0]?.givenOn,
    ...round.flatMap((_, index) => {
      const each = updates[index];
      return [each?.level, each?.reportingYear, each?.givenOn, each && (each.claim ? "yes" : "no"), each?.narrative];
    }),
    ...round.flatMap((_, index) => {
      const each = findings[index];
      return [each?.level, each?.reportingYear, each?.givenOn, each?.rationale];
    }),
  ];
}

function plainRows(asked: Asked, names: ReadonlyMap<string, string>): [PlainTable, Cell[]][] {
  const { recommendation, report } = asked;
  const { id, reference, title, text, themes, implementationDue } = recommendation;
  const { addressee, followUp, response, commitment, updates, findings, closure } = said(asked);
  const entry = (each: Entry, ...rest: Cell[]): [PlainTable, Cell[]] => [
    "entry",
    [each.id, followUp, each.type, each.givenOn, ...rest],
  ];
  return [
    [
      "recommendation",
      [id, report.id, reference, title?.en, text?.fr, text?.nl, text?.en, themes[0], implementationDue?.on],
    ],
    ["follow_up", [followUp, id, names.get(addressee)]],
    ...response.map((each) => entry(each, undefined, undefined, each.position, undefined, each.reason)),
    ...commitment.map((each) => entry(each, undefined, undefined, undefined, each.due?.on, each.description)),
    ...updates.map((each) => entry(each, each.asOf, each.reportingYear, each.level, undefined, each.narrative)),
    ...findings.map((each) => entry(each, each.asOf, each.reportingYear, each.level, undefined, each.rationale)),
    ...closure.map((each) => entry(each, undefined, undefined, each.closureReason, undefined, undefined)),
  ];
}

function csvFile(path: string, columns: readonly string[]) {
  const stream = createWriteStream(path);
  let text = `${columns.map(quoted).join(",")}\n`;
  let rows = 0;
  const flush = async () => {
    const full = !stream.write(text);
    text = "";
    if (full) await once(stream, "drain");
  };
  return {
    path,
    rows: () => rows,
    row: async (cells: readonly Cell[]) => {
      rows += 1;
      text += `${cells.map(quoted).join(",")}\n`;
      if (text.length > 2 ** 20) await flush();
    },
    end: async () => {
      await flush();
      stream.end();
      await once(stream, "finish");
    },
  };
}

/** RFC 4180. */
function quoted(cell: Cell): string {
  const text = cell === undefined ? "" : String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
