import type { Issue, LocalizedText } from "@heed/core";
import { groupedBy } from "@heed/core/grouped-by";
import { differences, differencesOfTold } from "@heed/core/import/differences";
import { contradictions } from "@heed/core/import/report-facts";
import { searchableName } from "@heed/core/organization/organization";
import { plainText } from "@heed/core/text/plain-text";
import type { DueDate } from "@heed/core/time/due-date";
import { inList } from "../statements/in-list.ts";
import { pages } from "../statements/pages-of.ts";
import { searchedWords } from "../tables/recommendation-rows.ts";
import { digests } from "./compared-content.ts";
import { type GivenReport, givenReport, reportFacts } from "./differing-rows.ts";
import { dropLines } from "./drop-lines.ts";
import type { ImportContext } from "./import-context.ts";
import { saidOfOneDay } from "./said-of-one-day.ts";

type Row = {
  line: number;
  joinKey: string;
  reference: string | null;
  referenceKey: string | null;
  ownBody: string | null;
  reportDigest: string;
  body: string;
} & GivenReport;
/** What one row says of one addressee. */
type Saying = { line: number; addressee: string; name: string; type: string; about: string; said: string };
type Body = {
  title?: LocalizedText;
  text?: LocalizedText;
  textAbsent?: string;
  implementationDue?: DueDate;
  themes?: string[];
  source?: { said?: Record<string, string> };
};

const keysPerPage = 2000;
/** More than the places that a row's own addressees and entries use. */
export const placesPerRow = 1000;

/**
 * Makes one recommendation of the rows that the mapping joins: with their texts by language, and all their themes and
 * addressees. Answers the rows that cannot be joined because they contradict each other, and warns of what two rows say in
 * two languages: nobody can tell whether that is the same.
 */
export async function joinRows(
  context: ImportContext,
): Promise<{ rejected: Issue[]; warnings: Issue[]; apart: InLanguages[] }> {
  const { sql, runId } = context;
  const [rejected, warnings, apart]: [Issue[], Issue[], InLanguages[]] = [[], [], []];
  const read = (last: { key: string } | undefined) =>
    sql.all<{ key: string }>(
      `SELECT join_key AS key FROM staged_row WHERE run_id = ? AND join_key > ?
       GROUP BY join_key HAVING count(*) > 1 ORDER BY join_key LIMIT ${keysPerPage}`,
      [runId, last?.key ?? ""],
    );
  for await (const keys of pages(read)) {
    const rows = await sql.all<Row>(
      `SELECT line, join_key AS "joinKey", reference, reference_key AS "referenceKey", own_body_key AS "ownBody",
         report_digest AS "reportDigest", body, ${givenReport}
       FROM staged_row s WHERE run_id = ? AND ${inList(sql, "join_key")} ORDER BY join_key, line`,
      [runId, JSON.stringify(keys.map(({ key }) => key))],
    );
    const groups = groupedBy(rows, ({ joinKey }) => joinKey);
    const page: Page = { moved: [], dropped: [], whole: [] };
    const sayings = await sayingsOf(context, keys);
    for (const group of groups.values()) rejected.push(...joinGroup(context, group, sayings, page));
    const dropped = new Set(page.dropped);
    const entries = await entriesOf(context, keys);
    for (const group of groups.values()) {
      const kept = group.filter(({ line }) => !dropped.has(line));
      warnings.push(...inTwoLanguages(context, kept, entries));
      apart.push(...rowsInLanguages(kept, group));
    }
    await writePage(context, page);
  }
  return { rejected, warnings, apart };
}

/**
 * Two rows of one recommendation in two languages: the line that both are staged under now, and for each its row and where its
 * addressees begin among those of that line.
 */
export type InLanguages = { line: number; one: PlacedRow; other: PlacedRow };
type PlacedRow = { row: number; from: number };

/** The first of them, and each later one that is in another language. */
function rowsInLanguages(kept: readonly Row[], group: readonly Row[]): InLanguages[] {
  const [first, ...others] = kept;
  if (first === undefined) return [];
  const own = languagesOf(JSON.parse(first.body));
  const placed = (each: Row) => ({ row: each.line, from: group.indexOf(each) * placesPerRow });
  return others
    .filter(({ body }) => areApart(own, languagesOf(JSON.parse(body))))
    .map((other) => ({ line: first.line, one: placed(first), other: placed(other) }));
}

