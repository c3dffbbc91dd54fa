import { type ActName, DomainError, dayOf, type Id } from "@heed/core";
import { firstAllowed } from "@heed/core/acting/person";
import { type Foreseen, foreseeAct } from "@heed/core/acts/foresee-act";
import { permitAct } from "../acts/permit-act.ts";
import { withNamed } from "../acts/with-named.ts";
import type { Sql } from "../connection/sql.ts";
import { loadCase } from "../derived/load-cases.ts";
import type { DraftReading } from "./draft-reading.ts";

/** An act that somebody thinks of: on which follow-up, and what it would say. */
export type ThoughtOf = { followUp: Id; act: ActName; input: unknown };

/**
 * What an act would make if this person did it now; nothing is written. Errors: those of the act, as doing it would have
 * them.
 */
export async function foresee(
  sql: Sql,
  { person, at, settings }: DraftReading,
  { followUp, act, input }: ThoughtOf,
): Promise<Foreseen> {
  const followUpCase = await loadCase(sql, followUp);
  if (followUpCase === undefined) throw new DomainError("notFound", `there is no follow-up with the id ${followUp}`);
  const asked = { case: followUpCase, at, today: dayOf(settings, at), settings, newId: () => "new" };
  const inRoles = await permitAct(sql, act, person, asked);
  return firstAllowed(inRoles, async (inRole) =>
    foreseeAct(act, await withNamed(sql, act, input, { ...asked, ...inRole }), input),
  );
}
