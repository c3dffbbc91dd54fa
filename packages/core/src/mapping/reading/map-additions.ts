import type { AdditionsMapping } from "../additions-mapping.ts";
import type { AdditionEntry, AdditionRow } from "./import-row.ts";
import { mapEntry, type SourceOf, saidWith } from "./map-entry.ts";
import { type RowReading, readRequired, readText, readTexts } from "./read-value.ts";
import { shownTypesOf } from "./shown-types.ts";

/** What a row says about a known recommendation; the database finds out which one it is. */
export function additionOf(
  mapping: AdditionsMapping,
  sourceOf: SourceOf,
  reading: RowReading,
): Pick<AdditionRow, "onto" | "entries" | "shows"> {
  const issuingBody = mapping.issuingBody && readText(mapping.issuingBody, reading);
  const report = mapping.report && readText(mapping.report, reading);
  return {
    onto: {
      reference:
        mapping.followUp !== undefined
          ? readRequired(mapping.followUp, reading, "the id of a known follow-up")
          : readRequired(mapping.reference ?? { parts: [] }, reading, "the reference of a known recommendation"),
      ...(issuingBody ? { issuingBody } : {}),
      ...(report ? { report } : {}),
      addressees: mapping.addressees ? readTexts(mapping.addressees, reading) : [],
    },
    shows: shownTypesOf(mapping.entries, reading),
    entries: mapping.entries
      .map((each): AdditionEntry | undefined => {
        const entry = mapEntry(each, sourceOf(saidWith(each, reading)), reading);
        const id = entry && each.id && readText(each.id, reading);
        return entry && { ...entry, ...(id && { id }) };
      })
      .filter((entry) => entry !== undefined),
  };
}
