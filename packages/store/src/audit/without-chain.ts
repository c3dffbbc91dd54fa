import type { AuditedKind } from "./audited-kind.ts";

const noChain = (kind: AuditedKind, id: string) =>
  `NOT EXISTS (SELECT 1 FROM register_record c WHERE c.kind = '${kind}' AND c.thing_id = ${id})`;

/**
 * For each kind that must have a chain, the query for things without one. A published report and its recommendations
 * are one thing.
 */
export const withoutChain = {
  organization: `SELECT id FROM organization t WHERE ${noChain("organization", "t.id")}`,
  organizationChange: `SELECT id FROM organization_change t WHERE ${noChain("organizationChange", "t.id")}`,
  reportingCycle: `SELECT id FROM reporting_cycle t WHERE ${noChain("reportingCycle", "t.id")}`,
  link: `SELECT id FROM recommendation_link t WHERE ${noChain("link", "t.id")}`,
  levelOverride: `SELECT id FROM level_override t WHERE ${noChain("levelOverride", "t.id")}`,
  report: `SELECT id FROM report t WHERE t.status = 'draft' AND ${noChain("report", "t.id")}`,
  importedReport: `SELECT id FROM report t WHERE t.status <> 'draft' AND ${noChain("importedReport", "t.id")}
    AND (${noChain("report", "t.id")} OR EXISTS (SELECT 1 FROM recommendation r WHERE r.report_id = t.id
      AND ${noChain("recommendation", "r.id")}))`,
  recommendation: `SELECT t.id FROM recommendation t JOIN report p ON p.id = t.report_id
    WHERE ${noChain("recommendation", "t.id")} AND ${noChain("importedReport", "p.id")}`,
  importRun: `SELECT id FROM import_run t WHERE ${noChain("importRun", "t.id")}`,
  apiToken: `SELECT prefix AS id FROM api_token t WHERE ${noChain("apiToken", "t.prefix")}`,
  user: `SELECT id FROM user_account t WHERE ${noChain("user", "t.id")}`,
  actDraft: `SELECT id FROM act_draft t WHERE ${noChain("actDraft", "t.id")}`,
  collectedItem: `SELECT id FROM collected_item t WHERE ${noChain("collectedItem", "t.id")}`,
  reportSection: `SELECT id FROM report_section t WHERE ${noChain("reportSection", "t.id")}`,
  setting: `SELECT id FROM setting t WHERE ${noChain("setting", "t.id")}`,
} as const satisfies Partial<Record<AuditedKind, string>>;
