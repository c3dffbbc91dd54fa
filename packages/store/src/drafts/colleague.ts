import type { Actor, Day, Id, Instant } from "@heed/core";
import type { ActDraft, DraftPerson } from "@heed/core/drafts/act-draft";
import { deskOf } from "@heed/core/drafts/decide-draft";
import type { Sql } from "../connection/sql.ts";
import { actorsNamed } from "../users/actors-named.ts";

/** Somebody of the draft's own desk with this id or name; nobody of another organization is found. */
export async function colleagueNamed(
  sql: Sql,
  { side, organization }: Pick<ActDraft, "side" | "organization">,
  named: unknown,
  at: Instant,
  today: Day,
): Promise<DraftPerson | undefined> {
  if (typeof named !== "string") return undefined;
  const isOfDesk = (actor: Actor) => {
    const desk = deskOf(actor);
    const works: readonly Id[] = desk.organizations;
    return desk.side === side && (works.includes(organization) || (side === "issuingBody" && works.length === 0));
  };
  const found = (await actorsNamed(sql, named, at, today)).find(isOfDesk);
  return found && { id: found.id, name: found.name };
}
