import { type Day, DomainError, type Id } from "@heed/core";
import type { Tracker } from "../process/tracker.ts";

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
