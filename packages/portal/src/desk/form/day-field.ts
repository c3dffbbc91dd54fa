import { readTypedDay } from "@heed/core/time/typed-day";
import type { MessageKey } from "../../language/message.ts";
import type { Values } from "./values.ts";

/** The name under which a form tells which of its fields hold days. */
export const dayFields = "dayField";

/** What was typed, each day as the record writes it; what is no day stays as it was typed. */
export function withReadDays(values: Values): Values {
  for (const name of values.getAll(dayFields)) {
    const read = readTypedDay(values.get(name) ?? "");
    if ("on" in read) values.set(name, read.on);
  }
  return values;
}

export function isDayField(values: Values, name: string): boolean {
  return values.getAll(dayFields).includes(name);
}

/** What to tell of a text that is no day; undefined for a day. */
export function dayFault(text: string): MessageKey | undefined {
  const read = readTypedDay(text);
  if ("on" in read) return undefined;
  return read.fault === "noSuchDay" ? "fault.day.none" : "fault.day";
}
