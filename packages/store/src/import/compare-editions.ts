import type { Day, Entry, Id, Issue } from "@heed/core";
import type { EntryType } from "@heed/core/follow-up/entries/entry";
import { compareEdition, type EditionAnswer } from "@heed/core/import/compare-edition";
import type { MappedEntry, ShownTypes } from "@heed/core/mapping/reading/import-row";
import type { SqlValue } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";
import { insertRows } from "../statements/insert-rows.ts";
import type { ImportContext } from "./import-context.ts";
import type { ImportRun } from "./import-run.ts";
import { leftAsNewer } from "./older-editions.ts";
import { stagedEntryColumns, stagedEntryValues } from "./stage-rows.ts";

const followUpsPerPage = 500;
/** Corrections are staged after all entries that a row gives. */
const correctionsFrom = 100_000;

/** The result of comparing a file with earlier editions of its source. */
export type EditionComparison = { rejected: Issue[]; warnings: Issue[]; corrections: number };

type Place = { line: number; position: number; place: number; id: Id };

/**
 * Compares what the file says about known follow-ups with what its source said before (core's compareEdition). What was
 * said before is removed from the staged rows, a more exact day becomes a correction, and a row that contradicts a
 * known entry is rejected.
 */
export async function compareEditions(context: ImportContext, run: ImportRun): Promise<EditionComparison> {
  const met: EditionComparison = { rejected: [], warnings: [], corrections: 0 };
  for (let after = ""; ; ) {
    const page = await loadPage(context, after);
    const last = page.ids.at(-1);
    if (last === undefined) break;
    after = last;
    const changes: Changes = { dropped: [], later: [], corrections: [] };
    for (const id of page.ids) compareFollowUp(context, run, page, id, met, changes);
    await writePage(context, changes);
    met.corrections += changes.corrections.length;
  }
  await dropRejected(context, met.rejected);
  return met;
}

type Page = {
  ids: Id[];
  known: Map<Id, { entry: Entry; imported: boolean }[]>;
  given: Map<Id, { at: Place; entry: MappedEntry }[]>;
  shown: Map<Id, Map<EntryType, Day[]>>;
  shows: Map<Id, { line: number; position: number; name: string; shows: ShownTypes }[]>;
};

async function loadPage({ sql, runId, plan }: ImportContext, after: Id): Promise<Page> {
  const threads = `staged_thread t JOIN follow_up f ON f.id = t.follow_up_id`;
  const found = await sql.all<{ id: Id }>(
    `SELECT DISTINCT t.follow_up_id AS id FROM ${threads} WHERE t.run_id = ? AND t.follow_up_id > ?
     ORDER BY 1 LIMIT ${followUpsPerPage}`,
    [runId, after],
  );
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return { ids, known: new Map(), given: new Map(), shown: new Map(), shows: new Map() };
  const list = JSON.stringify(ids);
  const known = await sql.all<{ id: Id; body: string; imported: number }>(
    `SELECT follow_up_id AS id, body, CASE WHEN import_key IS NULL THEN 0 ELSE 1 END AS imported FROM entry
     WHERE ${inList(sql, "follow_up_id")} ORDER BY recorded_at, id`,
    [list],
  );
  const given = await sql.all<Place & { followUp: Id; body: string; assumed: string }>(
    `SELECT t.follow_up_id AS "followUp", e.line, e.follow_up_position AS position, e.position AS place, e.id, e.body, e.assumed
     FROM staged_thread t JOIN staged_entry e
       ON e.run_id = t.run_id AND e.line = t.line AND e.follow_up_position = t.position
     WHERE t.run_id = ? AND ${inList(sql, "t.follow_up_id")} ORDER BY e.line, e.follow_up_position, e.position`,
    [runId, list],
  );
  const shown = await sql.all<{ id: Id; type: EntryType; day: Day }>(
    `SELECT follow_up_id AS id, type, day FROM listing WHERE source = ? AND ${inList(sql, "follow_up_id")}`,
    [plan.name, list],
  );
  const shows = await sql.all<{ id: Id; line: number; position: number; name: string; shows: string }>(
    `SELECT t.follow_up_id AS id, t.line, t.position, COALESCE(s.name, '') AS name, COALESCE(s.shows, o.shows) AS shows
     FROM staged_thread t
       LEFT JOIN staged_follow_up s ON s.run_id = t.run_id AND s.line = t.line AND s.position = t.position
       LEFT JOIN staged_onto o ON o.run_id = t.run_id AND o.line = t.line
     WHERE t.run_id = ? AND ${inList(sql, "t.follow_up_id")} ORDER BY t.line, t.position`,
    [runId, list],
  );
  const page: Page = { ids, known: new Map(), given: new Map(), shown: new Map(), shows: new Map() };
  const add = <Each>(map: Map<Id, Each[]>, id: Id, each: Each) => map.set(id, [...(map.get(id) ?? []), each]);
  for (const { id, body, imported } of known) {
    const entry: Entry = JSON.parse(body);
    // A retraction has no source of its own: it belongs to the entry that it retracts.
    if (entry.source?.name === plan.name || entry.type === "retraction")
      add(page.known, id, { entry, imported: imported === 1 });
  }
  for (const { followUp, body, assumed, ...at } of given) {
    const { id: _, recordedAt: __, actor: ___, ...entry } = JSON.parse(body);
    add(page.given, followUp, { at, entry: { ...entry, assumed: JSON.parse(assumed) } });
  }
  for (const { id, type, day } of shown) {
    const days = page.shown.get(id) ?? new Map<EntryType, Day[]>();
    days.set(type, [...(days.get(type) ?? []), day]);
    page.shown.set(id, days);
  }
  for (const { id, shows: text, ...at } of shows) add(page.shows, id, { ...at, shows: JSON.parse(text) });
  return page;
}

