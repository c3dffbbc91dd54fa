import type { Reader } from "../access/reader.ts";
import type { Block, DocumentLanguage, Section } from "../document/document.ts";
import type { TrackerReads } from "../read-models/tracker-store.ts";
import type { Report } from "../report/report.ts";
import type { Day } from "../time/day.ts";
import type { ReportWords } from "./report-words.ts";

/** What a block is answered from. */
export type BlockContext = {
  reads: TrackerReads;
  reader: Reader;
  report: Report;
  language: DocumentLanguage;
  words: ReportWords;
  /** The day that its answers are about. */
  day: Day;
  today: Day;
  /** A name that nothing else in the document has. */
  newId: (kind: string) => string;
};

/** What stands in the place of a block, and what stands below its section. */
export type Answered = { blocks: readonly Block[]; sections: readonly Section[] };
