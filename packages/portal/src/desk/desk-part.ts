import type { ComponentChildren } from "preact";

/** What a role has on the desk; `last`: the number of its last page. */
export type DeskPart = { last?: number; body: ComponentChildren };
