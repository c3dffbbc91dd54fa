import type { OntoEntry, OntoRow } from "./import-row.ts";
import { mapEntry, saidWith } from "./map-entry.ts";
import type { SourceOf } from "./map-row.ts";
import type { OntoMapping } from "./onto-mapping.ts";
import { needed, type RowReading, readText, readTexts } from "./read-value.ts";
import { showsOf } from "./shows.ts";

/** What a row says about a known recommendation; the database finds out which one it is. */
export function ontoOf(
  mapping: OntoMapping,
  sourceOf: SourceOf,
  reading: RowReading,
): Pick<OntoRow, "onto" | "entries" | "shows"> {
  const issuingBody = mapping.issuingBody && readText(mapping.issuingBody, reading);
  const report = mapping.report && readText(mapping.report, reading);
  return {
    onto: {
      reference:
        mapping.followUp !== undefined
          ? needed(mapping.followUp, reading, "the id of a known follow-up")
          : needed(mapping.reference ?? { parts: [] }, reading, "the reference of a known recommendation"),
      ...(issuingBody ? { issuingBody } : {}),
      ...(report ? { report } : {}),
      addressees: mapping.addressees ? readTexts(mapping.addressees, reading) : [],
    },
    shows: showsOf(mapping.entries, reading),
    entries: mapping.entries
      .map((each): OntoEntry | undefined => {
        const entry = mapEntry(each, sourceOf(saidWith(each, reading)), reading);
        const id = entry && each.id && readText(each.id, reading);
        return entry && { ...entry, ...(id && { id }) };
      })
      .filter((entry) => entry !== undefined),
  };
}
