import type { Entry } from "@heed/core";
import { insertWhatEntriesName } from "../../files/files-of-entries.ts";
import { followUpTable } from "../../generated/tables.ts";
import { insertEntries } from "../../tables/entry-rows.ts";
import { followUpRow } from "../../tables/follow-up-rows.ts";
import { insertInto } from "../../tables/table.ts";
import { comparedOf, keptRows } from "./kept.ts";
import { newEntries } from "./new-entries.ts";
import { newOf } from "./new-of.ts";
import type { RecordIntake } from "./record-intake.ts";
import { requireKnown } from "./require-known.ts";
import { requireOnePerAddressee } from "./require-one-per-addressee.ts";
import { warnOfGivenAfterImport } from "./warn-of-given-after-import.ts";
import { warnOfGivenBeforeReport } from "./warn-of-given-before-report.ts";
import { warnOfMissingAddressees } from "./warn-of-missing-addressees.ts";

/** Imports follow-ups with their entries; a known follow-up gets the entries that are new. */
export async function importFollowUps(intake: RecordIntake): Promise<void> {
  const { sql, moments, touched } = intake;
  const { followUps, recommendations, organizations } = intake.record;
  await requireKnown(intake, "followUps", followUps, "recommendation", "recommendation", recommendations);
  await requireKnown(intake, "followUps", followUps, "addressee", "organization", organizations);
  await requireOnePerAddressee(intake);
  const plain = followUps.map(({ entries: _, ...followUp }) => followUp);
  const added = await newOf(
    intake,
    "followUps",
    plain,
    (ids) => keptRows(sql, followUpTable, ids),
    (each) => comparedOf(followUpRow(each, "")),
  );
  const entries = await newEntries(intake);
  if (intake.isRefused) return;
  intake.created.followUps = await insertInto(
    sql,
    followUpTable,
    added.map((each) => followUpRow(each, moments.ofFollowUp(each))),
  );
  intake.created.entries = await insertEntries(sql, entries);
  await insertWhatEntriesName(
    sql,
    entries.map(({ entry }) => entry),
  );
  await warnOfMissingAddressees(intake, added);
  warnOfGivenAfterImport(intake, entries);
  await warnOfGivenBeforeReport(intake, entries);
  for (const { id } of added) touched.touch(id);
  for (const { followUp, entry } of entries) touched.touch(followUp, isConfidential(entry));
}

/** Evidence that is hidden from others completely. */
function isConfidential(entry: Entry): boolean {
  return entry.type === "evidence" && entry.evidence.every(({ confidential }) => confidential);
}
