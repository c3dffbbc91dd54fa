import { type ActName, type Actor, acts, dayIn, type Entry, type Id, type Instant, type Settings } from "@heed/core";
import { appendDecided } from "../entries/append-entries.ts";
import type { Database } from "../sql.ts";

export type Performing = {
  followUp: Id;
  act: ActName;
  /** As it came in; the act's own schema reads it. */
  input: unknown;
  actor: Actor;
  /** The account of the operating system, or the service's (decision 7). */
  systemUser: string;
  at: Instant;
  expectedVersion?: number;
  settings: Settings;
  newId: () => Id;
  /** The actor submits it himself, rather than somebody who keeps the record. */
  submitted?: boolean;
};

/**
 * Performs an act: decided by core on the follow-up as it stands, and written with its projections and audit record in the
 * same transaction. Answers the entries made and the new version.
 * Errors: notFound, versionConflict, invalidStateTransition, missingPermission, invalidInput, unknownInput.
 */
export function performAct(
  database: Database,
  { act, input, actor, newId, submitted = false, ...performing }: Performing,
): Promise<{ version: number; entries: readonly Entry[] }> {
  const { at, settings } = performing;
  const today = dayIn(settings.timeZone, at);
  return appendDecided(database, {
    ...performing,
    actor: actor.name,
    action: act,
    decide: (followUpCase) =>
      acts[act].decide({ case: followUpCase, actor, at, today, settings, newId, submitted }, input),
  });
}
