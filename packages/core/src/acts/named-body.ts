import type { Id } from "../source.ts";

/**
 * An organization of the record that a text names, with all its predecessors and successors, its coordinator, and those
 * that it coordinates (R40).
 */
export type NamedBody = { id: Id; lineage: ReadonlySet<Id>; names: readonly string[] };

/** Finds the organizations that a text names: by id, code, or a name in any language, including former names. */
export type FindBodies = (text: string) => readonly NamedBody[];
