import { type Actor, dayOf, type Id } from "@heed/core";
import { actorsOf } from "@heed/core/acting/person";
import { deskOf } from "@heed/core/drafts/decide-draft";
import { unknownValues } from "@heed/core/naming/unknown-values";
import type { Sql } from "../connection/sql.ts";
import { actorsNamed, usersOfIssuer } from "../users/actors-named.ts";
import { worksAt } from "./colleague.ts";
import type { DraftReading } from "./draft-reading.ts";

type Holder = { id: Id | null; name: string | null };

/**
 * Whoever is asked for holds a draft that the person sees, or could: a colleague without drafts has none. Errors: unknownValue, with
 * those that were probably meant.
 */
export async function requireKnownHolders(
  sql: Sql,
  { person, at, settings }: DraftReading,
  asked: readonly string[],
  seen: readonly Holder[],
): Promise<void> {
  const today = dayOf(settings, at);
  const known = new Set([person, ...seen].flatMap(({ id, name }) => [id, name]));
  const isColleague = async (named: string) =>
    (await actorsNamed(sql, named, at, today)).some((actor) => actorsOf(person).some((own) => share(own, actor))) ||
    (await usersOfIssuer(sql, named, today)).length > 0;
  const unknown: string[] = [];
  for (const each of asked) if (!known.has(each) && !(await isColleague(each))) unknown.push(each);
  if (unknown.length === 0) return;
  const names = [...new Set([person, ...seen].flatMap(({ name }) => name ?? []))];
  throw unknownValues("holder", unknown, { detail: "nobody of the organization has this id or name", names });
}

/** Whether two actors work at one desk, so that one may be handed a draft of the other. */
function share(one: Actor, other: Actor): boolean {
  const { side, organizations } = deskOf(one);
  const isOfEvery = side === "issuingBody" && organizations.length === 0;
  return isOfEvery
    ? deskOf(other).side === side
    : organizations.some((organization) => worksAt(other, { side, organization }));
}
