import type { DomainError, ErrorCode, Issue } from "@heed/core";
import { maxCharacters, showsNothing } from "@heed/core/text/bounded-text";
import { detailIn } from "@heed/core/wording/details/detail-in";
import type { PageLanguage } from "../../language/languages.ts";
import type { MessageKey } from "../../language/message.ts";
import type { Say } from "../../language/say.ts";
import { type Field, type FormAct, fieldsOf } from "./act-fields.ts";
import { dayFault } from "./day-field.ts";
import { evidenceName, type FieldProperty, filledRows, propertyIn, type Values } from "./values.ts";

/** Who should read a draft: a field of its form, and no part of what the act says. */
export const readerField = "askReading.reader";
/** What its reader should know. */
export const readerNoteField = "askReading.note";

/** What is wrong with a form: at which field, where it is one, and what to do about it. */
export type Fault = { name?: string; text: string; lang?: "en" };

/** A field may be wrong in several ways: what to write instead is said once. */
export function oncePerField(faults: readonly Fault[]): Fault[] {
  return faults.filter(({ name }, place) => faults.findIndex((each) => each.name === name) === place);
}

/** Why an act was refused, in the reader's language, each fault at its field. */
export function faultsOf(say: Say, act: FormAct, values: Values, error: DomainError): Fault[] {
  const faults = error.issues.flatMap((issue) => faultAt(say, act, values, issue) ?? []);
  const once = oncePerField(faults);
  if (once.length > 0) return once;
  if (error.issues.some(({ name }) => name === "reader"))
    return [{ name: readerField, text: say.message("fault.reader") }];
  if (error.issues.some(({ name }) => name === "note"))
    return [{ name: readerNoteField, text: say.message("fault.rule.note", { label: say.message("reading.note") }) }];
  // What it can be closed as stands in the form; which of it is missing is said above it.
  if (act === "close" && error.code === "invalidStateTransition")
    return [{ name: "closureReason", text: say.message("fault.rule.closing") }];
  return [refusal(say, error)];
}

const refusals: Partial<Record<ErrorCode, MessageKey>> = {
  invalidStateTransition: "refused.state",
  missingPermission: "refused.permission",
  notFound: "refused.gone",
  versionConflict: "refused.version",
  idempotencyKeyReused: "refused.sent",
};

/** A refusal that is about no field. */
export function refusal(say: Say, { code, message, issues }: DomainError): Fault {
  const key = refusals[code];
  if (key !== undefined) return { text: say.message(key) };
  const details = [message, ...issues.map(({ detail }) => detail)].filter((detail) => detail !== "");
  return toldDetail(say, (language) => details.map((detail) => detailIn(detail, language)).join("; "));
}

/** What an act tells in English, in the reader's language where it has words there. */
export function toldDetail(say: Say, tell: (language: PageLanguage) => string): Omit<Fault, "name"> {
  const text = tell(say.language);
  return say.language === "en" || text !== tell("en") ? { text } : { text, lang: "en" };
}

/** The same of one detail, after the label of its field. */
export function labelledDetail(say: Say, label: string, detail: string): Omit<Fault, "name"> {
  return toldDetail(say, (language) => `${label}${say.colon}${detailIn(detail, language)}`);
}

/** Undefined where the place is no field of the form. */
function faultAt(say: Say, act: FormAct, values: Values, { name = "", detail }: Issue): Fault | undefined {
  const field = fieldsOf(act).find((each) => name === each.name || name.startsWith(`${each.name}.`));
  if (field === undefined) return undefined;
  const { kind } = propertyIn(act, field);
  if (kind !== "evidence")
    return { name: field.name, ...faultText(say, field, propertyIn(act, field), values.get(field.name) ?? "", detail) };
  const [, place, part] = /\.(\d+)\.(\w+)$/.exec(name) ?? [];
  const row = place === undefined ? undefined : filledRows(values, field.name)[Number(place)];
  if (row === undefined) return { name: evidenceName(field.name, 0, "title"), text: told(say, field, field.rule) };
  const known = part === "kind" || part === "url" || part === "file" ? part : isCitation(part) ? "cited" : "title";
  const text = say.message(`fault.evidence.${known}`);
  return { name: evidenceName(field.name, row, known === "file" ? "upload" : known), text };
}

function isCitation(part: string | undefined): boolean {
  return part === "item" || part === "section";
}

/** What is wrong with what was typed in a field, in the reader's language where it has words there. */
export function faultText(
  say: Say,
  field: Field,
  { kind, choices, needed }: FieldProperty,
  value: string,
  detail: string,
): Omit<Fault, "name"> {
  const label = say.message(field.label);
  const most = field.line ? maxCharacters.name : maxCharacters.text;
  const isOffered = kind === "choice" ? choices.includes(value) : kind !== "deadline" || value !== "";
  if (!isOffered) return { text: say.message("fault.choice", { label }) };
  if (value.trim() === "" && needed) return { text: say.message("fault.missing", { label }) };
  if (value.length > most) return { text: say.message("fault.long", { label, most }) };
  if (kind === "text" && showsNothing(value)) return { text: say.message("fault.missing", { label }) };
  const isDay = (kind === "day" || kind === "dueDate") && value.trim() !== "";
  const noDay = isDay ? dayFault(value) : undefined;
  if (noDay !== undefined && (kind === "day" || noDay === "fault.day.none"))
    return { text: say.message(noDay, { label }) };
  if (kind === "dueDate" && / is not a day/.test(` ${detail}`))
    return { text: say.message("fault.dueDate", { label }) };
  return field.rule === undefined ? labelledDetail(say, label, detail) : { text: told(say, field, field.rule) };
}

function told(say: Say, { label }: Field, rule: MessageKey = "fault.missing"): string {
  return say.message(rule, { label: say.message(label) });
}
