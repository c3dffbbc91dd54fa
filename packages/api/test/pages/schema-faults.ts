import { expect } from "vitest";
import type { SignedIn } from "./desk-app.ts";
import type { Fields, servedDesks } from "./desk-forms.ts";
import { type Control, controlsOf, formDoing } from "./form-controls.ts";

/** A JSON Schema, as far as the forms of the desk need it. */
export type Schema = {
  $ref?: string;
  anyOf?: Schema[];
  type?: string;
  enum?: string[];
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema;
  items?: Schema;
  $defs?: Record<string, Schema>;
};

export type Property = { schema: Schema; isNeeded: boolean };

/** The schema of what a field tells; undefined where the act has no such property. */
export function schemaOf(root: Schema, path: readonly string[]): Property | undefined {
  const resolved = (schema: Schema): Schema => {
    if (schema.$ref !== undefined) return resolved(root.$defs?.[schema.$ref.split("/").at(-1) ?? ""] ?? {});
    const one = schema.anyOf?.find(({ type }) => type !== "null");
    return one === undefined ? schema : resolved(one);
  };
  let found = resolved(root);
  let isNeeded = false;
  for (const part of path) {
    const next: Schema | undefined =
      found.properties?.[part] ??
      (found.type === "object" && !found.properties ? found.additionalProperties : undefined);
    if (next === undefined) return undefined;
    isNeeded = found.required?.includes(part) ?? false;
    found = resolved(next);
  }
  return { schema: { ...found, ...(found.items && { items: resolved(found.items) }) }, isNeeded };
}

/** The unit of a period, and from when it runs, which stand beside its amount. */
const isPeriodPart = /^(.*(?:[pP]eriod|staleAfter))\.(?:unit|from)$/;

/** Every way in which the schema of a property refuses what can be typed in its field. */
function faultsOf({ schema, isNeeded }: Property, { name, kind }: Control): string[] {
  // A period has usual units.
  const missing = isNeeded && !isPeriodPart.test(name) ? [""] : [];
  // Of yes and no, nothing else can be chosen.
  if (kind === "choice") return schema.type === "boolean" ? missing : [...missing, "nothing"];
  if (kind === "box") return [];
  if (schema.format === "date") return [...missing, "soon", "2015-02-30"];
  if (schema.type === "integer" || schema.type === "number") return [...missing, "soon", ...outside(schema)];
  // A date in words, a period, or a list of names that stand for something.
  if (schema.properties?.on !== undefined) return [...missing, "ooit"];
  if (schema.properties?.amount !== undefined) return [...missing, "soon"];
  if (schema.type === "array" && schema.items?.properties?.name === undefined && schema.items?.properties)
    return [...missing, ...faultyRows(schema.items)];
  if (schema.type === "array") {
    const most = schema.items?.maxLength ?? schema.items?.properties?.name?.maxLength;
    return most === undefined ? ["nobody at all"] : [...missing, "x".repeat(most + 1)];
  }
  if (schema.type !== "string") return [];
  const unseen = isNeeded && schema.minLength === 1 ? [" \u2800 "] : [];
  return [...missing, ...unseen, ...(schema.maxLength === undefined ? [] : ["x".repeat(schema.maxLength + 1)])];
}

/** Whole numbers just outside what is allowed. */
function outside({ minimum, maximum }: Schema): string[] {
  return [
    ...(minimum === undefined || minimum < -1_000_000 ? [] : [String(minimum - 1)]),
    ...(maximum === undefined || maximum > 1_000_000 ? [] : [String(maximum + 1)]),
  ];
}

/** Rows of which one column is faulty, the others sound: columns stand between `|`. */
function faultyRows({ properties = {}, required = [] }: Schema): string[] {
  const columns = Object.entries(properties);
  const row = (faulty: string, typed: string) =>
    columns.map(([name, schema]) => (name === faulty ? typed : soundText(schema))).join(" | ");
  return columns.flatMap(([name, schema]) => [
    ...(required.includes(name) ? [row(name, "")] : []),
    ...(schema.type === "integer" ? ["soon", ...outside(schema)].map((typed) => row(name, typed)) : []),
    ...(schema.format === "date" ? [row(name, "2015-02-30")] : []),
    ...(schema.maxLength === undefined ? [] : [row(name, "x".repeat(schema.maxLength + 1))]),
  ]);
}

