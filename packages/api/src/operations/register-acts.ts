import { Id } from "@heed/core";
import { type RegisterActName, registerActs } from "@heed/core/acts/acts";
import type { RegisterAct } from "@heed/core/register/register-act";
import type { RegisterKind } from "@heed/core/register/register-kinds";
import type { RegisterResult, RegisterThings } from "@heed/core/register/register-result";
import type { z } from "zod";
import { hrefOf, levelOverrideHref, linkHref } from "../contract/base-path.ts";
import { theCycle } from "../contract/named.ts";
import { type Operation, operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { warningsOf } from "../schemas/present.ts";
import {
  CollectedItemAnswer,
  DraftRecommendationAnswer,
  LevelOverrideAnswer,
  LinkAnswer,
  OrganizationAnswer,
  OrganizationChangeAnswer,
  RecommendationAnswer,
  ReportAnswer,
  ReportingCycleAnswer,
  ReportSectionAnswer,
  SettingChangeAnswer,
} from "../schemas/register.ts";

/** What an act on the register answers with. */
const answers = {
  report: ReportAnswer,
  draftRecommendation: DraftRecommendationAnswer,
  recommendation: RecommendationAnswer,
  link: LinkAnswer,
  levelOverride: LevelOverrideAnswer,
  reportingCycle: ReportingCycleAnswer,
  organization: OrganizationAnswer,
  organizationChange: OrganizationChangeAnswer,
  setting: SettingChangeAnswer,
  collectedItem: CollectedItemAnswer,
  reportSection: ReportSectionAnswer,
} as const satisfies Record<RegisterAct["makes"], z.ZodType>;

/** What belongs to the thing that an act is done on. */
const parts = {
  recommendation: Id.describe("The recommendation's id."),
  override: Id.describe("The override's id."),
  link: Id.describe("The link's id."),
};

function parametersIn(path: string) {
  if (path.includes("{recommendation}")) return idParameter.extend({ recommendation: parts.recommendation });
  if (path.includes("{link}")) return idParameter.extend({ link: parts.link });
  return path.includes("{override}") ? idParameter.extend({ override: parts.override }) : idParameter;
}

/**
 * Every act on the register as an operation. The recommendations of a draft are under their report and use the tag of
 * the report.
 */
export const registerOperations: readonly Operation[] = (
  Object.entries(registerActs) as [RegisterActName, RegisterAct][]
).map(
  ([
    act,
    {
      on,
      input,
      makes,
      operation: { creates, ...rest },
    },
  ]) =>
    operation({
      ...rest,
      ...(input && { input }),
      output: answers[makes],
      ...(creates && { creates }),
      tag: "register",
      ...(rest.path.includes("{") && { params: parametersIn(rest.path) }),
      secured: true,
      async handle({ reads, performRegister, ifMatch }, given, body) {
        const { id, recommendation, override, link } = given as { id?: Id } & { [Name in keyof typeof parts]?: Id };
        const part = recommendation ?? override ?? link;
        // A cycle is also named by its year.
        const thing = id !== undefined && on === "reportingCycle" ? await theCycle(reads, id) : id;
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
  collectedItem: "collectedItems",
  reportSection: "reportSections",
} as const;

function hrefOfDone({ kind, id, body }: RegisterResult): string {
  if (kind === "link") return linkHref(body.from, id);
  if (kind === "levelOverride") return levelOverrideHref(body.recommendation, id);
  return hrefOf(collections[kind], id);
}

/** The thing under the name of its kind. What identifies a frozen snapshot is for the audit alone. */
type Told<Kind extends RegisterKind> = ReturnType<typeof warningsOf> & { href: string; version?: number } & {
  [Name in Kind]: Omit<RegisterThings[Kind], "snapshot">;
};

function answerOf(done: RegisterResult) {
  const { kind, version, body, warnings } = done;
  const href = hrefOfDone(done);
  const { snapshot: _, ...thing } = body as { snapshot?: object };
  const told = { href, ...(version !== undefined && { version }), ...warningsOf(warnings), [kind]: thing };
  return { body: told as { [Kind in RegisterKind]: Told<Kind> }[RegisterKind], location: href };
}
