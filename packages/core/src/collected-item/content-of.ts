import { z } from "zod";
import { parseInput } from "../acting/parse-input.ts";
import { type ItemKindName, itemKinds } from "./item-kinds.ts";
import type { ItemContent } from "./kinds/item-kind.ts";

/** The content as its kind reads it. Errors: invalidInput, unknownInput, with each place below `content`. */
export function contentOf(kind: ItemKindName, content: unknown): ItemContent {
  return parseInput(z.strictObject({ content: itemKinds[kind].content }), { content }).content as ItemContent;
}
