import { z } from "zod";
import type { Id } from "../source.ts";

export const ReaderRole = z.enum(["public", "parliament", "respondent", "editor", "assessor", "admin"]);
export type ReaderRole = z.infer<typeof ReaderRole>;

/**
 * A role, and for whom it is held: a respondent for one or more organizations; an editor or assessor for the issuing
 * bodies in `organizations`, or for all of them when it is empty. For the other roles `organizations` is empty.
 */
export type Right = { role: ReaderRole; organizations: readonly Id[] };

/** The right of an editor, assessor or admin: such a reader may see drafts. */
export function isOfTheKeepers({ role }: Pick<Right, "role">): boolean {
  return role === "editor" || role === "assessor" || role === "admin";
}

/** The right of who works for an issuing body, or for all of them. */
export function isForIssuingBody({ role }: Pick<Right, "role">): boolean {
  return role === "editor" || role === "assessor";
}

/** The rights that remain where a token is for some organizations alone. */
export function rightsFor(organizations: readonly Id[], rights: readonly Right[]): readonly Right[] {
  if (organizations.length === 0) return rights;
  return rights.flatMap((right) => {
    const isForAll = right.organizations.length === 0 && isForIssuingBody(right);
    const kept = isForAll ? organizations : right.organizations.filter((each) => organizations.includes(each));
    return kept.length === 0 ? [] : [{ ...right, organizations: kept }];
  });
}

/** Each role once, in the order of the roles, with the organizations of all rights in that role. */
export function joinedRights(rights: readonly Right[]): readonly Right[] {
  return ReaderRole.options.flatMap((role) => {
    const held = rights.filter((each) => each.role === role);
    if (held.length === 0) return [];
    const isForAll = role !== "respondent" && held.some(({ organizations }) => organizations.length === 0);
    return [{ role, organizations: isForAll ? [] : [...new Set(held.flatMap((each) => each.organizations))] }];
  });
}
