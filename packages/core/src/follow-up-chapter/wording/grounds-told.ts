import type { DocumentLanguage, Inline } from "../../document/document.ts";
import { emphasis } from "../../document/inlines.ts";
import type { Ground } from "../../read-models/ground.ts";
import { labelWithin } from "../../wording/label-within.ts";

/** What a recommendation rests on, by references, after an empty space; nothing where none is named. */
export function groundsTold(grounds: readonly Ground[], language: DocumentLanguage): Inline[] {
  if (grounds.length === 0) return [];
  const named = grounds.map(({ item, section, year, place }) =>
    [item?.reference ?? section?.reference, year, place].filter((each) => each !== undefined).join(", "),
  );
  return [emphasis(` (${labelWithin("linkType", "restsOn", language)} ${named.join("; ")})`)];
}
