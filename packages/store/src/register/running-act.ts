import { DomainError, type Id, type Issue, type Reader, type Settings } from "@heed/core";
import type { WrittenDocument } from "@heed/core/register/freeze-report";
import type { RegisterContext } from "@heed/core/register/register-act";
import type { RegisterKind } from "@heed/core/register/register-kinds";
import type { RegisterResultOf, RegisterThings } from "@heed/core/register/register-result";
import { type Recorded, type RegisterAct, writeRegisterRecords } from "../audit/register-record.ts";
import type { Sql } from "../connection/sql.ts";
import { type ExpectedVersion, versionFault } from "../entries/expected-version.ts";
import type { PrismaTransaction } from "../prisma/prisma-client.ts";

/** One act on the register while it is performed, within its transaction. */
export type RunningAct = {
  sql: Sql;
  /** The same transaction, for the register's own tables. */
  prisma: PrismaTransaction;
  context: RegisterContext;
  /** Its moment is in UTC. */
  act: RegisterAct;
  settings: Settings;
  input: unknown;
  /** The documents of a report that is frozen. */
  written: readonly WrittenDocument[];
  /** Who acts, as a reader: nobody names what the own eyes do not see. */
  reader: Reader;
  /** The version that the writer read; without it the act applies to any version. */
  expectedVersion: ExpectedVersion | undefined;
};

/** Raises the version of the thing. Errors: notFound; versionConflict when somebody else wrote meanwhile. */
export async function raiseVersion(
  { sql, expectedVersion }: RunningAct,
  table: "report" | "recommendation" | "reporting_cycle" | "organization" | "collected_item" | "report_section",
  id: Id,
): Promise<number> {
  const what = table.replace("_", " ");
  const [row] = await sql.all<{ version: number }>(`SELECT version FROM ${table} WHERE id = ?`, [id]);
  if (row === undefined) throw new DomainError("notFound", `there is no ${what} with the id ${id}`);
  const fault = versionFault(`the ${what} ${id}`, row.version, expectedVersion);
  if (fault !== undefined) throw fault;
  await sql.run(`UPDATE ${table} SET version = version + 1 WHERE id = ?`, [id]);
  return row.version + 1;
}

/** Writes a record of what the act left of each thing. Answers the first of them. */
export async function finishAct<Kind extends RegisterKind>(
  { sql, act }: RunningAct,
  things: readonly [Recorded<Kind> & { body: RegisterThings[Kind] }, ...Recorded<RegisterKind>[]],
  more: { version?: number; warnings?: readonly Issue[] } = {},
): Promise<RegisterResultOf<Kind>> {
  await writeRegisterRecords(sql, act, things);
  const [{ kind, id, body }] = things;
  return { kind, id, body, warnings: [], ...more };
}
