/** A collected item or a section that an input cites, and that the actor sees. */
export type Cited = { what: "item" | "section"; isPublic: boolean; isWithdrawn: boolean; isPersonal: boolean };
