import { readVagueDate } from "@heed/core";
import { readTypedDay } from "@heed/core/time/typed-day";
import { type Field, type FormAct, fieldsOf } from "./act-fields.ts";
import { evidenceName, evidenceParts, type FieldKind, filledRows, propertyIn, type Values } from "./values.ts";

/** What a form says as the input of its act. An empty field says nothing; what cannot be read stays as it was typed. */
export function inputOf(
  act: FormAct,
  values: Values,
  fields: readonly Field[] = fieldsOf(act),
): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = readAs(propertyIn(act, field).kind, field.name, values);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );
}

/** The same as a JSON Merge Patch of a draft: what the form says no more is null. */
export function patchOf(
  act: FormAct,
  values: Values,
  fields: readonly Field[] = fieldsOf(act),
): Record<string, unknown> {
  return { ...Object.fromEntries(fields.map(({ name }) => [name, null])), ...inputOf(act, values, fields) };
}

/** What a field says, as its kind is written in an input; undefined for nothing. */
export function readAs(kind: FieldKind, name: string, values: Values): unknown {
  if (kind === "evidence") {
    const items = evidenceIn(name, values);
    return items.length === 0 ? undefined : items;
  }
  const text = values.get(name) ?? "";
  if (text.trim() === "") return undefined;
  switch (kind) {
    case "yes":
      return text === "yes";
    case "year":
      return /^\d{1,6}$/.test(text.trim()) ? Number(text) : text;
    case "day":
      return text.trim();
    case "source":
      return { name: text.trim() };
    case "dueDate":
      return dueDateIn(text.trim());
    case "deadline": {
      const [, of, commitment] = /^(\w+)(?::(.+))?$/s.exec(text) ?? [];
      return { kind: of ?? text, ...(commitment !== undefined && { commitment }) };
    }
    default:
      return text;
  }
}

/** A day, a date in words, or what cannot be read, as it was typed. */
export function dueDateIn(text: string): object {
  // A day in words keeps its words.
  const day = /^[\d./-]+$/.test(text) ? readTypedDay(text) : undefined;
  if (day !== undefined && "on" in day) return { on: day.on, precision: "day" };
  return readVagueDate(text) ?? { on: text };
}

function evidenceIn(name: string, values: Values): object[] {
  return filledRows(values, name).map((row) =>
    Object.fromEntries(
      evidenceParts.flatMap((part): [string, unknown][] => {
        const text = (values.get(evidenceName(name, row, part)) ?? "").trim();
        return text === "" ? [] : [[part, part === "confidential" ? true : text]];
      }),
    ),
  );
}
