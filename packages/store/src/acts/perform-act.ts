import {
  type ActContext,
  type ActName,
  dayOf,
  decideAct,
  type Id,
  type Instant,
  type Issue,
  type Person,
  type Settings,
} from "@heed/core";
import { firstAllowed } from "@heed/core/acting/person";
import { actWarnings } from "@heed/core/acts/warnings";
import type { Database, Sql } from "../connection/sql.ts";
import { type AppendResult, appendDecided } from "../entries/append-entries.ts";
import type { ExpectedVersion } from "../entries/expected-version.ts";
import { type KeyedRequest, performOnce } from "./perform-once.ts";
import { type InRole, permitAct } from "./permit-act.ts";
import { withNamed } from "./with-named.ts";

export type ActRequest = {
  followUp: Id;
  act: ActName;
  /** As it was received; the act's own schema parses it. */
  input: unknown;
  person: Person;
  /** The account of the operating system, or of the service (R57). */
  systemUser: string;
  at: Instant;
  expectedVersion?: ExpectedVersion;
  settings: Settings;
  newId: () => Id;
  /** Who read it besides the actor and approved it (R7). */
  secondReader?: ActContext["secondReader"];
  /** A repeat of the same request gets the first answer and performs nothing. */
  request?: KeyedRequest;
};

/** What an act made, and what whoever acted should look at: nothing was refused for it. */
export type Performed = AppendResult & { warnings: readonly Issue[] };

/**
 * Performs an act: core decides on the follow-up as it is, and the entries are written with its projections and audit
 * record in the same transaction. Answers the new entries and the new version. Errors: notFound, versionConflict,
 * idempotencyKeyReused, invalidStateTransition, missingPermission, invalidInput, unknownInput.
 */
export function performAct(database: Database, request: ActRequest): Promise<Performed> {
  return database.transaction((sql) => performActIn(sql, request), { together: true });
}

/** The same within a transaction. */
export async function performActIn(
  sql: Sql,
  { act, input, person, newId, request, secondReader, ...performing }: ActRequest,
): Promise<Performed> {
  const { at, settings } = performing;
  const acting = { at, today: dayOf(settings, at), settings, newId, ...(secondReader && { secondReader }) };
  let warnings: readonly Issue[] = [];
  let permitted: readonly InRole[] = [];
  // The answer that is kept for a repeated request has its warnings, too.
  const told = async (append: () => Promise<AppendResult>) => ({ ...(await append()), warnings });
  const done: AppendResult & { warnings?: readonly Issue[] } = await appendDecided(sql, {
    ...performing,
    actor: person.name,
    action: act,
    wrap: (append) => performOnce(sql, person.id, request, at, () => told(append)),
    permit: async (followUpCase) => {
      permitted = await permitAct(sql, act, person, { case: followUpCase, ...acting });
    },
    decide: async (followUpCase) => {
      const entries = await firstAllowed(permitted, async (inRole) =>
        decideAct(act, await withNamed(sql, act, input, { case: followUpCase, ...acting, ...inRole }), input),
      );
      warnings = actWarnings(followUpCase, entries, acting.today, settings);
      return entries;
    },
  });
  return { ...done, warnings: done.warnings ?? [] };
}
