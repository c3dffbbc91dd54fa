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

/** Each role once, in the order of the roles, with the organizations of all rights in that role. */
export function joinedRights(rights: readonly Right[]): readonly Right[] {
  return ReaderRole.options.flatMap((role) => {
    const held = rights.filter((each) => each.role === role);
    if (held.length === 0) return [];
    const isForAll = role !== "respondent" && held.some(({ organizations }) => organizations.length === 0);
    return [{ role, organizations: isForAll ? [] : [...new Set(held.flatMap((each) => each.organizations))] }];
  });
}
