import type { FollowUp } from "@heed/core";
import { type FollowUpRow, followUpTable } from "../generated/tables.ts";
import { jsonText, readJsonText, withoutAbsent } from "./json-text.ts";
import { selected } from "./table.ts";

/** A follow-up without any act. */
export function followUpRow(followUp: FollowUp, recordedAt: string): Omit<FollowUpRow, "importKey" | "auditHead"> {
  const { id, recommendation, addressee, nameAtIssue, role, source } = followUp;
  return {
    id,
    recommendationId: recommendation,
    addresseeId: addressee,
    nameAtIssue: nameAtIssue ?? null,
    role,
    source: jsonText(source),
    version: 0,
    recordedAt,
  };
}

const read = ["id", "recommendationId", "addresseeId", "nameAtIssue", "role", "source"] as const;
export type StoredFollowUp = Pick<FollowUpRow, (typeof read)[number]>;

/** The columns that followUpOf() reads. */
export function followUpColumns(alias?: string): string {
  return selected(followUpTable, alias, read);
}

export function followUpOf(row: StoredFollowUp): FollowUp {
  return withoutAbsent({
    id: row.id,
    recommendation: row.recommendationId,
    addressee: row.addresseeId,
    nameAtIssue: row.nameAtIssue,
    role: row.role,
    source: readJsonText(row.source),
  }) as FollowUp;
}