type Changes = { dropped: Place[]; later: SqlValue[][]; corrections: SqlValue[][] };

function compareFollowUp(
  { file, plan, runId, acceptCorrections }: ImportContext,
  run: ImportRun,
  page: Page,
  id: Id,
  met: EditionComparison,
  changes: Changes,
) {
  const given = page.given.get(id) ?? [];
  const rows = page.shows.get(id) ?? [];
  const answer: EditionAnswer = compareEdition({
    known: page.known.get(id) ?? [],
    given: given.map(({ entry: { assumed = [], ...entry } }) => ({ entry, assumed })),
    shownTypes: shownTypesOf(rows),
    shownBefore: page.shown.get(id) ?? new Map(),
    whole: plan.editions !== "part" && plan.additions === undefined,
    acceptCorrections,
  });
  for (const { place, type, detail } of answer.conflicts) {
    const row = given[place]?.at.line;
    met.rejected.push({
      ...{ file, name: type, value: rows.find(({ line }) => line === row)?.name ?? "" },
      ...(row !== undefined && { row }),
      detail: `the ${type} is known otherwise: ${detail}; nothing is overwritten without --accept-corrections`,
    });
  }
  for (const { place, type, detail } of answer.older) {
    const row = given[place]?.at.line;
    const name = rows.find(({ line }) => line === row)?.name ?? "";
    met.warnings.push({
      ...{ file, name: type, value: `${name}: ${detail}`, detail: leftAsNewer },
      ...(row !== undefined && { row }),
    });
  }
  for (const type of answer.gone)
    met.warnings.push({
      ...{ file, row: rows[0]?.line ?? 0, value: rows[0]?.name ?? "" },
      detail: `the source shows no ${type} any more, though it did in another edition; it stays`,
    });
  for (const place of answer.known) changes.dropped.push(...(given[place] ? [given[place].at] : []));
  for (const [place, knownAfter] of answer.after) {
    const each = given[place];
    if (each === undefined) continue;
    changes.dropped.push(each.at);
    const { line, position, place: order } = each.at;
    changes.later.push([runId, line, position, order, ...stagedEntryValues({ ...each.entry, knownAfter }, run)]);
  }
  answer.corrections.forEach(({ place, entry }, index) => {
    const at = (place === undefined ? undefined : given[place]?.at) ?? rows[0];
    if (at === undefined) return;
    const [newId, type, givenOn, knownBy, recordedAt, body, , digest, assumed] = stagedEntryValues(entry, run);
    // It has a key of its own, because what was said before may be said again.
    const values = [newId, type, givenOn, knownBy, recordedAt, body, `~${newId}`, digest, assumed].map(
      (each) => each ?? null,
    );
    changes.corrections.push([runId, at.line, at.position, correctionsFrom + index, ...values]);
  });
}

function shownTypesOf(rows: readonly { shows: ShownTypes }[]): Map<EntryType, Day | undefined> {
  const days = new Map<EntryType, Day | undefined>();
  for (const { shows } of rows)
    for (const [type, day] of Object.entries(shows) as [EntryType, Day | null][]) {
      const known = days.get(type);
      days.set(
        type,
        days.has(type) && (known === undefined || (day !== null && known < day)) ? known : (day ?? undefined),
      );
    }
  return days;
}

async function writePage({ sql, runId }: ImportContext, { dropped, later, corrections }: Changes): Promise<void> {
  const ids = dropped.map(({ id }) => id);
  if (ids.length > 0)
    await sql.run(`DELETE FROM staged_entry WHERE run_id = ? AND ${inList(sql, "id")}`, [runId, JSON.stringify(ids)]);
  await insertRows(sql, "staged_entry", stagedEntryColumns, [...later, ...corrections]);
}

/** Leaves out the rows that these issues reject. */
export async function dropRejected({ sql, runId }: ImportContext, rejected: readonly Issue[]): Promise<void> {
  const lines = JSON.stringify([...new Set(rejected.flatMap(({ row }) => row ?? []))]);
  if (rejected.length === 0) return;
  const of =
    sql.dialect === "sqlite"
      ? "SELECT value FROM json_each(?)"
      : "SELECT value::integer FROM jsonb_array_elements_text(?::jsonb)";
  await sql.run(`UPDATE staged_key SET outcome = 'differs' WHERE run_id = ? AND line IN (${of})`, [runId, lines]);
  await sql.run(`DELETE FROM staged_thread WHERE run_id = ? AND line IN (${of})`, [runId, lines]);
}

/** Stores which types of entry this edition showed for each follow-up, on the days that are known. */
export async function storeShownTypes({ sql, runId, plan, at }: ImportContext): Promise<void> {
  const each =
    sql.dialect === "sqlite"
      ? "json_each(COALESCE(s.shows, o.shows)) AS shown"
      : "jsonb_each_text(COALESCE(s.shows, o.shows)::jsonb) AS shown(key, value)";
  await sql.run(
    `INSERT INTO listing (follow_up_id, source, type, day, recorded_at)
     SELECT DISTINCT t.follow_up_id, ?, shown.key, shown.value, ?
     FROM staged_thread t
       LEFT JOIN staged_follow_up s ON s.run_id = t.run_id AND s.line = t.line AND s.position = t.position
       LEFT JOIN staged_onto o ON o.run_id = t.run_id AND o.line = t.line, ${each}
     WHERE t.run_id = ? AND shown.value IS NOT NULL
     ON CONFLICT DO NOTHING`,
    [plan.name, at, runId],
  );
}
