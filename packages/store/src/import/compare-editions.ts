import type { Day, Entry, Id, Issue } from "@heed/core";
import type { EntryType } from "@heed/core/follow-up/entries/entry";
import { groupedBy } from "@heed/core/grouped-by";
import { compareEdition } from "@heed/core/import/compare-edition";
import type { EditionAnswer } from "@heed/core/import/edition";
import type { Showing } from "@heed/core/import/showing";
import type { MappedEntry, NewEntry, ShownTypes } from "@heed/core/mapping/reading/import-row";
import type { Sql, SqlValue } from "../connection/sql.ts";
import { inList, inNumbers } from "../statements/in-list.ts";
import { insertRows } from "../statements/insert-rows.ts";
import { joinInOrder } from "../statements/join-in-order.ts";
import { pages } from "../statements/pages-of.ts";
import { dropLines } from "./drop-lines.ts";
import { type ImportContext, separator } from "./import-context.ts";
import type { ImportRun } from "./import-run.ts";
import { leftAsNewer } from "./older-editions.ts";
import { shownOf } from "./other-file-of-day.ts";
import { stagedEntryColumns, stagedEntryValues } from "./stage-rows.ts";

const followUpsPerPage = 500;
/** Corrections are staged after all entries that a row gives. */
const correctionsFrom = 100_000;

/** The result of comparing a file with earlier editions of its source. */
export type EditionComparison = { rejected: Issue[]; warnings: Issue[]; corrections: number };
/** `corrected` has the line of each correction. */
type Met = Pick<EditionComparison, "rejected" | "warnings"> & { corrected: number[] };

const takenAsAnother =
  "the entry says the same as a known one, and cannot be it by its day: it is taken as another one";

type Place = { line: number; position: number; place: number; id: Id; digest: string };

/**
 * Compares what the file says about known follow-ups with what its source said before (core's compareEdition). What was
 * said before is removed from the staged rows, a more exact day becomes a correction, and a row that contradicts a
 * known entry is rejected.
 */
export async function compareEditions(context: ImportContext, run: ImportRun): Promise<EditionComparison> {
  const met: Met = { rejected: [], warnings: [], corrected: [] };
  for await (const found of pages<{ id: Id }>((last) => knownFollowUps(context, last?.id ?? ""))) {
    const page = await loadPage(
      context,
      found.map(({ id }) => id),
    );
    const changes: Changes = { dropped: [], staged: [], corrected: [], again: [] };
    for (const id of page.ids) compareFollowUp(context, run, page, id, met, changes);
    await writePage(context, changes);
    met.corrected.push(...changes.corrected);
  }
  const { rejected, warnings, corrected } = met;
  const dropped = new Set(await dropRejected(context, rejected));
  return { rejected, warnings, corrections: corrected.filter((line) => !dropped.has(line)).length };
}

type Page = {
  ids: Id[];
  known: Map<Id, { entry: Entry; imported: boolean; digest: string | undefined }[]>;
  again: Map<Id, Showing[]>;
  given: Map<Id, { at: Place; entry: MappedEntry }[]>;
  shown: Map<Id, Map<EntryType, Day[]>>;
  shows: Map<Id, { line: number; position: number; name: string; shows: ShownTypes }[]>;
};

/** The threads `t` of a page of follow-ups: SQLite would read all that are staged, as they are stored in the order of lines. */
function threadsOf(sql: Pick<Sql, "dialect">): string {
  return `staged_thread t ${sql.dialect === "sqlite" ? "INDEXED BY staged_thread_follow_up" : ""}`;
}

const threads = "staged_thread t JOIN follow_up f ON f.id = t.follow_up_id";

function knownFollowUps({ sql, runId }: ImportContext, after: Id): Promise<{ id: Id }[]> {
  return sql.all(
    `SELECT DISTINCT t.follow_up_id AS id FROM ${threads} WHERE t.run_id = ? AND t.follow_up_id > ?
     ORDER BY 1 LIMIT ${followUpsPerPage}`,
    [runId, after],
  );
}

