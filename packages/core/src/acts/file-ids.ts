import type { Id } from "../source.ts";
import type { ActName } from "./acts.ts";
import { contentOfInput } from "./content-of-input.ts";

/** The ids of files in an input as it was received, so that they can be looked up before the act is decided. */
export function fileIdsIn(name: ActName, input: unknown): Id[] {
  const { evidence } = contentOfInput(name, input);
  if (!Array.isArray(evidence)) return [];
  return evidence.flatMap((item: { file?: unknown } | null) => (typeof item?.file === "string" ? item.file : []));
}

/** The ids of collected items and sections in such an input. */
export function citationIdsIn(name: ActName, input: unknown): Id[] {
  const { evidence } = contentOfInput(name, input);
  if (!Array.isArray(evidence)) return [];
  return evidence.flatMap((given: { item?: unknown; section?: unknown } | null) =>
    [given?.item, given?.section].filter((id) => typeof id === "string"),
  );
}
