import { type Entry, type EntryType, kindOf } from "../follow-up/entries/entry.ts";
import type { WorkbookAct } from "./columns/columns.ts";

/** What answers a row of a workbook. What may be hidden from some readers, a piece of evidence, is not among it. */
const answering: Readonly<Record<WorkbookAct, readonly EntryType[]>> = {
  respond: ["response"],
  update: ["progressUpdate", "claimWithdrawal"],
};

/** How many answers a row has had: entries are never taken away, so another number tells that somebody answered. */
export function answersTo(act: WorkbookAct, entries: readonly Entry[]): number {
  return entries.filter(({ type }) => answering[act].includes(type)).length;
}

/** How often the issuing body found or decided something. */
export function foundIn(entries: readonly Entry[]): number {
  const isSeen = ({ type }: Entry) => !["evidence", "retraction", "answerPublication"].includes(type);
  return entries.filter((entry) => kindOf(entry).side === "issuingBody" && isSeen(entry)).length;
}
