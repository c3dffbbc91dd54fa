import type { Entry, Id, Source } from "@heed/core";
import type { Role } from "@heed/core/follow-up/follow-up";
import { groupedBy } from "@heed/core/grouped-by";
import { assumedFrom, contentKey } from "@heed/core/import/compared-entry";
import { differences } from "@heed/core/import/differences";
import { knownLines } from "@heed/core/import/known-line";
import { pairRows, type Saying } from "@heed/core/import/pair-rows";
import type { MappedEntry } from "@heed/core/mapping/reading/import-row";
import { comparedText } from "@heed/core/text/compared-text";
import type { SqlValue } from "../connection/sql.ts";
import { inList, inNumbers } from "../statements/in-list.ts";
import { givenEntry } from "./compare-editions.ts";
import { formerDigests } from "./compared-content.ts";
import type { ImportContext } from "./import-context.ts";

const groupsPerPage = 200;

/** A row that is known by its content; `base` is its key without the number of its occurrence. */
type Row = {
  line: number;
  base: string;
  digest: string;
  former: string | null;
  importKey: string;
  otherKey: string | null;
  occurrence: number;
  byReference: 0 | 1;
  body: string;
  content: string;
  givenContent: string | null;
};
type Known = { id: Id; importKey: string; body: string };

/** The key by which a row is known by its content, and the same without its number; `k` and `s` are a row's. */
const byReference = "(s.reference_key IS NOT NULL AND replace(k.import_key, s.row_digest, '') = k.import_key)";
const contentKeyOfRow = `CASE WHEN ${byReference} THEN k.other_key ELSE k.import_key END`;
const baseOfRow = `substr(${contentKeyOfRow}, 1, length(${contentKeyOfRow}) - length('#' || k.occurrence))`;
/** A recommendation that is known by its content has a number after the same key. */
const hasBase = (base: string) => `r.import_key > ${base} || '#' AND r.import_key < ${base} || '$'`;

/**
 * Rows that ask the same of the same, without a reference of their own, are told apart by what else they say, and by their
 * order only where that is the same too (R66): each gets the key of the known recommendation that says the same, or
 * nearly. Rows beyond those get numbers that no known one has.
 */
export async function pairEqualRows(context: ImportContext): Promise<void> {
  const rows = [...groupedBy(await contestedRows(context), ({ base }) => base).values()];
  for (let from = 0; from < rows.length; from += groupsPerPage) {
    const page = rows.slice(from, from + groupsPerPage);
    const known = await knownOf(context, page.flat());
    const said = await sayingsOfRows(context, page.flat());
    const before = await sayingsOfKnown(context, [...known.values()].flat());
    await giveKeys(
      context,
      page.flatMap((group) => keysOf(group, known, said, before)),
    );
  }
}

/** The rows for which there is a choice: several rows ask the same, or what is known has another number or an older key. */
async function contestedRows({ sql, runId }: ImportContext): Promise<Row[]> {
  const isKnown = (base: string) => `EXISTS (SELECT 1 FROM recommendation r WHERE ${hasBase(base)})`;
  const former = [1, 65, 129, 193, 257].map((at) => isKnown(`replace(base, digest, substr(former, ${at}, 64))`));
  return sql.all<Row>(
    `SELECT line, base, digest, former, import_key AS "importKey", other_key AS "otherKey", occurrence,
       by_reference AS "byReference", body,
       content_digest AS content, given_content_digest AS "givenContent"
     FROM (SELECT keyed.*, count(*) OVER (PARTITION BY base) AS equals FROM (
       SELECT k.line, ${baseOfRow} AS base, s.row_digest AS digest, s.given_row_digest AS former, k.import_key, k.other_key, k.occurrence,
         CASE WHEN ${byReference} THEN 1 ELSE 0 END AS by_reference, s.body,
         s.content_digest, s.given_content_digest
       FROM staged_key k JOIN staged_row s ON s.run_id = k.run_id AND s.line = k.line WHERE k.run_id = ?) AS keyed) AS counted
     WHERE CASE WHEN by_reference = 1 AND EXISTS (SELECT 1 FROM recommendation r WHERE r.import_key = counted.import_key)
       THEN ${isKnown("base")}
       ELSE EXISTS (SELECT 1 FROM recommendation r WHERE ${hasBase("base")} AND (equals > 1 OR r.import_key <> base || '#1'))
         OR (former IS NOT NULL AND (${former.join(" OR ")}))
         OR (equals > 1 AND EXISTS (SELECT 1 FROM recommendation r WHERE r.import_key = other_key)) END
     ORDER BY base, line`,
    [runId],
  );
}

/**
 * The known recommendations of each group, by its base: those with its content, and the one that has its reference alone, when
 * that asks the same. One that has the reference of a single row and asks something else, or somebody else, is another one.
 */
