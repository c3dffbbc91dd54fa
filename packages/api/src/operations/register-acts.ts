import { Id, type Link } from "@heed/core";
import type { LevelOverride } from "@heed/core/recommendation-standing/level-override";
import { RecommendationChanges, ReportChanges } from "@heed/core/register/correct";
import {
  NewCycleClosure,
  NewCyclePublication,
  NewErratum,
  NewReportingCycle,
  NewSelection,
  ReportingCycleChanges,
} from "@heed/core/register/cycle";
import { DraftRecommendationChanges, NewRecommendation, NewReport } from "@heed/core/register/draft";
import { NewLevelOverride, NewLevelOverrideWithdrawal } from "@heed/core/register/level-override";
import { NewLink } from "@heed/core/register/link";
import { NewOrganization, NewOrganizationChange } from "@heed/core/register/organizations";
import { NewPublication } from "@heed/core/register/publish";
import type { RegisterActName, RegisterResult } from "@heed/core/register/register-act";
import { NewSettingChange } from "@heed/core/register/settings";
import type { z } from "zod";
import { hrefOf, levelOverrideHref, linkHref } from "../contract/base-path.ts";
import { theCycle } from "../contract/named.ts";
import { type Answer, type Operation, operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import {
  DraftRecommendationAnswer,
  LevelOverrideAnswer,
  LinkAnswer,
  OrganizationAnswer,
  OrganizationChangeAnswer,
  RecommendationAnswer,
  ReportAnswer,
  ReportingCycleAnswer,
  SettingChangeAnswer,
} from "../schemas/register.ts";

type RegisterOperation = {
  id: string;
  act: RegisterActName;
  method: "post" | "patch" | "delete";
  path: string;
  summary: string;
  input?: z.ZodType;
  output: z.ZodType;
  /** It creates something, so there is nothing that If-Match could name. */
  creates?: true;
};

const draftRecommendation = "/reports/{id}/recommendations/{recommendation}";

/**
 * Every act on the register as an operation. The recommendations of a draft are under their report and use the tag of
 * the report.
 */
const all: readonly RegisterOperation[] = [
  {
    id: "draftReport",
    act: "draftReport",
    method: "post",
    path: "/reports",
    summary: "A new report as a draft, visible only to those with the right to see it",
    input: NewReport,
    output: ReportAnswer,
    creates: true,
  },
  {
    id: "changeReport",
    act: "changeReport",
    method: "patch",
    path: "/reports/{id}",
    summary: "A draft is changed; a published report is corrected by a new version that keeps the old one",
    input: ReportChanges,
    output: ReportAnswer,
  },
  {
    id: "publishReport",
    act: "publish",
    method: "post",
    path: "/reports/{id}/publications",
    summary: "The draft becomes public, and its follow-ups open",
    input: NewPublication,
    output: ReportAnswer,
  },
  {
    id: "discardReport",
    act: "discard",
    method: "delete",
    path: "/reports/{id}",
    summary: "A draft is discarded; nothing of it was ever public",
    output: ReportAnswer,
  },
  {
    id: "addRecommendation",
    act: "addRecommendation",
    method: "post",
    path: "/reports/{id}/recommendations",
    summary: "A recommendation of the draft, with its addressees",
    input: NewRecommendation,
    output: DraftRecommendationAnswer,
  },
  {
    id: "changeRecommendation",
    act: "changeRecommendation",
    method: "patch",
    path: draftRecommendation,
    summary: "A recommendation of the draft; its addressees are replaced as a list",
    input: DraftRecommendationChanges,
    output: DraftRecommendationAnswer,
  },
  {
    id: "removeRecommendation",
    act: "removeRecommendation",
    method: "delete",
    path: draftRecommendation,
    summary: "A recommendation is removed from the draft",
    output: DraftRecommendationAnswer,
  },
  {
    id: "correctRecommendation",
    act: "correctRecommendation",
    method: "patch",
    path: "/recommendations/{id}",
    summary: "A published recommendation is corrected by a new version that keeps the old one",
    input: RecommendationChanges,
    output: RecommendationAnswer,
  },
  {
    id: "linkRecommendation",
    act: "link",
    method: "post",
    path: "/recommendations/{id}/links",
    summary: "Link it to another recommendation, usually an older one",
    input: NewLink,
    output: LinkAnswer,
    creates: true,
  },
  {
    id: "overrideLevel",
    act: "overrideLevel",
    method: "post",
    path: "/recommendations/{id}/levelOverrides",
    summary:
      "The issuing body puts a recommendation with parts at another level than the lowest of them, with its reason",
    input: NewLevelOverride,
    output: LevelOverrideAnswer,
    creates: true,
  },
  {
    id: "withdrawLevelOverride",
    act: "withdrawLevelOverride",
    method: "post",
    path: "/recommendations/{id}/levelOverrides/{override}/withdrawals",
    summary: "The issuing body takes an override back: from that day the lowest of the parts holds again",
    input: NewLevelOverrideWithdrawal,
    output: LevelOverrideAnswer,
    creates: true,
  },
  {
    id: "openReportingCycle",
    act: "openCycle",
    method: "post",
    path: "/reportingCycles",
    summary: "A new cycle: updates and assessments are due by its days",
    input: NewReportingCycle,
    output: ReportingCycleAnswer,
    creates: true,
  },
  {
    id: "changeReportingCycle",
    act: "changeCycle",
    method: "patch",
    path: "/reportingCycles/{id}",
    summary: "Change the days of an open cycle",
    input: ReportingCycleChanges,
    output: ReportingCycleAnswer,
  },
  {
    id: "selectForAssessment",
    act: "selectForAssessment",
    method: "post",
    path: "/reportingCycles/{id}/selections",
    summary: "What the cycle has the issuing body assess beside claims, by its day for assessments",
    input: NewSelection,
    output: ReportingCycleAnswer,
  },
  {
    id: "publishReportingCycle",
    act: "publishCycle",
    method: "post",
    path: "/reportingCycles/{id}/publications",
    summary: "The findings of the cycle were published",
    input: NewCyclePublication,
    output: ReportingCycleAnswer,
  },
  {
    id: "closeReportingCycle",
    act: "closeCycle",
    method: "post",
    path: "/reportingCycles/{id}/closures",
    summary: "Close the cycle, with a frozen snapshot of how each follow-up stood",
    input: NewCycleClosure,
    output: ReportingCycleAnswer,
  },
  {
    id: "addErratum",
    act: "addErratum",
    method: "post",
    path: "/reportingCycles/{id}/errata",
    summary: "Add an error that was found later; the snapshot itself stays",
    input: NewErratum,
    output: ReportingCycleAnswer,
  },
  {
    id: "addOrganization",
    act: "addOrganization",
    method: "post",
    path: "/organizations",
    summary: "A new organization",
    input: NewOrganization,
    output: OrganizationAnswer,
    creates: true,
  },
  {
    id: "changeOrganizations",
    act: "changeOrganizations",
    method: "post",
    path: "/organizationChanges",
    summary: "A change of organizations; follow-ups move to the successor from its day",
    input: NewOrganizationChange,
    output: OrganizationChangeAnswer,
    creates: true,
  },
  {
    id: "changeSettings",
    act: "changeSettings",
    method: "post",
    path: "/settingChanges",
    summary: "Change the settings from a day on; periods that began before keep their dates",
    input: NewSettingChange,
    output: SettingChangeAnswer,
    creates: true,
  },
];

/** What belongs to the thing that an act is done on. */
const parts = {
  recommendation: Id.describe("The recommendation's id."),
  override: Id.describe("The override's id."),
};

function parametersIn(path: string) {
  if (path.includes("{recommendation}")) return idParameter.extend({ recommendation: parts.recommendation });
  return path.includes("{override}") ? idParameter.extend({ override: parts.override }) : idParameter;
}

export const registerOperations: readonly Operation[] = all.map(({ act, creates, ...rest }) =>
  operation({
    ...rest,
    ...(creates && { creates }),
    tag: "register",
    ...(rest.path.includes("{") && { params: parametersIn(rest.path) }),
    secured: true,
    async handle({ reads, performRegister, ifMatch }, given, body) {
      const { id, recommendation, override } = given as { id?: Id; recommendation?: Id; override?: Id };
      const part = recommendation ?? override;
      const thing = id !== undefined && rest.path.startsWith("/reportingCycles/") ? await theCycle(reads, id) : id;
      return answerOf(
        await performRegister({
          act,
          ...(thing && { thing }),
          ...(part && { part }),
          input: body,
          ...(!creates && ifMatch !== undefined && { expectedVersion: ifMatch }),
        }),
      );
    },
  }),
);

const collections = {
  report: "reports",
  recommendation: "recommendations",
  reportingCycle: "reportingCycles",
  organization: "organizations",
  organizationChange: "organizationChanges",
  setting: "settingChanges",
} as const;

function hrefOfDone({ kind, id, body }: RegisterResult): string {
  if (kind === "link") return linkHref((body as Link).from, id);
  if (kind === "levelOverride") return levelOverrideHref((body as LevelOverride).recommendation, id);
  return hrefOf(collections[kind], id);
}

function answerOf(done: RegisterResult): Answer {
  const { kind, version, body, warnings } = done;
  const href = hrefOfDone(done);
  const { snapshot: _, ...thing } = body as { snapshot?: unknown };
  return {
    body: {
      href,
      ...(version !== undefined && { version }),
      ...(warnings.length > 0 && { warnings }),
      [kind]: thing,
    },
    location: href,
  };
}
