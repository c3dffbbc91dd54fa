import { comparedText } from "../text/compared-text.ts";

const longest = 60;

/**
 * The facts in which two plain objects differ, each with both values: `text.en is known as "…", and is here "…"`.
 * Absent and empty count as the same, and the order of themes means nothing.
 */
export function differences(known: object, given: object): string[] {
  const [one, other] = [facts(known), facts(given)];
  const names = [...new Set([...one.keys(), ...other.keys()])];
  return names.flatMap((name) => {
    const [before, now] = [one.get(name), other.get(name)];
    if (JSON.stringify(before) === JSON.stringify(now)) return [];
    const [was, is] = [inOneLine(textOf(before)), inOneLine(textOf(now))];
    return [`${name} is known as ${shown(was, is)}, and is here ${shown(is, was)}`];
  });
}

/** The same of the facts that the given object tells: what it leaves blank says nothing (R11). */
export function differencesOfTold(known: object, given: object): string[] {
  const told = Object.entries(given).filter(([, value]) => facts({ value }).size > 0);
  const before = new Map<string, unknown>(Object.entries(known));
  return differences(Object.fromEntries(told.map(([key]) => [key, before.get(key)])), Object.fromEntries(told));
}

/** Nested objects by their path; a list or a plain value as one text. */
function facts(of: object, path = ""): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [key, value] of Object.entries(of)) {
    const name = path === "" ? key : `${path}.${key}`;
    if (value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0)) continue;
    if (key === "themes" && Array.isArray(value)) found.set(name, value.map(plain).sort());
    else if (Array.isArray(value) || typeof value !== "object") found.set(name, plain(value));
    else for (const [inner, each] of facts(value, name)) found.set(inner, each);
  }
  return found;
}

/** The value without differences of notation. */
function plain(value: unknown): unknown {
  return typeof value === "string" ? comparedText(value) : value;
}

function textOf(value: unknown): string {
  if (value === undefined) return "";
  if (Array.isArray(value)) return value.map(textOf).join(", ");
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}

/** A message stands on one line. */
function inOneLine(text: string): string {
  return text.replaceAll("\n", "\\n");
}

/** A long text is shown from just before the first difference. */
function shown(text: string, other: string): string {
  if (text === "") return "nothing";
  if (text.length <= longest) return `"${text}"`;
  let same = 0;
  while (same < text.length && text[same] === other[same]) same += 1;
  const start = same < longest / 2 ? 0 : same - longest / 4;
  return `"${start > 0 ? "…" : ""}${text.slice(start, start + longest)}${start + longest < text.length ? "…" : ""}"`;
}