/** What the rows of a page of keys say of their addressees, by line. */
async function sayingsOf(
  { sql, runId }: ImportContext,
  keys: readonly { key: string }[],
): Promise<Map<number, Saying[]>> {
  // Findings that differ are both kept (contradictingRows).
  const sayings = await sql.all<Saying>(
    `SELECT e.line, f.name_key AS addressee, f.name, e.type, e.about, e.said FROM ${saidOfOneDay(sql)} e
       JOIN staged_row s ON s.run_id = e.run_id AND s.line = e.line
       JOIN staged_follow_up f ON f.run_id = e.run_id AND f.line = e.line AND f.position = e.follow_up_position
     WHERE e.said IS NOT NULL AND e.type <> 'assessment' AND ${inList(sql, "s.join_key")} ORDER BY e.line`,
    [runId, JSON.stringify(keys.map(({ key }) => key))],
  );
  return groupedBy(sayings, ({ line }) => line);
}

type Said = { line: number; about: string; digest: string; type: string };

async function entriesOf(
  { sql, runId }: ImportContext,
  keys: readonly { key: string }[],
): Promise<Map<number, Said[]>> {
  const entries = await sql.all<Said>(
    `SELECT e.line, f.name_key || ' ' || e.type || ' ' || COALESCE(e.given_on, e.known_by, '') AS about,
       e.said_digest AS digest, e.type
     FROM staged_row s JOIN staged_entry e ON e.run_id = s.run_id AND e.line = s.line
       JOIN staged_follow_up f ON f.run_id = e.run_id AND f.line = e.line AND f.position = e.follow_up_position
     WHERE s.run_id = ? AND ${inList(sql, "s.join_key")} ORDER BY e.line, e.follow_up_position, e.position`,
    [runId, JSON.stringify(keys.map(({ key }) => key))],
  );
  return groupedBy(entries, ({ line }) => line);
}

/** What a row says of an addressee and a day of which a row in another language says something in other words. */
function inTwoLanguages(
  { file }: ImportContext,
  group: readonly Row[],
  entries: ReadonlyMap<number, readonly Said[]>,
): Issue[] {
  const issues: Issue[] = [];
  const languages = new Map(group.map(({ line, body }) => [line, languagesOf(JSON.parse(body))]));
  for (const [index, { line }] of group.entries()) {
    const others = group.slice(0, index).filter((each) => areApart(languages.get(each.line), languages.get(line)));
    const before = others.flatMap((each) => entries.get(each.line) ?? []);
    for (const { about, digest, type } of entries.get(line) ?? []) {
      if (before.some((each) => each.digest === digest && each.about === about)) continue;
      const other = before.find((each) => each.about === about);
      if (other === undefined) continue;
      issues.push({
        ...{ file, row: line, name: type, value: `as row ${other.line}` },
        detail:
          "is said on the same day in two languages of one recommendation, and is two entries; `when` takes those of one language",
      });
    }
  }
  return issues;
}

function languagesOf({ title, text }: Body): string[] {
  return Object.keys({ ...title, ...text });
}

function areApart(one: readonly string[] = [], other: readonly string[] = []): boolean {
  return one.length > 0 && other.length > 0 && !one.some((language) => other.includes(language));
}

/** The result of joining a page of keys. */
type Page = {
  /** The line, the line that it is joined to, and the distance of its addressees from the addressees of that line. */
  moved: [line: number, first: number, offset: number][];
  dropped: number[];
  whole: [
    ...[line: number, body: string, digest: string, given: string | null, words: string],
    ...[reference: string | null, referenceKey: string | null, ownBody: string | null],
  ][];
};

function joinGroup(
  { file }: ImportContext,
  [first, ...others]: readonly Row[],
  sayings: ReadonlyMap<number, readonly Saying[]>,
  page: Page,
): Issue[] {
  if (first === undefined) return [];
  const taken = [...(sayings.get(first.line) ?? [])];
  // What one row leaves blank another one may tell (R11).
  const told = { ...first };
  const issues: Issue[] = [];
  let whole: Body = JSON.parse(first.body);
  for (const [index, row] of others.entries()) {
    const own = sayings.get(row.line) ?? [];
    const against = contradiction(told, whole, row) ?? contradictedSaying(taken, own);
    if (against === undefined) {
      taken.push(...own);
      if (told.reference === null) [told.reference, told.referenceKey] = [row.reference, row.referenceKey];
      told.ownBody ??= row.ownBody;
      whole = joined(whole, JSON.parse(row.body));
      page.moved.push([row.line, first.line, (index + 1) * placesPerRow]);
    } else {
      const detail = `is joined with row ${first.line} by ${first.joinKey}, and ${against}`;
      issues.push({ file, row: row.line, name: "joinBy", ...(row.reference && { value: row.reference }), detail });
      page.dropped.push(row.line);
    }
  }
  const { source: _, ...content } = whole;
  const { reference, referenceKey, ownBody } = told;
  const issuingBody = ownBody === null ? null : searchableName(ownBody);
  const [plain, before] = digests({ reference, issuingBody, ...content });
  const words = searchedWords(reference ?? "", whole);
  page.whole.push([first.line, JSON.stringify(whole), plain, before, words, reference, referenceKey, ownBody]);
  return issues;
}

