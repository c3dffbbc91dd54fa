import type { Id, Source } from "@heed/core";
import { newestSource } from "@heed/core/import/newest-source";
import { continueChains } from "../audit/continue-chains.ts";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";
import { pages } from "../statements/pages-of.ts";
import type { ImportContext } from "./import-context.ts";

const perPage = 1000;

/**
 * Updates the source's own words for known recommendations and follow-ups to the newest edition; other words stay
 * beside them. Answers the recommendations and follow-ups with new words.
 */
export async function updateSourceWords(context: ImportContext): Promise<Reworded> {
  const { sql, runId, at, actor, systemUser } = context;
  const followUps = await ofFollowUps(context);
  const recommendations = JSON.stringify(await ofRecommendations(context));
  const listed =
    sql.dialect === "sqlite" ? "SELECT value FROM json_each(?)" : "SELECT jsonb_array_elements_text(?::jsonb)";
  const act = { at, actor, systemUser, action: "import", actId: runId };
  await continueChains(sql, listed, recommendations, act);
  const theirs = await sql.all<{ id: Id }>(`SELECT id FROM follow_up WHERE ${inList(sql, "recommendation_id")}`, [
    recommendations,
  ]);
  const reports = await sql.all<{ id: Id }>(
    `SELECT DISTINCT report_id AS id FROM recommendation WHERE ${inList(sql, "id")}
     UNION SELECT r.report_id AS id FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id
       WHERE ${inList(sql, "f.id")}`,
    [recommendations, JSON.stringify(followUps)],
  );
  return { followUps: [...followUps, ...theirs.map(({ id }) => id)], reports: reports.map(({ id }) => id) };
}

export type Reworded = { followUps: readonly Id[]; reports: readonly Id[] };

type WordsOfRow = { id: Id; line: number; outcome: string; known: string; given: string };

async function ofRecommendations(context: ImportContext): Promise<Id[]> {
  const { sql, runId } = context;
  const query = `SELECT r.id, k.line, k.outcome, r.body AS known, s.body AS given
     FROM staged_key k JOIN staged_row s ON s.run_id = k.run_id AND s.line = k.line
       JOIN recommendation r ON r.id = k.existing_id
     WHERE k.run_id = ? AND k.outcome IN ('known', 'corrected') AND k.line > ?
       AND ${differs(sql, wordsIn(sql, "r.body", "source"), wordsIn(sql, "s.body", "source"))}
     ORDER BY k.line LIMIT ${perPage}`;
  const ids: Id[] = [];
  for await (const rows of pages<WordsOfRow>((last) => sql.all(query, [runId, last?.line ?? 0]))) {
    const known: [Id, string][] = [];
    const corrected: [number, string][] = [];
    for (const row of rows) {
      const [before, now] = [JSON.parse(row.known), JSON.parse(row.given)];
      const source = newestSource(before.source, now.source);
      if (source === undefined) continue;
      // A corrected recommendation gets the content of its row, with the words of both editions.
      if (row.outcome === "corrected") corrected.push([row.line, JSON.stringify({ ...now, source })]);
      else known.push([row.id, JSON.stringify({ ...before, source })]);
    }
    await sql.run(
      `UPDATE recommendation SET body = each.value->>1 FROM ${pairs(sql)} WHERE recommendation.id = each.value->>0`,
      [JSON.stringify(known)],
    );
    await sql.run(
      `UPDATE staged_row SET body = each.value->>1 FROM ${pairs(sql)}
       WHERE run_id = ? AND line = CAST(each.value->>0 AS integer)`,
      [JSON.stringify(corrected), runId],
    );
    ids.push(...known.map(([id]) => id));
  }
  return ids;
}

async function ofFollowUps({ sql, runId }: ImportContext): Promise<Id[]> {
  const query = `SELECT f.id, t.line, '' AS outcome, COALESCE(f.source, '{}') AS known, COALESCE(s.source, '{}') AS given
     FROM staged_thread t JOIN staged_follow_up s ON s.run_id = t.run_id AND s.line = t.line AND s.position = t.position
       JOIN follow_up f ON f.id = t.follow_up_id
     WHERE t.run_id = ? AND t.repeated = 0 AND f.id > ?
       AND ${differs(sql, wordsIn(sql, "f.source"), wordsIn(sql, "s.source"))}
     ORDER BY f.id LIMIT ${perPage}`;
  const ids: Id[] = [];
  for await (const rows of pages<WordsOfRow>((last) => sql.all(query, [runId, last?.id ?? ""]))) {
    const followed = rows.flatMap(({ id, known, given }): [Id, string][] => {
      const source = newestSource(JSON.parse(known) as Source, JSON.parse(given) as Source);
      return source === undefined ? [] : [[id, JSON.stringify(source)]];
    });
    await sql.run(
      `UPDATE follow_up SET source = each.value->>1 FROM ${pairs(sql)} WHERE follow_up.id = each.value->>0`,
      [JSON.stringify(followed)],
    );
    ids.push(...followed.map(([id]) => id));
  }
  return ids;
}

function wordsIn({ dialect }: Sql, column: string, ...path: readonly string[]): string {
  const keys = [...path, "said"];
  return dialect === "sqlite"
    ? `json_extract(${column}, '$.${keys.join(".")}')`
    : `(${column}::jsonb #> '{${keys.join(",")}}')`;
}

function differs({ dialect }: Sql, one: string, other: string): string {
  return dialect === "sqlite" ? `${one} IS NOT ${other}` : `${one} IS DISTINCT FROM ${other}`;
}

/** A list of lists as one parameter, which the database unpacks. */
function pairs({ dialect }: Sql): string {
  return dialect === "sqlite" ? "json_each(?) AS each" : "jsonb_array_elements(?::jsonb) AS each(value)";
}
