import type { SectionState } from "../report-section/report-section.ts";
import type { Id } from "../source.ts";

export type SectionFilter = {
  report?: readonly Id[];
  /** As written, or by its key: its own only among the sections of one report. */
  reference?: readonly string[];
  state?: readonly SectionState[];
};