async function writePage({ sql, runId }: ImportContext, { moved, dropped, whole }: Page): Promise<void> {
  // A list of lists is one parameter, which the database unpacks (as in statements/insert-rows.ts).
  const list = sql.dialect === "sqlite" ? "json_each(?) AS each" : "jsonb_array_elements(?::jsonb) AS each(value)";
  const number = (place: number) => `CAST(each.value->>${place} AS integer)`;
  for (const [table, position] of [
    ["staged_follow_up", "position"],
    ["staged_entry", "follow_up_position"],
  ] as const) {
    await sql.run(
      `UPDATE ${table} SET line = ${number(1)}, ${position} = ${position} + ${number(2)}
       FROM ${list} WHERE run_id = ? AND line = ${number(0)}`,
      [JSON.stringify(moved), runId],
    );
    await dropLines(sql, table, runId, dropped);
  }
  await dropLines(sql, "staged_row", runId, [...dropped, ...moved.map(([line]) => line)]);
  await sql.run(
    `UPDATE staged_row SET body = each.value->>1, content_digest = each.value->>2,
       given_content_digest = each.value->>3, words = each.value->>4, reference = each.value->>5,
       reference_key = each.value->>6, own_body_key = each.value->>7
     FROM ${list} WHERE run_id = ? AND line = ${number(0)}`,
    [JSON.stringify(whole), runId],
  );
}

/** How a row contradicts those before it, with both values; undefined when they agree. What is blank says nothing (R11). */
function contradiction(told: Row, whole: Body, row: Row): string | undefined {
  if (row.referenceKey !== null && told.referenceKey !== null && row.referenceKey !== told.referenceKey)
    return `has another reference: ${row.reference}, where the rows before it have ${told.reference}`;
  const [ownBody, otherBody] = [told.ownBody ?? "", row.ownBody ?? ""];
  if (ownBody !== "" && otherBody !== "" && searchableName(ownBody) !== searchableName(otherBody))
    return `names another issuing body: ${otherBody}, where the rows before it name ${ownBody}`;
  if (row.reportDigest !== told.reportDigest) {
    const other = contradictions(reportFacts(told, "given"), reportFacts(row, "given"));
    if (other.length > 0) return `says something else of the report: ${other.join("; ")}`;
  }
  const own: Body = JSON.parse(row.body);
  if (whole.implementationDue !== undefined) {
    const { implementationDue } = whole;
    const other = differencesOfTold({ implementationDue }, { implementationDue: own.implementationDue });
    if (other.length > 0) return `has another due date: ${other.join("; ")}`;
  }
  return contradictedLanguage("title", whole.title, own.title) ?? contradictedLanguage("text", whole.text, own.text);
}

function contradictedSaying(taken: readonly Saying[], own: readonly Saying[]): string | undefined {
  for (const { addressee, name, type, about, said } of own) {
    const other = taken.find((each) => each.addressee === addressee && each.about === about && each.said !== said);
    if (other !== undefined)
      return `has another ${type} of ${name} on the same day: ${JSON.parse(said)}, where row ${other.line} has ${JSON.parse(other.said)}`;
  }
  return undefined;
}

function contradictedLanguage(what: string, one: LocalizedText = {}, other: LocalizedText = {}): string | undefined {
  const language = Object.keys(other).find(
    (each) => one[each] !== undefined && plainText(one[each] ?? "") !== plainText(other[each] ?? ""),
  );
  if (language === undefined) return undefined;
  const name = `${what}.${language}`;
  const told = differences({ [name]: one[language] }, { [name]: other[language] });
  return `has another ${what} in the language ${language}: ${told.join("; ")}`;
}

function joined(whole: Body, other: Body): Body {
  const { textAbsent, ...rest } = whole;
  const implementationDue = whole.implementationDue ?? other.implementationDue;
  const title = { ...other.title, ...whole.title };
  const text = { ...other.text, ...whole.text };
  const hasText = Object.keys(text).length > 0;
  const said = wordsOfBoth(whole.source?.said, other.source?.said);
  return {
    ...rest,
    ...(implementationDue && { implementationDue }),
    ...(Object.keys(title).length > 0 ? { title } : {}),
    ...(hasText ? { text } : textAbsent === undefined ? {} : { textAbsent }),
    themes: [...new Set([...(whole.themes ?? []), ...(other.themes ?? [])])],
    source: { ...whole.source, ...(said && { said }) },
  };
}

/** Word for word: where two rows say different things, both are kept, each on its own line. */
function wordsOfBoth(one: Record<string, string> = {}, other: Record<string, string> = {}) {
  const said = { ...other, ...one };
  for (const [column, text] of Object.entries(other)) {
    const own = one[column];
    if (own !== undefined && plainText(own) !== plainText(text)) said[column] = `${own}\n${text}`;
  }
  return Object.keys(said).length > 0 ? said : undefined;
}