async function knownOf({ sql, runId }: ImportContext, rows: readonly Row[]): Promise<Map<string, Known[]>> {
  const bases = new Set(
    rows.flatMap(({ base, digest, former }) =>
      [digest, ...formerDigests(former)].map((each) => JSON.stringify([base, base.replace(digest, each)])),
    ),
  );
  const alone = new Set(
    rows.flatMap((row) => {
      const key = row.byReference === 1 ? row.importKey : row.otherKey;
      const [line, body] = row.byReference === 1 ? [row.line, row.body] : [null, null];
      return key === null ? [] : [JSON.stringify([row.base, key, row.content, row.givenContent, line, body])];
    }),
  );
  const [list, text] =
    sql.dialect === "sqlite"
      ? ["json_each(?) AS each", (at: number) => `(each.value->>${at})`]
      : ["jsonb_array_elements(?::jsonb) AS each(value)", (at: number) => `(each.value->>${at}) COLLATE "C"`];
  const found = async (pairs: ReadonlySet<string>, condition: string, values: readonly SqlValue[] = []) =>
    sql.all<Known & { base: string; given: string | null }>(
      `SELECT ${text(0)} AS base, r.id, r.import_key AS "importKey", r.body, ${text(5)} AS given
       FROM ${list} JOIN recommendation r ON ${condition} ORDER BY r.recorded_at, r.position, r.id`,
      [`[${[...pairs].join(",")}]`, ...values],
    );
  const ofContent = await found(bases, hasBase(text(1)));
  const line = `CAST(${text(4)} AS integer)`;
  const asksTheSame = `(${text(4)} IS NULL AND r.content_digest IN (${text(2)}, ${text(3)})) OR (${text(4)} IS NOT NULL AND ${ofSameAddressees(line)})`;
  const byReference =
    alone.size === 0 ? [] : await found(alone, `r.import_key = ${text(1)} AND (${asksTheSame})`, [runId, runId]);
  const same = byReference.filter(({ body, given }) => given === null || saysTheSame(body, given));
  return groupedBy([...ofContent, ...same], ({ base }) => base);
}

/** The SQL condition that a known recommendation `r` and the row of a line are addressed to the same; its parameters are twice the run. */
function ofSameAddressees(line: string): string {
  const given = `SELECT n.organization_id FROM staged_follow_up f JOIN staged_name n ON n.run_id = f.run_id AND n.name_key = f.name_key
    WHERE f.run_id = ? AND f.line = ${line}`;
  const known = "SELECT x.addressee_id FROM follow_up x WHERE x.recommendation_id = r.id AND x.import_key IS NOT NULL";
  return `NOT EXISTS (${given} EXCEPT ${known}) AND NOT EXISTS (${known} EXCEPT ${given})`;
}

/** Whether two contents differ in their themes alone. */
function saysTheSame(known: string, given: string): boolean {
  const [one, other] = [known, given].map((body) => ({ ...JSON.parse(body), themes: [], source: undefined }));
  return differences(one, other).length === 0;
}

type Answered = { organization: Id; role: Role; source: string | null };

async function sayingsOfRows({ sql, runId }: ImportContext, rows: readonly Row[]): Promise<Map<number, Saying>> {
  const lines = JSON.stringify(rows.map(({ line }) => line));
  const addressed = await sql.all<Answered & { line: number }>(
    `SELECT f.line, n.organization_id AS organization, f.role, f.source FROM staged_follow_up f
       JOIN staged_name n ON n.run_id = f.run_id AND n.name_key = f.name_key WHERE f.run_id = ? AND ${inNumbers(sql, "f.line")}`,
    [runId, lines],
  );
  const entries = await sql.all<{ line: number; organization: Id; body: string; assumed: string }>(
    `SELECT f.line, n.organization_id AS organization, e.body, e.assumed FROM staged_entry e
       JOIN staged_follow_up f ON f.run_id = e.run_id AND f.line = e.line AND f.position = e.follow_up_position
       JOIN staged_name n ON n.run_id = f.run_id AND n.name_key = f.name_key WHERE e.run_id = ? AND ${inNumbers(sql, "e.line")}`,
    [runId, lines],
  );
  const lineOf = ({ line }: { line: number }) => line;
  const [addressees, answers] = [groupedBy(addressed, lineOf), groupedBy(entries, lineOf)];
  return new Map(
    rows.map(({ line, body }) => {
      const said = (answers.get(line) ?? []).flatMap(({ organization, body: text, assumed }) =>
        answersOf(organization, givenEntry(text, assumed)),
      );
      return [line, saying(body, addressees.get(line) ?? [], said)];
    }),
  );
}

function answersOf(organization: Id, { assumed = [], ...entry }: MappedEntry): string[] {
  const { givenOn, knownBy } = entry;
  return ofDay(organization, contentKey(entry, [...assumed, ...assumedFrom(entry, [givenOn, knownBy])]), givenOn);
}

