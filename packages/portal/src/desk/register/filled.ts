import type { DomainError } from "@heed/core";
import { maxCharacters, showsNothing } from "@heed/core/text/bounded-text";
import type { MessageKey } from "../../language/message.ts";
import type { Say } from "../../language/say.ts";
import { dayFault, isDayField } from "../form/day-field.ts";
import { type Fault, labelledDetail, oncePerField, refusal } from "../form/faults.ts";
import { savedBeside } from "../form/saved-beside.ts";
import type { Values } from "../form/values.ts";

/** A form on a thing of the register, as it is shown: what was typed in it, and what is wrong with that. */
export type Filled = {
  say: Say;
  values: Values;
  faults: readonly Fault[];
  /** What is saved now, where somebody else changed the thing while it was typed. */
  saved?: Values | undefined;
  /** What stands before the names of its fields where a page has several rows. */
  prefix?: string;
};

/** A field by its name, for the inputs of a form. */
export function fieldIn(
  { say, values, faults, saved, prefix = "" }: Filled,
  name: string,
  label: string,
  hint?: MessageKey,
) {
  const id = `${prefix}${name}`;
  return {
    ...{ say, id, label },
    ...(hint && { hint: say.message(hint) }),
    fault: faults.find((each) => each.name === id),
    ...savedBeside(id, values, saved),
    value: values.get(id) ?? "",
  };
}

/** What is saved now beside what was typed: nothing but where it was refused because somebody else changed the thing meanwhile. */
export function savedMeanwhile({ code }: DomainError, now: Values): Pick<Filled, "saved"> {
  return code === "versionConflict" ? { saved: now } : {};
}

/** Where a form tells what is wrong with a property: at which field, and what to write instead. */
export type Told = {
  name: string;
  label: string;
  rule?: MessageKey;
  /** A text of many lines, which may be longer than a name. */
  isLong?: true;
  /** It may not be empty: its rule tells the other faults. */
  isNeeded?: true;
  /** The field, where it has another name than the property. */
  at?: string;
};

/** Why an act was refused: each fault at the first field whose name its place begins with. */
export function faultsAt(
  { say, values, prefix = "" }: Omit<Filled, "faults" | "saved">,
  fields: readonly Told[],
  error: DomainError,
): Fault[] {
  const faults = error.issues.flatMap(({ name = "", detail }): Fault[] => {
    const field = fields.find((each) => name === each.name || name.startsWith(`${each.name}.`));
    if (field === undefined) return [];
    const { label, rule, isLong, isNeeded, at = field.name } = field;
    const id = `${prefix}${at}`;
    const typed = values.get(id) ?? "";
    if (typed.length > maxCharacters.name && !isLong && !at.startsWith("text"))
      return [{ name: id, text: say.message("fault.long", { label, most: maxCharacters.name }) }];
    if (isNeeded ? showsNothing(typed) : typed !== "" && showsNothing(typed))
      return [{ name: id, text: say.message("fault.missing", { label }) }];
    const noDay = typed !== "" && isDayField(values, id) ? dayFault(typed) : undefined;
    if (noDay !== undefined) return [{ name: id, text: say.message(noDay, { label }) }];
    if (rule !== undefined) return [{ name: id, text: say.message(rule, { label }) }];
    if (typed.trim() === "") return [{ name: id, text: say.message("fault.missing", { label }) }];
    return [{ name: id, ...labelledDetail(say, label, detail) }];
  });
  const once = oncePerField(faults);
  return once.length > 0 ? once : [refusal(say, error)];
}

/** The label of a field that may stay empty. */
export function optional(say: Say, label: MessageKey): string {
  return say.message("field.optional", { label: say.message(label) });
}
