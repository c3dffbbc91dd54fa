import { type Day, DomainError, type Id } from "@heed/core";
import type { Tracker } from "../process/tracker.ts";
import { entryAmong } from "./the-entry.ts";

/** The override of a recommendation's level on a day. Errors: invalidStateTransition where none is in force. */
export async function overrideInForce(
  { reads, reader, today }: Tracker,
  id: Id,
  reference: string,
  on: Day = today,
): Promise<Id> {
  const override = (await reads.recommendationStanding(reader, id, on))?.override;
  if (override !== undefined) return override.id;
  throw new DomainError("invalidStateTransition", `no override of ${reference} is in force on ${on}`);
}

/** The override of a recommendation that the beginning of an id names. Errors: ambiguousReference. */
export async function theOverride({ reads, reader }: Tracker, recommendation: Id, given: string): Promise<string> {
  const ids = (await reads.levelOverrides(reader, recommendation)).map(({ id }) => id);
  return entryAmong(ids, given, "--override");
}