async function loadPage({ sql, runId, plan }: ImportContext, ids: Id[]): Promise<Page> {
  const list = JSON.stringify(ids);
  const known = await sql.all<{ id: Id; body: string; key: string | null }>(
    `SELECT follow_up_id AS id, body, import_key AS key FROM entry
     WHERE ${inList(sql, "follow_up_id")} ORDER BY recorded_at, id`,
    [list],
  );
  const given = await sql.all<Place & { followUp: Id; body: string; assumed: string }>(
    `SELECT t.follow_up_id AS "followUp", e.line, e.follow_up_position AS position, e.position AS place, e.id,
       e.said_digest AS digest, e.body, e.assumed
     FROM ${threadsOf(sql)} ${joinInOrder(sql)} staged_entry e
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
     FROM ${threadsOf(sql)}
       LEFT JOIN staged_follow_up s ON s.run_id = t.run_id AND s.line = t.line AND s.position = t.position
       LEFT JOIN staged_onto o ON o.run_id = t.run_id AND o.line = t.line
     WHERE t.run_id = ? AND ${inList(sql, "t.follow_up_id")} ORDER BY t.line, t.position`,
    [runId, list],
  );
  const again = await sql.all<{ entry: Id } & Showing>(
    `SELECT s.entry_id AS entry, s.day, s.known_by AS "knownBy" FROM entry e JOIN shown_again s ON s.entry_id = e.id
     WHERE ${inList(sql, "e.follow_up_id")}`,
    [list],
  );
  const idOf = ({ id }: { id: Id }) => id;
  return {
    ids,
    known: groupedBy(
      known
        .map(({ id, body, key }) => ({ id, entry: JSON.parse(body) as Entry, key }))
        // A retraction has no source of its own: it belongs to the entry that it retracts.
        .filter(({ entry }) => entry.source?.name === plan.name || entry.type === "retraction"),
      idOf,
      ({ entry, key }) => ({ entry, imported: key !== null, digest: key?.split(separator).at(-1) }),
    ),
    again: groupedBy(
      again,
      ({ entry }) => entry,
      ({ day, knownBy }) => ({ day, knownBy }),
    ),
    given: groupedBy(
      given,
      ({ followUp }) => followUp,
      ({ followUp: _, body, assumed, ...at }) => ({ at, entry: givenEntry(body, assumed) }),
    ),
    shown: new Map(
      [...groupedBy(shown, idOf)].map(([id, each]) => [
        id,
        groupedBy(
          each,
          ({ type }) => type,
          ({ day }) => day,
        ),
      ]),
    ),
    shows: groupedBy(shows, idOf, ({ id: _, shows: text, ...at }) => ({
      ...at,
      shows: JSON.parse(text) as ShownTypes,
    })),
  };
}

export function givenEntry(body: string, assumed: string): MappedEntry {
  const { id: _, recordedAt: __, actor: ___, ...entry } = JSON.parse(body);
  return { ...entry, assumed: JSON.parse(assumed) };
}

/** Among the values of a staged entry. */
const digestPlace = 6;

type Changes = { dropped: Place[]; staged: SqlValue[][]; corrected: number[]; again: SqlValue[][] };

