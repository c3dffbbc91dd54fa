/** What became of the rows of a table. */
export type TakenCounts = { dryRun: boolean; added: number; corrected: number; unchanged: number };
