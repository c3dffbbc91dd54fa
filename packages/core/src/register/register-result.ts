import type { CollectedItem } from "../collected-item/collected-item.ts";
import type { ReportingCycle } from "../cycle/reporting-cycle.ts";
import type { Issue } from "../domain-error.ts";
import type { Organization } from "../organization/organization.ts";
import type { OrganizationChange } from "../organization/organization-change.ts";
import type { Link } from "../recommendation/link.ts";
import type { Recommendation } from "../recommendation/recommendation.ts";
import type { LevelOverride } from "../recommendation-standing/level-override.ts";
import type { Report } from "../report/report.ts";
import type { ReportSection } from "../report-section/report-section.ts";
import type { SettingChange } from "../settings/settings.ts";
import type { Id } from "../source.ts";
import type { DraftRecommendation } from "./draft.ts";
import type { RegisterKind } from "./register-kinds.ts";

/** What a thing of each kind is after an act on it. */
export type RegisterThings = {
  report: Report;
  recommendation: Recommendation | DraftRecommendation;
  /** With what identifies its frozen snapshot, once it is closed. */
  reportingCycle: ReportingCycle & { snapshot?: object };
  organization: Organization;
  organizationChange: OrganizationChange;
  link: Link;
  levelOverride: LevelOverride;
  setting: SettingChange;
  collectedItem: CollectedItem;
  reportSection: ReportSection;
};

/** What an act created or changed, as it is now. */
export type RegisterResultOf<Kind extends RegisterKind> = {
  kind: Kind;
  id: Id;
  /** For the next write; absent for things that are written only once. */
  version?: number;
  body: RegisterThings[Kind];
  /** What an editor should look at; a warning refuses nothing. */
  warnings: readonly Issue[];
};
export type RegisterResult = { [Kind in RegisterKind]: RegisterResultOf<Kind> }[RegisterKind];