/** Something that fits a schema. */
export function soundText({ type, format, enum: options, minimum = 1 }: Schema): string {
  if (options !== undefined) return options[0] ?? "";
  if (format === "date") return "2014-05-06";
  if (type === "boolean") return "yes";
  return type === "integer" || type === "number" ? String(Math.max(minimum, 1)) : "x";
}

/** Whether a field of a page shows what was typed. */
function keeps(controls: readonly Control[], name: string, typed: string): boolean {
  const own = controls.filter((each) => each.name === name);
  if (typed === "nothing" || own.some(({ kind }) => kind === "choice")) return true;
  return own.some(({ value }) => value.replaceAll("\r\n", "\n") === typed);
}

/** What stands in a form, and of a choice that nobody made the first. */
export function standingIn(controls: readonly Control[]): Fields {
  return Object.fromEntries(
    controls
      .map(({ name, value, offers }) => [name, value || (offers[0] ?? "")] as const)
      .filter(([, value]) => value !== ""),
  );
}

/** What a page says is wrong. */
export function summaryOf(text: string): string {
  return /<div class="govuk-error-summary".*?<\/ul>/s.exec(text)?.[0] ?? "";
}

type Tried = {
  by: SignedIn;
  /** Where it is sent. */
  at: string;
  does: string;
  /** What is sent but for the fault. */
  whole: Fields;
  controls: readonly Control[];
  /** What stands before the names of its fields. */
  prefix?: string;
  /** The form in a page, where its button does not tell it. */
  formIn?: (page: string) => string | undefined;
  /** The schema of what a field tells, by its name without the prefix. */
  propertyOf: (name: string) => Property | undefined;
};

/** Sends a form with each fault of its schema, and answers how many there were: each is told at its field, and all that was typed stays. */
export async function tellEachFault(
  served: ReturnType<typeof servedDesks>,
  { by, at, does, whole, controls, prefix = "", formIn = (page) => formDoing(page, does), propertyOf }: Tried,
): Promise<number> {
  let tried = 0;
  const longest = new Set<string | undefined>();
  for (const control of controls.filter(({ isHidden }) => !isHidden)) {
    const { name } = control;
    const own = name.startsWith(prefix) && name !== prefix ? name.slice(prefix.length) : name;
    const property = propertyOf(own);
    if (property === undefined) continue;
    for (const typed of faultsOf(property, control)) {
      // The longest text is tried in one language of each text.
      if (typed.length > 100_000 && longest.has(own.split(".")[0])) continue;
      if (typed.length > 100_000) longest.add(own.split(".")[0]);
      const told = `${at}: ${name} ${JSON.stringify(typed.slice(0, 40))}`;
      const { status, text } = await served.send(by, at, { ...whole, [name]: typed, key: told });
      // The unit of a period is told there or at its amount.
      const field = text.includes(`id="${name}-fault"`) ? name : name.replace(isPeriodPart, "$1");
      expectTold(text, { told, status, field });
      expectKept(controlsOf(formIn(text) ?? ""), controls, { ...whole, [name]: typed }, told);
      tried += 1;
    }
  }
  return tried;
}

/** A fault stands at its field and in the summary, which takes the focus. */
export function expectTold(text: string, { told, status, field }: { told: string; status: number; field: string }) {
  const summary = summaryOf(text);
  expect([told, status], summary).toEqual([told, 422]);
  expect([told, summary.includes(`href="#${field}"`), text.includes(`id="${field}-fault"`)], summary).toEqual([
    told,
    true,
    true,
  ]);
  expect(summary, told).toMatch(/^<div class="govuk-error-summary" tabindex="-1" autofocus/i);
  expect(text.match(/<title>(.*?)<\/title>/)?.[1], told).toMatch(/^(?:Fault|Erreur|Fout|Fehler)\s?: /);
  // What a refusal says is told in the language of the page.
  expect.soft([told, ...(summary.match(/lang="en">[^<]*/g) ?? [])]).toEqual([told]);
}

/** All that was typed stands in the form that came back. */
export function expectKept(shown: readonly Control[], controls: readonly Control[], typed: Fields, told: string) {
  for (const [name, value] of Object.entries(typed))
    if (controls.some((each) => each.name === name && !each.isHidden))
      expect([told, name, keeps(shown, name, value)]).toEqual([told, name, true]);
}
