import type { Day, Instant } from "@heed/core";
import type { OutboxState } from "@heed/core/reminders/outbox-message";
import type { Sql } from "../connection/sql.ts";

/** What an operator watches of a database, beside the record. */
export type OperatingState = {
  /** The messages that wait, and those that were given up, by kind. `oldest` is when the first of them might go out. */
  messages: { kind: string; state: Extract<OutboxState, "waiting" | "givenUp">; count: number; oldest: Instant }[];
  /** The last day whose reminders were decided. */
  remindersDecided?: Day;
  /** When the newest entry was recorded. */
  newestEntry?: Instant;
  /** When the last checkpoint of the audit was written. */
  lastCheckpoint?: Instant;
};

/** Each part is read from the end of an index. */
export async function readOperatingState(sql: Sql): Promise<OperatingState> {
  const messages = await sql.all<OperatingState["messages"][number]>(
    `SELECT kind, state, CAST(count(*) AS INTEGER) AS count, min(available_at) AS oldest FROM outbox_message
     WHERE state IN ('waiting', 'givenUp') GROUP BY kind, state ORDER BY kind, state`,
  );
  const remindersDecided = await newest(sql, "day", "scheduled_run");
  const newestEntry = await newest(sql, "recorded_at", "entry");
  const lastCheckpoint = await newest(sql, "at", "audit_checkpoint", "sequence");
  return {
    messages,
    ...(remindersDecided && { remindersDecided }),
    ...(newestEntry && { newestEntry }),
    ...(lastCheckpoint && { lastCheckpoint }),
  };
}

async function newest(sql: Sql, column: string, table: string, order = column): Promise<string | undefined> {
  const [row] = await sql.all<{ value: string }>(
    `SELECT ${column} AS value FROM ${table} ORDER BY ${order} DESC LIMIT 1`,
  );
  return row?.value;
}
