import { differences } from "@heed/core/import/differences";

const shownDifferences = 3;

/** The first differences, to follow what is said of the things; nothing where they differ only in notation. */
export function differencesText(known: object, given: object): string {
  const all = differences(known, given);
  if (all.length === 0) return "";
  const more = all.length > shownDifferences ? `; and ${all.length - shownDifferences} more` : "";
  return `: ${all.slice(0, shownDifferences).join("; ")}${more}`;
}
