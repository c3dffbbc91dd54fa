import { registerKinds } from "@heed/core";

/**
 * All that has a chain of records, beside the follow-ups: the things of the register, and what no act on the register makes.
 * `importedReport` is a published report with its recommendations as imports left them: one digest for all of it, so that an
 * import of many recommendations writes few records.
 */
export const auditedKinds = [...registerKinds, "importedReport", "importRun", "apiToken"] as const;

export type AuditedKind = (typeof auditedKinds)[number];
