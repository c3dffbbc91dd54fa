import type { Values } from "./values.ts";

/** What is saved in a field now, where it is another text than what was typed there; empty for nothing. */
export function savedBeside(id: string, typed: Values, saved: Values | undefined): { saved?: string } {
  const now = saved && (saved.get(id) ?? "");
  return now === undefined || now === (typed.get(id) ?? "") ? {} : { saved: now };
}
