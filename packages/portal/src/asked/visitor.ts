import type { Person, Reader } from "@heed/core";

/** Who is signed in, and what that person may read today. Pages for everybody are read as the public reads them all the same. */
export type Visitor = { person: Person; reader: Reader };
