import type { Asked } from "../asked/asked.ts";
import type { Desk } from "../asked/desk.ts";
import type { Visitor } from "../asked/visitor.ts";

/** What a page of a desk is asked: by who is signed in, who reads it with the own rights. */
export type DeskAsked = Asked & { visitor: Visitor; desk: Desk };