function compareFollowUp(
  { file, plan, runId, at: moment, acceptCorrections }: ImportContext,
  run: ImportRun,
  page: Page,
  id: Id,
  met: Met,
  changes: Changes,
) {
  const given = page.given.get(id) ?? [];
  const rows = page.shows.get(id) ?? [];
  const answer: EditionAnswer = compareEdition({
    known: page.known.get(id) ?? [],
    shownAgain: page.again,
    given: given.map(({ entry: { assumed = [], ...entry } }) => ({ entry, assumed })),
    shownTypes: shownTypesOf(rows),
    shownBefore: page.shown.get(id) ?? new Map(),
    whole: plan.editions !== "part" && plan.additions === undefined,
    acceptCorrections,
  });
  const rowOf = (place: number) => given[place]?.at.line;
  const nameOf = (place: number) => rows.find(({ line }) => line === rowOf(place))?.name ?? "";
  const issueOf = (place: number, type: EntryType, value: string, detail: string): Issue => {
    const row = rowOf(place);
    return { file, ...(row !== undefined && { row }), name: type, value, detail };
  };
  for (const { place, type, detail, correctedInHeed } of answer.conflicts) {
    const told =
      correctedInHeed === undefined
        ? `the ${type} is known otherwise: ${detail}; nothing is overwritten without --accept-corrections`
        : `the ${type} was corrected in Heed: ${detail}; a file does not replace that, so correct entry ${correctedInHeed} in Heed if the file is right`;
    met.rejected.push(issueOf(place, type, nameOf(place), told));
  }
  for (const { place, type, detail } of answer.older)
    met.warnings.push(issueOf(place, type, `${nameOf(place)}: ${detail}`, leftAsNewer));
  for (const { place, type, detail } of answer.others)
    met.warnings.push(issueOf(place, type, `${nameOf(place)}: ${detail}`, takenAsAnother));
  for (const { type, promise } of answer.gone)
    met.warnings.push({
      ...{ file, row: rows[0]?.line ?? 0 },
      ...(promise === undefined
        ? {
            value: rows[0]?.name ?? "",
            detail: `the source shows no ${type} any more, though it did in another edition; it stays`,
          }
        : {
            value: `${rows[0]?.name ?? ""}: ${promise}`,
            detail: "the source shows a promise no more that another edition showed, and others instead; it stays",
          }),
    });
  for (const place of answer.known) changes.dropped.push(...(given[place] ? [given[place].at] : []));
  const taken = new Set((page.known.get(id) ?? []).map(({ digest }) => digest));
  given.forEach(({ at, entry: whole }, place) => {
    const entry = answer.dated.get(place) ?? whole;
    if (answer.known.has(place) || (entry === whole && !taken.has(at.digest))) return;
    changes.dropped.push(at);
    const values = stagedEntryValues(entry, run);
    // What was said before is said again, with the same days.
    if (taken.has(String(values[digestPlace]))) values[digestPlace] += `~${entry.source?.on ?? entry.knownBy}`;
    changes.staged.push([runId, at.line, at.position, at.place, ...values]);
  });
  const stageOwn = (entry: NewEntry, at: Pick<Place, "line" | "position"> | undefined, index: number) => {
    if (at === undefined) return;
    const values = stagedEntryValues(entry, run);
    // It has a key of its own, because what was said before may be said again.
    values[digestPlace] = `~${values[0]}`;
    changes.staged.push([runId, at.line, at.position, correctionsFrom + index, ...values]);
  };
  const { corrections, returned } = answer;
  corrections.forEach(({ place, entry }, index) => {
    const at = (place === undefined ? undefined : given[place]?.at) ?? rows[0];
    if (at !== undefined) changes.corrected.push(at.line);
    stageOwn(entry, at, index);
  });
  returned.forEach((entry, index) => {
    stageOwn(entry, rows[0], corrections.length + index);
  });
  changes.again.push(...answer.again.map(({ root, day, knownBy }) => [root, day, knownBy, moment]));
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

async function writePage({ sql, runId }: ImportContext, { dropped, staged, again }: Changes): Promise<void> {
  const ids = dropped.map(({ id }) => id);
  if (ids.length > 0)
    await sql.run(`DELETE FROM staged_entry WHERE run_id = ? AND ${inList(sql, "id")}`, [runId, JSON.stringify(ids)]);
  await insertRows(sql, "staged_entry", stagedEntryColumns, staged);
  await insertRows(sql, "shown_again", shownAgainColumns, again, "ON CONFLICT DO NOTHING");
}

const shownAgainColumns = { entry_id: "text", day: "text", known_by: "text", recorded_at: "text" } as const;

/** Leaves out the rows that these issues reject, with their parts. Answers their lines. */
export async function dropRejected(
  { sql, runId, lines: ofFile }: ImportContext,
  rejected: readonly Issue[],
): Promise<readonly number[]> {
  const lines = ofFile.ofTheirRows(rejected.flatMap(({ row }) => row ?? []));
  if (lines.length === 0) return lines;
  await sql.run(`UPDATE staged_key SET outcome = 'differs' WHERE run_id = ? AND ${inNumbers(sql, "line")}`, [
    runId,
    JSON.stringify(lines),
  ]);
  await dropLines(sql, "staged_thread", runId, lines);
  return lines;
}

/** Stores which types of entry this edition showed for each follow-up, on the days that are known. */
export async function storeShownTypes({ sql, runId, plan, at }: ImportContext): Promise<void> {
  await sql.run(
    `INSERT INTO listing (follow_up_id, source, type, day, recorded_at)
     SELECT DISTINCT t.follow_up_id, ?, shown.key, shown.value, ?
     FROM ${threadsOf(sql)}
       LEFT JOIN staged_follow_up s ON s.run_id = t.run_id AND s.line = t.line AND s.position = t.position
       LEFT JOIN staged_onto o ON o.run_id = t.run_id AND o.line = t.line, ${shownOf(sql, "COALESCE(s.shows, o.shows)")}
     WHERE t.run_id = ? AND shown.value IS NOT NULL
     ON CONFLICT DO NOTHING`,
    [plan.name, at, runId],
  );
}
