import type { Id, Person } from "@heed/core";
import { isForIssuingBody } from "@heed/core/access/right";
import type { DeskAsked } from "./desk-asked.ts";

/** The issuing bodies of an editor or assessor, and their reports; absent where the person works for all of them. */
export type OwnBodies = { bodies?: readonly Id[]; reports?: readonly Id[] };

/** For which issuing bodies who is signed in works, with their former and later names. */
export async function readOwnBodies({ reads, reader, visitor }: DeskAsked): Promise<OwnBodies> {
  const rights = visitor.person.rights.filter(isForIssuingBody);
  if (rights.some(({ organizations }) => organizations.length === 0)) return {};
  const held: readonly Id[] = rights.flatMap(({ organizations }) => organizations);
  const bodies = await reads.sameBodies([...new Set(held)]);
  const { items } = await reads.reports(reader, { issuingBody: bodies, status: ["published"] }, {});
  return { bodies, reports: items.map(({ id }) => id) };
}

/** A list narrowed to the reports of these bodies. */
export function ofReports({ reports }: OwnBodies): { report?: readonly Id[] } {
  return reports === undefined ? {} : { report: reports };
}

/** Whether somebody edits for an issuing body. */
export function isEditor({ rights }: Person): boolean {
  return rights.some(({ role }) => role === "editor");
}

/** Whether somebody works for an issuing body at all. */
export function worksForBody({ person }: DeskAsked["visitor"]): boolean {
  return person.rights.some(isForIssuingBody);
}

/** Whether somebody keeps what all issuing bodies share, such as organizations and settings: an editor of all of them. */
export function keepsShared({ rights }: Person): boolean {
  return rights.some(({ role, organizations }) => role === "editor" && organizations.length === 0);
}
