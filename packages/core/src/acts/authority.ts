import type { Actor } from "../acting/actor.ts";
import { DomainError } from "../domain-error.ts";
import type { DeadlineRequest } from "../follow-up/entries/deadline-request.ts";
import type { Entry } from "../follow-up/entries/entry.ts";
import type { Id } from "../source.ts";
import { type ActContext, responsibleNow, versionIds } from "./act.ts";
import { maybeSamePerson } from "./same-person.ts";

/** Who decides on a later date: an organization of the record, or a text of an editor, which is marked as such. */
export type Authority = { decidedBy: string; decidedByOrganization?: Id; decidedByFreeText?: true };

/** The fields that tell who asked for a later date. */
type RequestedBy = Pick<DeadlineRequest, "requestedBy"> & Partial<Pick<DeadlineRequest, "id" | "author" | "actor">>;

export const notByRequester = "the requester of a later date cannot decide on it (D6)";

/**
 * Whether an entry may be this actor's own, also when it was made with another token, or on the machine itself, where
 * only the name is recorded.
 */
export function isActor(actor: Actor, { author, actor: name }: Pick<Entry, "author" | "actor">): boolean {
  return author?.id === actor.id || (name !== undefined && maybeSamePerson(name, actor.name));
}

/**
 * The authority that a text names. It must not be the requester under any name, its predecessor or successor, its
 * coordinator, or an organization that it coordinates (D6, R40). Errors: missingPermission, invalidInput, with the place.
 */
export function authorityNamed(
  context: ActContext,
  decidedBy: string,
  asked: RequestedBy | undefined,
  place = "decidedBy",
): Authority {
  const { findBodies = () => [], actor } = context;
  const refuse = (detail: string) =>
    new DomainError("missingPermission", notByRequester, [{ name: place, value: decidedBy, detail }]);
  const requester = requesterOf(context, asked);
  const bodies = findBodies(decidedBy);
  if (bodies.some(({ lineage }) => requester.some(({ id }) => lineage.has(id))))
    throw refuse("that is the organization that asked, what it was or became, or its coordinator");
  const versions = versionsOf(context, asked);
  // The people who submitted a request and its corrections, or recorded them for the addressee.
  const recorders = versions.map((each) => each.actor).filter((name) => name !== undefined);
  const names = [
    ...requester.flatMap((each) => each.names),
    ...(asked === undefined ? [] : [asked.requestedBy, ...recorders]),
  ];
  const same = names.find((name) => maybeSamePerson(name, decidedBy));
  const [body, ...others] = bodies;
  if (others.length > 0)
    throw new DomainError("invalidInput", "several organizations have the name of the authority", [
      { name: place, value: decidedBy, detail: `one of ${bodies.map(({ id }) => id).join(", ")}` },
    ]);
  if (body !== undefined) return { decidedBy, decidedByOrganization: body.id };
  if (same !== undefined) throw refuse(`it may be ${same}`);
  if (versions.some((each) => each.author?.onBehalf && isActor(actor, each)))
    throw refuse(
      "the person who recorded the request must name an organization of the record, or leave the decision to another editor",
    );
  return { decidedBy, decidedByFreeText: true };
}

/** The versions of a request; what is asked without one is its own only version. */
function versionsOf(
  { case: { entries } }: ActContext,
  asked: RequestedBy | undefined,
): readonly Pick<Entry, "author" | "actor">[] {
  if (asked?.id === undefined) return asked === undefined ? [] : [asked];
  const ids = versionIds({ case: { entries } }, asked.id);
  return entries.filter(({ id }) => ids.includes(id));
}

/** The organizations that may be behind a request: those that asked, that are responsible, and that were addressed. */
function requesterOf(context: ActContext, asked: RequestedBy | undefined): { id: Id; names: readonly string[] }[] {
  const { findBodies = () => [], case: followUpCase } = context;
  const { organization, candidates } = responsibleNow(context).addressee;
  const texts = [followUpCase.followUp.addressee, organization, ...candidates, asked?.author?.organization];
  const ids = texts.filter((text) => text !== undefined).map((id) => ({ id, names: [] }));
  const named = [...texts, asked?.requestedBy].flatMap((text) => (text === undefined ? [] : findBodies(text)));
  return [...ids, ...named];
}
