import { z } from "zod";
import { byEditor } from "../acting/action-rule.ts";
import { parseInput, parseTogether } from "../acting/parse-input.ts";
import { CollectedItem, itemShape } from "../collected-item/collected-item.ts";
import { contentOf } from "../collected-item/content-of.ts";
import { ItemKindName } from "../collected-item/item-kinds.ts";
import { type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";

export const NewCollectedItem = z
  .strictObject(itemShape)
  .meta({ id: "NewCollectedItem", description: "Something that a body collects; `content` is that of its kind." });

/** The content is read by its kind, whose faults say more than those of a choice of all kinds. */
const Form = NewCollectedItem.extend({ content: z.record(z.string(), z.unknown()).default({}) });

export const addItemAct = {
  name: "addItem",
  on: "collectedItem",
  roles: byEditor.roles,
  input: NewCollectedItem,
  makes: "collectedItem",
  operation: {
    id: "addCollectedItem",
    method: "post",
    path: "/collectedItems",
    summary: "Something that a body collects for its report",
    creates: true,
  },
  command: {
    noun: "item",
    verb: "add",
    about: "Something that a body collects for its report, such as a judgment",
    options: {
      kind: ["--kind <kind>", "what it is"],
      issuingBody: ["--by <name>", "the body that collects it", "organization"],
      reference: ["--reference <reference>", "short, and its own among all that the body collects"],
      year: ["--year <year>", "the year whose report it belongs to"],
      title: ["--title <text>", "its title"],
      text: ["--text <text>", "what it says, in short"],
      themes: ["--theme <theme>", "a theme"],
      confidential: ["--confidential", "only who keeps the body's record sees it"],
      content: ["--content <json>", `what its kind tells besides, such as {"court":"…"}`, "changes"],
    },
  },
} as const satisfies RegisterAct;

/** Errors: invalidInput, unknownInput, with the places; missingPermission. */
export function addItem(context: RegisterContext, input: unknown): CollectedItem {
  const said = input as { kind?: unknown; content?: unknown } | null | undefined;
  const named = ItemKindName.safeParse(said?.kind).data;
  // What is wrong with the whole and with what its kind tells is told at once.
  const [{ kind, content: _, ...rest }, content] = parseTogether(
    () => parseInput(Form, input),
    () => named && contentOf(named, said?.content ?? {}),
  );
  requireAllowedOnRegister(addItemAct, context);
  return parseInput(CollectedItem, { ...rest, id: context.newId(), kind, content });
}
