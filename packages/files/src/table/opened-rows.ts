import type { FileRow } from "@heed/core/mapping/reading/map-row";
import type { DaySystem } from "@heed/core/time/excel-day";

/** The columns of a file, and its rows. The caller must read all rows or call return(), or the file stays open. */
export type OpenedRows = {
  header: readonly string[];
  rows: AsyncGenerator<FileRow>;
  /** The name of a hidden sheet of a workbook. */
  hiddenSheet?: string;
  hiddenColumns?: readonly string[];
  /** How a workbook counts its days. */
  daySystem?: DaySystem;
  /** The text outside the rows: a cell above the header, a path of a JSON file, or the text of a Word file. */
  cellAbove?: (name: string) => string | undefined;
  valueAt?: (path: string) => string | undefined;
  textOutside?: string;
  /** Warnings about how the file as a whole was read. */
  fileNotes?: readonly string[];
};
