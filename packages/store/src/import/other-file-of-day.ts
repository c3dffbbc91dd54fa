import type { Day, Instant, Issue } from "@heed/core";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";
import type { ImportContext } from "./import-context.ts";
import type { ImportRun } from "./import-run.ts";

/**
 * Tells when an edition of the same day came from another file before: nobody can tell which of the two the source had on
 * that day. Files that hold a part of their source are only compared where they have the same follow-ups.
 */
export async function otherFileOfDay(context: ImportContext, run: ImportRun): Promise<Issue[]> {
  const { sql, plan, file } = context;
  const isWhole = plan.editions !== "part" && plan.additions === undefined;
  const listed = isWhole ? await listedOfSource(context) : await listedOfFollowUps(context);
  const moments = JSON.stringify([...new Set(listed.map(({ at }) => at))]);
  const files = await sql.all<{ at: Instant; file: string }>(
    `SELECT at, file FROM import_run WHERE file_digest <> ? AND ${inList(sql, "at")} ORDER BY at`,
    [run.fileDigest, moments],
  );
  return listed.flatMap(({ day, at }) =>
    files
      .filter((each) => each.at === at)
      .map((each) => ({
        file,
        name: "edition",
        value: `${day}, from ${each.file}`,
        detail: "another file was imported as the edition of the same day; what both show is taken",
      })),
  );
}

type Listed = { day: Day; at: Instant };

async function listedOfSource({ sql, runId, plan }: ImportContext): Promise<Listed[]> {
  const days = await sql.all<{ day: Day }>(
    `SELECT DISTINCT shown.value AS day FROM staged_follow_up s, ${shownOf(sql, "s.shows")}
     WHERE s.run_id = ? AND shown.value IS NOT NULL`,
    [runId],
  );
  return sql.all<Listed>(
    `SELECT DISTINCT day, recorded_at AS at FROM listing WHERE source = ? AND ${inList(sql, "day")} ORDER BY day, at`,
    [plan.name, JSON.stringify(days.map(({ day }) => day))],
  );
}

async function listedOfFollowUps({ sql, runId, plan }: ImportContext): Promise<Listed[]> {
  return sql.all<Listed>(
    `SELECT DISTINCT l.day, l.recorded_at AS at
     FROM staged_thread t
       LEFT JOIN staged_follow_up s ON s.run_id = t.run_id AND s.line = t.line AND s.position = t.position
       LEFT JOIN staged_onto o ON o.run_id = t.run_id AND o.line = t.line, ${shownOf(sql, "COALESCE(s.shows, o.shows)")}, listing l
     WHERE t.run_id = ? AND l.follow_up_id = t.follow_up_id AND l.source = ? AND l.type = shown.key AND l.day = shown.value
     ORDER BY l.day, at`,
    [runId, plan.name],
  );
}

/** The entry types in a column of shown types, as rows of a key and a value, which is the day. */
export function shownOf({ dialect }: Pick<Sql, "dialect">, column: string): string {
  return dialect === "sqlite"
    ? `json_each(${column}) AS shown`
    : `jsonb_each_text(${column}::jsonb) AS shown(key, value)`;
}
