import type { NewEntry, OntoRow } from "./import-row.ts";
import { mapEntry } from "./map-entry.ts";
import type { SourceOf } from "./map-row.ts";
import type { OntoMapping } from "./onto-mapping.ts";
import { needed, type RowReading, readText, readTexts } from "./read-value.ts";

/** What a row says of a recommendation that is known already; which one that is, the record tells. */
export function ontoOf(
  mapping: OntoMapping,
  sourceOf: SourceOf,
  reading: RowReading,
): Pick<OntoRow, "onto" | "entries"> {
  const issuingBody = mapping.issuingBody && readText(mapping.issuingBody, reading);
  const report = mapping.report && readText(mapping.report, reading);
  return {
    onto: {
      reference: needed(mapping.reference, reading, "the reference of a known recommendation"),
      ...(issuingBody ? { issuingBody } : {}),
      ...(report ? { report } : {}),
      addressees: mapping.addressees ? readTexts(mapping.addressees, reading) : [],
    },
    entries: mapping.entries
      .map((each) => mapEntry(each, sourceOf(each.said), reading))
      .filter((entry): entry is NewEntry => entry !== undefined),
  };
}
