/**
 * What a program needs that asks how follow-ups stand: the record and its parts, the questions, what may be done. The rest is
 * found under the name of its file, such as `@heed/core/time/public-holidays`.
 */
export { publicReader, type Reader, readerAs } from "./access/reader.ts";
export type { ActionRule } from "./acting/action-rule.ts";
export type { Actor } from "./acting/actor.ts";
export { type Person, personAs } from "./acting/person.ts";
export type { ActContext } from "./acts/act.ts";
export { type Action, actions } from "./acts/actions.ts";
export { type ActName, acts } from "./acts/acts.ts";
export { decideAct } from "./acts/decide-act.ts";
export { Erratum, ReportingCycle } from "./cycle/reporting-cycle.ts";
export { DomainError, type ErrorCode, type Issue } from "./domain-error.ts";
export { AskingHistory, FollowUpCase, NewerFollowUp, Replacement } from "./follow-up/case/case.ts";
export { Entry } from "./follow-up/entries/entry.ts";
export { Evidence } from "./follow-up/entries/evidence.ts";
export { withoutConfidential } from "./follow-up/entries/without-confidential.ts";
export { FollowUp, Role } from "./follow-up/follow-up.ts";
export {
  AssessedLevel,
  ClosureReason,
  Level,
  Lifecycle,
  OverdueKind,
  Position,
  ReportedLevel,
  Timeliness,
} from "./follow-up/levels.ts";
export { Reason, type ReasonCode } from "./follow-up/reason.ts";
export { Obligation } from "./follow-up/replay/obligation.ts";

export { Standing } from "./follow-up/standing/four-answers.ts";
export { ObligationOnDay } from "./follow-up/standing/obligation-on-day.ts";
export { Responsible } from "./follow-up/standing/responsible.ts";
export { overdueObligations, standing } from "./follow-up/standing/standing.ts";
export { type YearLevels, yearLevels } from "./follow-up/standing/year-levels.ts";
export { Language, LocalizedText, textIn } from "./localized-text.ts";
export { existsOn, Organization, OrganizationLevel } from "./organization/organization.ts";
export { OrganizationChange, OrganizationChangeType } from "./organization/organization-change.ts";
export { responsibleOn, type SuccessorDecision, successionOf } from "./organization/succession.ts";
export { GroupProgress, type ProgressCell, progressOf, Rate } from "./progress/progress.ts";
export { Link, LinkType } from "./recommendation/link.ts";
export { Recommendation } from "./recommendation/recommendation.ts";
export {
  type LeafStanding,
  RecommendationStanding,
  recommendationStanding,
} from "./recommendation-standing/recommendation-standing.ts";
export { casesOf } from "./record/cases-of-record.ts";
export { RecordFile } from "./record/record.ts";
export { refData } from "./ref-data/labels.ts";
export { PeriodStart, Report, ResponsePeriod } from "./report/report.ts";
export {
  dayOf,
  defaultSettings,
  SettingChange,
  type Settings,
  SettingValues,
  settingsOf,
  settingsOn,
} from "./settings/settings.ts";
export { Id, Instant, Source } from "./source.ts";
export { type AgeingBucket, ageingBucket } from "./time/ageing.ts";
export { addDays, addMonths, Day, daysBetween, Year } from "./time/day.ts";
export { DueDate, Precision } from "./time/due-date.ts";
export { endOfPeriod, isWorkingDay, Period, PeriodRules } from "./time/period.ts";
export { dateText } from "./time/shown-date.ts";
export { readVagueDate } from "./time/vague-date.ts";
export { explain } from "./wording/explain.ts";
