import { registerKinds } from "@heed/core/register/register-kinds";

/**
 * Everything with a chain of records besides the follow-ups: the things of the register, and those that no act on the
 * register makes. `importedReport` is a published report with its recommendations as imports left them. It has one
 * digest, so that an import of many recommendations writes few records.
 */
export const auditedKinds = [...registerKinds, "importedReport", "importRun", "apiToken", "user", "actDraft"] as const;

export type AuditedKind = (typeof auditedKinds)[number];
