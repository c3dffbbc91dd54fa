import { type MessageKey, messages } from "../../language/message.ts";
import type { Say } from "../../language/say.ts";
import type { Field } from "./field.ts";

/** What a position or a level means, in a sentence; undefined of other choices. */
export function choiceHint(say: Say, list: Field["list"], value: string): string | undefined {
  const name = list === "reportedLevel" || list === "assessedLevel" ? "level" : list;
  const key = `choice.${name}.${value}`;
  return isMessage(key) ? say.message(key) : undefined;
}

function isMessage(key: string): key is MessageKey {
  return Object.hasOwn(messages.en, key);
}
