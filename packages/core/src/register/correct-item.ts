import { byEditor } from "../acting/action-rule.ts";
import { parseInput, parseTogether } from "../acting/parse-input.ts";
import { CollectedItem, itemShape } from "../collected-item/collected-item.ts";
import { contentOf } from "../collected-item/content-of.ts";
import { changesOf } from "../merge-patch-schema.ts";
import { requireChange } from "./correction.ts";
import { Changes, patched, type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";
import { changeText } from "./register-command.ts";
import { requireNotWithdrawn } from "./require-not-withdrawn.ts";

const ofItem = ["reference", "year", "title", "text", "themes", "confidential", "content"];

export const CollectedItemChanges = changesOf(
  "CollectedItemChanges",
  itemShape,
  ofItem,
  "A JSON Merge Patch (RFC 7396) of an item; what it said before is kept.",
);

export const correctItemAct = {
  name: "correctItem",
  on: "collectedItem",
  roles: byEditor.roles,
  input: CollectedItemChanges,
  makes: "collectedItem",
  operation: {
    id: "correctCollectedItem",
    method: "patch",
    path: "/collectedItems/{id}",
    summary: "A new version of an item; what it said before is kept",
  },
  command: {
    noun: "item",
    verb: "correct",
    about: "A new version of an item; what it said before is kept",
    names: { thing: "<item>" },
    options: {
      change: ["--change <json>", changeText('{"content":{"outcome":"…"}}')],
      among: ["--by <name>", "the body, where several have the reference"],
    },
  },
} as const satisfies RegisterAct;

/** Errors: invalidInput, unknownInput, with the places; invalidStateTransition when it was withdrawn; missingPermission. */
export function correctItem(context: RegisterContext, item: CollectedItem, input: unknown): CollectedItem {
  const changes = parseInput(Changes, input);
  requireAllowedOnRegister(correctItemAct, context);
  requireNotWithdrawn(item);
  const { content, ...rest } = patched(item, changes, ofItem) as CollectedItem;
  const [whole, told] = parseTogether(
    () => parseInput(CollectedItem, { ...rest, content: item.content }),
    () => contentOf(item.kind, content ?? {}),
  );
  const corrected = parseInput(CollectedItem, { ...whole, content: told });
  requireChange(item, corrected);
  return corrected;
}
