import type { ShownPeriod } from "@heed/core/mapping/reading/read-value";
import { getFormatDateInfo, getFormatFromId, isPercentFormat } from "numfmt";
import type { OfficeArchive } from "../office/office-archive.ts";
import { readWholeXml } from "../office/office-xml.ts";

/** What a person sees of a number: a day, the month or year in which that lies, or a percentage. */
export type ShownNumber = "day" | ShownPeriod | "percentage";

/**
 * The styles that show a number otherwise than as a number, by their place in the workbook's list, as cells refer to
 * them.
 */
export async function numberStyles(
  archive: OfficeArchive,
  part: string | undefined,
): Promise<ReadonlyMap<string, ShownNumber>> {
  const styles = new Map<string, ShownNumber>();
  if (part === undefined) return styles;
  const formats = new Map<string, string>();
  let within = false;
  let place = 0;
  await readWholeXml(archive, part, {
    open: (name, { numFmtId = "0", formatCode = "" }) => {
      if (name === "numFmt") formats.set(numFmtId, formatCode);
      if (name === "cellXfs") within = true;
      if (name !== "xf" || !within) return;
      const shown = shownBy(formats.get(numFmtId) ?? getFormatFromId(Number(numFmtId)));
      if (shown !== undefined) styles.set(String(place), shown);
      place += 1;
    },
    close: (name) => {
      if (name === "cellXfs") within = false;
    },
  });
  return styles;
}

/** A time of day alone is not a day; in mm:ss the m means minutes. */
function shownBy(format: string): ShownNumber | undefined {
  if (isPercentFormat(format)) return "percentage";
  const { year, month, day, hours, seconds } = getFormatDateInfo(format);
  if (day) return "day";
  if (hours || seconds) return year ? "day" : undefined;
  return month ? "month" : year ? "year" : undefined;
}
