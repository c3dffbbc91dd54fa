import type { Actor, Day, Id, Instant } from "@heed/core";
import type { ActDraft, DraftPerson } from "@heed/core/drafts/act-draft";
import { deskOf } from "@heed/core/drafts/decide-draft";
import type { Sql } from "../connection/sql.ts";
import { actorsNamed, usersOfIssuer } from "../users/actors-named.ts";

/**
 * Somebody of the draft's own desk with this id or name; nobody of another organization is found. A user whose roles come
 * from claims of the issuer alone may be of any desk: the register cannot tell.
 */
export async function colleagueNamed(
  sql: Sql,
  { side, organization }: Pick<ActDraft, "side" | "organization">,
  named: unknown,
  at: Instant,
  today: Day,
): Promise<DraftPerson | undefined> {
  if (typeof named !== "string") return undefined;
  const found =
    (await actorsNamed(sql, named, at, today)).find((actor) => worksAt(actor, { side, organization })) ??
    (await usersOfIssuer(sql, named, today)).at(0);
  return found && { id: found.id, name: found.name };
}

/** Whether drafts of an organization are on the desk of an actor. */
export function worksAt(actor: Actor, { side, organization }: Pick<ActDraft, "side" | "organization">): boolean {
  const desk = deskOf(actor);
  const works: readonly Id[] = desk.organizations;
  return desk.side === side && (works.includes(organization) || (side === "issuingBody" && works.length === 0));
}