/** An answer, and again with its day: the same answer of another day is nearer than another answer. */
function ofDay(organization: Id, key: string, givenOn: string | undefined): string[] {
  const answer = `${organization} ${key}`;
  return givenOn === undefined ? [answer] : [answer, `${answer} ${givenOn}`];
}

async function sayingsOfKnown({ sql, plan }: ImportContext, known: readonly Known[]): Promise<Map<Id, Saying>> {
  const ids = JSON.stringify(known.map(({ id }) => id));
  const addressed = await sql.all<Answered & { id: Id; followUp: Id }>(
    `SELECT recommendation_id AS id, id AS "followUp", addressee_id AS organization, role, source FROM follow_up
     WHERE import_key IS NOT NULL AND ${inList(sql, "recommendation_id")}`,
    [ids],
  );
  const entries = await sql.all<{ followUp: Id; body: string; key: string | null }>(
    `SELECT follow_up_id AS "followUp", body, import_key AS key FROM entry WHERE ${inList(sql, "follow_up_id")}
     ORDER BY recorded_at, id`,
    [JSON.stringify(addressed.map(({ followUp }) => followUp))],
  );
  const ofFollowUp = groupedBy(
    entries
      .map(({ followUp, body, key }) => ({ followUp, entry: JSON.parse(body) as Entry, imported: key !== null }))
      .filter(({ entry }) => entry.source?.name === plan.name || entry.type === "retraction"),
    ({ followUp }) => followUp,
  );
  const addressees = groupedBy(addressed, ({ id }) => id);
  return new Map(
    known.map(({ id, body }) => {
      const own = addressees.get(id) ?? [];
      const said = own.flatMap(({ followUp, organization }) =>
        knownLines(ofFollowUp.get(followUp) ?? [], new Map())
          .filter(({ standing }) => standing)
          .flatMap(({ key, lastFromSource }) => ofDay(organization, key, lastFromSource.givenOn)),
      );
      return [id, saying(body, own, said)];
    }),
  );
}

function saying(body: string, addressees: readonly Answered[], answers: readonly string[]): Saying {
  const { themes = [], source }: { themes?: string[]; source?: Source } = JSON.parse(body);
  const words = [
    ...wordsOf(source),
    ...addressees.flatMap(({ organization, role, source: said }) => [
      `${organization} ${role}`,
      ...wordsOf(said === null ? undefined : JSON.parse(said)).map((word) => `${organization} ${word}`),
    ]),
  ];
  return { asks: themes.map(comparedText), answers, words };
}

function wordsOf(source: Source | undefined): string[] {
  return Object.entries(source?.said ?? {}).map(([column, text]) => `${column}: ${comparedText(text)}`);
}

type Keys = { line: number; importKey: string; otherKey: string | null; occurrence: number };

function keysOf(
  rows: readonly Row[],
  knownOf: ReadonlyMap<string, Known[]>,
  said: ReadonlyMap<number, Saying>,
  before: ReadonlyMap<Id, Saying>,
): Keys[] {
  const [{ base = "", otherKey: alone = null } = {}] = rows;
  const known = knownOf.get(base) ?? [];
  const sayings = <Key>(keys: readonly Key[], of: ReadonlyMap<Key, Saying>) =>
    keys.map((key) => of.get(key) ?? { asks: [], answers: [], words: [] });
  const pairs = pairRows(
    sayings(
      rows.map(({ line }) => line),
      said,
    ),
    sayings(
      known.map(({ id }) => id),
      before,
    ),
  );
  const used = new Set(known.map(({ importKey }) => importKey));
  let number = 0;
  const nextKey = () => {
    do number += 1;
    while (used.has(`${base}#${number}`));
    return { importKey: `${base}#${number}`, occurrence: number };
  };
  return rows.flatMap((row, place): Keys[] => {
    const { line, byReference } = row;
    const is = known[pairs[place] ?? -1]?.importKey;
    if (byReference === 1)
      return is === undefined ? [] : [{ line, importKey: is, otherKey: null, occurrence: row.occurrence }];
    // The one that had the reference alone is found by that.
    if (is === undefined || is === alone) return [{ line, ...nextKey(), otherKey: is ?? null }];
    return [{ line, importKey: is, otherKey: null, occurrence: 1 }];
  });
}

async function giveKeys({ sql, runId, plan }: ImportContext, keys: readonly Keys[]): Promise<void> {
  // Where each row is a report, the report has the row's key.
  const report = plan.reports === "perRow" ? "report_key = ?, " : "";
  await sql.runEach(
    `UPDATE staged_key SET ${report}import_key = ?, other_key = ?, occurrence = ? WHERE run_id = ? AND line = ?`,
    keys.map(({ line, importKey, otherKey, occurrence }): SqlValue[] => [
      ...(report === "" ? [] : [importKey]),
      ...[importKey, otherKey, occurrence, runId, line],
    ]),
  );
}
