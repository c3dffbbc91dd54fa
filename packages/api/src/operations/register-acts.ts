import {
  DraftRecommendationChanges,
  Id,
  type LevelOverride,
  type Link,
  NewCycleClosure,
  NewCyclePublication,
  NewErratum,
  NewLevelOverride,
  NewLevelOverrideWithdrawal,
  NewLink,
  NewOrganization,
  NewOrganizationChange,
  NewPublication,
  NewRecommendation,
  NewReport,
  NewReportingCycle,
  NewSelection,
  NewSettingChange,
  RecommendationChanges,
  type RegisterActName,
  type RegisterDone,
  ReportChanges,
  ReportingCycleChanges,
} from "@heed/core";
import type { z } from "zod";
import { hrefOf, levelOverrideHref, linkHref } from "../base-path.ts";
import { theCycle } from "../named.ts";
import { type Answer, type Operation, operation } from "../operation.ts";
import { idParameter } from "../schemas/parameters.ts";
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
    summary: "A new report as a draft, which nobody without the right sees",
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
    summary: "A recommendation is taken out of the draft",
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
    summary: "How it stands to another, mostly an older one",
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
    summary: "A new round: updates and assessments are owed by its days",
    input: NewReportingCycle,
    output: ReportingCycleAnswer,
    creates: true,
  },
  {
    id: "changeReportingCycle",
    act: "changeCycle",
    method: "patch",
    path: "/reportingCycles/{id}",
    summary: "The days of a round that is open",
    input: ReportingCycleChanges,
    output: ReportingCycleAnswer,
  },
  {
    id: "selectForAssessment",
    act: "selectForAssessment",
    method: "post",
    path: "/reportingCycles/{id}/selections",
    summary: "What the round has the issuing body assess beside claims, by its day for assessments",
    input: NewSelection,
    output: ReportingCycleAnswer,
  },
  {
    id: "publishReportingCycle",
    act: "publishCycle",
    method: "post",
    path: "/reportingCycles/{id}/publications",
    summary: "What the round found was published",
    input: NewCyclePublication,
    output: ReportingCycleAnswer,
  },
  {
    id: "closeReportingCycle",
    act: "closeCycle",
    method: "post",
    path: "/reportingCycles/{id}/closures",
    summary: "The round is closed, with a frozen snapshot of how each follow-up stood",
    input: NewCycleClosure,
    output: ReportingCycleAnswer,
  },
  {
    id: "addErratum",
    act: "addErratum",
    method: "post",
    path: "/reportingCycles/{id}/errata",
    summary: "What was found wrong later stands beside the snapshot, which stays",
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
    summary: "What turns organizations into others; follow-ups move to the successor from that day",
    input: NewOrganizationChange,
    output: OrganizationChangeAnswer,
    creates: true,
  },
  {
    id: "changeSettings",
    act: "changeSettings",
    method: "post",
    path: "/settingChanges",
    summary: "What the rules leave to the installation changes from a day on; periods begun before run as they did",
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

function hrefOfDone({ kind, id, body }: RegisterDone): string {
  if (kind === "link") return linkHref((body as Link).from, id);
  if (kind === "levelOverride") return levelOverrideHref((body as LevelOverride).recommendation, id);
  return hrefOf(collections[kind], id);
}

function answerOf(done: RegisterDone): Answer {
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
