import type { Id } from "@heed/core";
import type { Choice } from "../../asked/choices.ts";
import type { Say } from "../../language/say.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { SelectInput, TextInput } from "../form/inputs.tsx";
import type { Values } from "../form/values.ts";
import { type Filled, fieldIn, optional, type Told } from "../register/filled.ts";
import { listedIn } from "./own-report.ts";

/** What a recommendation that is added is a part of, and its letter; nothing where the draft has none to be a part of. */
export function PartFields({ filled, wholes }: { filled: Filled; wholes: readonly Choice[] }) {
  const { say } = filled;
  if (wholes.length === 0) return null;
  return (
    <>
      <SelectInput
        {...fieldIn(filled, "partOf", optional(say, "parts.of"), "parts.of.hint")}
        choices={wholes}
        none={say.message("field.none")}
      />
      <TextInput {...fieldIn(filled, "label", optional(say, "parts.label"))} />
    </>
  );
}

/** The recommendations of a draft that may have parts. */
export async function wholesIn(asked: DeskAsked, report: Id): Promise<readonly Choice[]> {
  const items = await listedIn(asked, report);
  return items
    .filter(({ partOf }) => partOf === undefined)
    .map(({ id, reference }) => ({ value: id, text: reference }));
}

export function partIn(values: Values, prefix = ""): Record<string, string> {
  const given = ["partOf", "label"].flatMap((name) => {
    const text = (values.get(`${prefix}${name}`) ?? "").trim();
    return text === "" ? [] : [[name, text]];
  });
  return Object.fromEntries(given);
}

/** The same as a JSON Merge Patch, where the form has these fields: it was kept while a new one was typed. */
export function partPatch(values: Values): Record<string, string | null> {
  return values.has("partOf") ? { partOf: null, label: null, ...partIn(values) } : {};
}

export function partPlaces(say: Say): Told[] {
  return [
    { name: "partOf", label: say.message("parts.of"), rule: "fault.rule.partOf" },
    { name: "label", label: say.message("parts.label"), rule: "fault.rule.partLabel" },
  ];
}
