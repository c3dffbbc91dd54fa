import type { Asked } from "./asked.ts";

/** References as a reader writes a list of them: on lines, or between commas and semicolons. */
export async function referencesAsked({ reads, reader, parameters }: Asked): Promise<string[] | undefined> {
  const given = parameters.reference;
  if (given === undefined) return undefined;
  const lines = given.flatMap((text) => text.split(/[\r\n]+/)).flatMap((line) => line.trim() || []);
  // A reference may have a comma itself: a line that names something is left whole.
  const named = await reads.named(reader, "recommendation", lines);
  const all = lines.flatMap((line) => (named.has(line) ? [line] : line.split(/[,;]/)));
  return [...new Set(all.map((each) => each.trim()).filter((each) => each !== ""))].slice(0, mostReferences);
}

/** As many as fit in an address. */
const mostReferences = 200;
