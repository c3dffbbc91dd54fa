import { acts, type Entry } from "@heed/core";
import type { FollowUpAct } from "@heed/core/acts/follow-up-act";
import { canonical } from "@heed/core/canonical";
import { kindOf } from "@heed/core/follow-up/entries/entry";
import type { DeskAsked } from "../desk-asked.ts";
import { type Field, type FormAct, fieldsOf, formActs } from "../form/act-fields.ts";
import { readAs } from "../form/input-of.ts";
import { propertyIn, type Values, valuesOf } from "../form/values.ts";
import { isEditor } from "../own-bodies.ts";

/** The act whose form shows what such an entry says; undefined where it has none. */
export function actOf({ type }: Entry): FormAct | undefined {
  return formActs.find((act) => (acts[act] as FollowUpAct).records === type);
}

/** What of an entry can be corrected in a form. Its day, its author and what it is about stay; evidence is added, not corrected here. */
export function correctedFields({ visitor: { person } }: DeskAsked, entry: Entry): readonly Field[] {
  const act = actOf(entry);
  if (act === undefined) return [];
  const fixed: readonly string[] = kindOf(entry).fixed ?? [];
  return fieldsOf(act).filter((field) => {
    const { kind } = propertyIn(act, field);
    // An editor who corrects what an addressee said tells where it says so.
    if (field.name === "source") return isEditor(person) && entry.source === undefined && sideOf(entry) === "addressee";
    const isOther = kind === "evidence" || kind === "deadline" || field.offered !== undefined;
    return !isOther && !field.onBehalf && !fixed.includes(field.name);
  });
}

function sideOf(entry: Entry) {
  return entry.author?.side ?? kindOf(entry).side;
}

/** The form of an entry as it stands. */
export function entryValues({ say }: DeskAsked, entry: Entry): Values {
  const act = actOf(entry);
  return act === undefined
    ? new URLSearchParams()
    : valuesOf(act, entry as Readonly<Record<string, unknown>>, say.language);
}

/** What the form changes of an entry, as a JSON Merge Patch: what says the same is not in it. */
export function changeIn(asked: DeskAsked, entry: Entry, values: Values): Record<string, unknown> {
  const act = actOf(entry);
  const before = entryValues(asked, entry);
  return Object.fromEntries(
    correctedFields(asked, entry).flatMap((field): [string, unknown][] => {
      const { kind } = propertyIn(act as FormAct, field);
      const was = readAs(kind, field.name, before) ?? null;
      const says = readAs(kind, field.name, values) ?? null;
      return canonical(was) === canonical(says) ? [] : [[field.name, says]];
    }),
  );
}
