import { acts, Day, dateText, Precision } from "@heed/core";
import { type Property, type PropertyKind, propertyOf } from "@heed/core/acting/property-kind";
import type { PageLanguage } from "../../language/languages.ts";
import { type Field, type FormAct, fieldsOf } from "./act-fields.ts";

/** What stands in the fields of a form, by their names. */
export type Values = URLSearchParams;

/** The parts of a piece of evidence, each a field of its row. */
export const evidenceParts = ["kind", "title", "url", "file", "item", "section", "confidential", "seenDigest"] as const;

/** What stands beside them in a form alone: the file that is brought, the name of the one that was, and what was cited by its reference. */
type BesideEvidence = "upload" | "fileName" | "cited";

/** The name of the field of a piece of evidence. */
export function evidenceName(
  field: string,
  row: number,
  part: (typeof evidenceParts)[number] | BesideEvidence,
): string {
  return `${field}.${row}.${part}`;
}

/** What a field holds: a property of the act's input, or the name of where something was said. */
export type FieldKind = PropertyKind | "source";

export type FieldProperty = Omit<Property, "kind"> & { kind: FieldKind };

export function propertyIn(act: FormAct, { name }: Pick<Field, "name">): FieldProperty {
  const property = propertyOf(acts[act].input, name);
  return name === "source" ? { ...property, kind: "source" } : property;
}

/** How many rows of evidence the form has: at least one. */
export function evidenceRows(values: Values, field: string): number {
  const rows = [...values.keys()].flatMap((name) => {
    const [of, row] = name.startsWith(`${field}.`) ? [field, name.slice(field.length + 1).split(".")[0]] : [];
    return of === undefined || !/^\d{1,3}$/.test(row ?? "") ? [] : [Number(row)];
  });
  return rows.reduce((most, row) => Math.max(most, row), 0) + 1;
}

/** The rows in which something was written; a kind alone says nothing. A piece of the input stands in the row of its place here. */
export function filledRows(values: Values, field: string): number[] {
  return Array.from({ length: evidenceRows(values, field) }, (_, row) => row).filter((row) =>
    evidenceParts.some((part) => {
      const text = values.get(evidenceName(field, row, part)) ?? "";
      return part !== "kind" && part !== "confidential" && text.trim() !== "";
    }),
  );
}

/** What the input of an act says, as its form shows it. */
export function valuesOf(act: FormAct, input: Readonly<Record<string, unknown>>, language: PageLanguage): Values {
  const values = new URLSearchParams();
  for (const field of fieldsOf(act)) {
    const value = input[field.name];
    if (value === undefined) continue;
    for (const [name, text] of shownAs(propertyIn(act, field).kind, field.name, value, language))
      values.set(name, text);
  }
  return values;
}

function shownAs(kind: FieldKind, name: string, value: unknown, language: PageLanguage): [string, string][] {
  switch (kind) {
    case "evidence":
      return (Array.isArray(value) ? value : []).flatMap((each, row) =>
        evidenceParts.flatMap((part): [string, string][] => {
          const said = (each as Readonly<Record<string, unknown>> | null)?.[part];
          if (said === undefined || said === false) return [];
          return [[evidenceName(name, row, part), said === true ? "yes" : String(said)]];
        }),
      );
    case "dueDate": {
      // A draft holds what somebody sent, a due date or not.
      const { on, precision, wording } = Object(value) as { on?: unknown; precision?: unknown; wording?: unknown };
      const [day, within] = [Day.safeParse(on).data, Precision.safeParse(precision).data];
      const told = wording ?? (day === undefined ? on : dateText(day, within, language));
      return [[name, String(told ?? "")]];
    }
    case "deadline": {
      const { kind: of, commitment } = Object(value) as { kind?: unknown; commitment?: unknown };
      return [[name, commitment === undefined ? String(of ?? "") : `${of}:${commitment}`]];
    }
    case "yes":
      return value === true ? [[name, "yes"]] : [];
    case "source":
      return [[name, String((Object(value) as { name?: unknown }).name ?? "")]];
    default:
      return [[name, typeof value === "object" ? JSON.stringify(value) : String(value)]];
  }
}
