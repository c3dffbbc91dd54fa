import { randomUUID } from "node:crypto";
import { dayOf, type Id, type Instant, type Link, type Person, type Settings } from "@heed/core";
import { firstAllowed, requireActors } from "@heed/core/acting/person";
import { type RegisterActName, registerActs } from "@heed/core/acts/acts";
import type { WrittenDocument } from "@heed/core/register/freeze-report";
import type { RegisterResult } from "@heed/core/register/register-result";
import { withoutAbsent } from "@heed/core/without-absent";
import { type KeyedRequest, performOnce } from "../acts/perform-once.ts";
import { lockAuditExclusively } from "../audit/audit-lock.ts";
import type { Database, Sql } from "../connection/sql.ts";
import type { ExpectedVersion } from "../entries/expected-version.ts";
import { loadPrisma, type PrismaTransaction, throughPrisma } from "../prisma/prisma-client.ts";
import { requireSettings } from "../settings/setting-rows.ts";
import { inUtc } from "../tables/entry-rows.ts";
import {
  actAddErratum,
  actChangeCycle,
  actCloseCycle,
  actOpenCycle,
  actPublishCycle,
  actSelectForAssessment,
} from "./act-on-cycle.ts";
import { actAddRecommendation, actChangeRecommendation, actRemoveRecommendation } from "./act-on-draft.ts";
import { actAddReportErratum, actFreezeReport } from "./act-on-frozen.ts";
import { actAddItem, actCorrectItem, actEraseItem, actWithdrawItem } from "./act-on-item.ts";
import { actOverrideLevel, actWithdrawLevelOverride } from "./act-on-level.ts";
import { actAddOrganization, actChangeOrganizations, actCorrectOrganization } from "./act-on-organizations.ts";
import { actAddGround, actCorrectRecommendation, actLink, actWithdrawLink } from "./act-on-recommendation.ts";
import { actChangeReport, actDiscard, actDraftReport, actPublish } from "./act-on-report.ts";
import { actAddSection, actCorrectSection, actWithdrawSection } from "./act-on-section.ts";
import { actChangeSettings } from "./act-on-settings.ts";
import { purged } from "./purged.ts";
import { requireOwn } from "./require-own.ts";
import type { RunningAct } from "./running-act.ts";

export type RegisterActRequest = {
  act: RegisterActName;
  /** The report, recommendation or cycle that the act is done on; absent when it creates one. */
  thing?: Id;
  /** What belongs to it: the recommendation of a draft, the override or a link of a recommendation. */
  part?: Id;
  /** As it was received; the act's own schema parses it. */
  input?: unknown;
  /** The documents of a report that is frozen: they are written before, because writing takes long and the act holds a lock. */
  written?: readonly WrittenDocument[];
  person: Person;
  /** The account of the operating system, or of the service (R57). */
  systemUser: string;
  at: Instant;
  expectedVersion?: ExpectedVersion;
  settings: Settings;
  newId: () => Id;
  /** A repeat of the same request gets the first answer and performs nothing. */
  request?: KeyedRequest;
};

/** Who performs acts, when, and by which settings. */
export type PerformingActs = Pick<RegisterActRequest, "person" | "systemUser" | "at" | "settings" | "newId">;
type OneAct = Omit<RegisterActRequest, keyof PerformingActs>;
type Trying = {
  /** All is done, and nothing of it is kept. */
  dryRun?: boolean;
  /** The error to throw for what refuses the act at a place of the list. */
  told?: (error: unknown, place: number) => unknown;
};

/**
 * Performs an act on the register: core decides on the current state, and the result is written with its record and the
 * projections that it affects, in one transaction that no other act shares, because such acts are few and may affect
 * many follow-ups. Errors: notFound, versionConflict, idempotencyKeyReused, duplicateReference, unknownOrganization,
 * invalidStateTransition, reportingCycleClosed, missingPermission, invalidInput, unknownInput.
 */
export async function performRegisterAct(
  database: Database,
  { act, thing, part, input, written, expectedVersion, request, ...performing }: RegisterActRequest,
): Promise<RegisterResult> {
  const one = withoutAbsent({ act, thing, part, input, written, expectedVersion, request }) as OneAct;
  const [done] = await performTogether(database, [one], performing);
  return done as RegisterResult;
}

/** Performs acts on the register in their order, all or none; each once where it has a request of its own. Errors: those of the first that is refused, as `told` tells them. */
export async function performRegisterActs(
  database: Database,
  acts: readonly OneAct[],
  performing: PerformingActs,
  trying: Trying = {},
): Promise<readonly RegisterResult[]> {
  return acts.length === 0 ? [] : performTogether(database, acts, performing, trying);
}

/** Ends a transaction of which nothing is to be kept. */
class OnlyTried extends Error {}

async function performTogether(
  database: Database,
  acts: readonly OneAct[],
  { person, systemUser, at, settings, newId }: PerformingActs,
  { dryRun = false, told = (error) => error }: Trying = {},
): Promise<readonly RegisterResult[]> {
  // Checked before anything is looked up, so that actors without permission learn nothing of what exists (R58).
  const permitted = acts.map((one) => ({ one, actors: requireActors(person, one.act, registerActs[one.act].roles) }));
  const today = dayOf(settings, at);
  const reader = { rights: person.rights, today };
  const perform = async (
    sql: Sql,
    prisma: PrismaTransaction,
    { one, actors }: (typeof permitted)[number],
  ): Promise<RegisterResult> => {
    const { act, thing = "", part = "", input = {}, written = [], expectedVersion, request } = one;
    // Whoever takes a link back needs what whoever makes it needs, on both its ends.
    const about = act === "withdrawLink" ? await readLink(sql, part) : input;
    const running = await firstAllowed(actors, async (actor) => {
      const own: RunningAct = {
        sql,
        prisma,
        context: { actor, at: inUtc(at), today, newId },
        act: { at: inUtc(at), actor: actor.name, systemUser, action: act, actId: randomUUID() },
        settings,
        input,
        written,
        expectedVersion,
        reader,
      };
      await requireOwn({ ...own, input: about }, act, thing, reader);
      return own;
    });
    return performOnce(sql, person.id, request, at, () => performer[act](running, thing, part));
  };
  // Before anybody is kept waiting by a lock.
  await loadPrisma(database.dialect);
  let all: readonly RegisterResult[] = [];
  const performAll = (sql: Sql) =>
    throughPrisma(sql, async (prisma) => {
      const done: RegisterResult[] = [];
      for (const [place, one] of permitted.entries())
        done.push(
          await perform(sql, prisma, one).catch((error) => {
            throw told(error, place);
          }),
        );
      return done;
    });
  await database
    .transaction(async (sql) => {
      await lockAuditExclusively(sql);
      await requireSettings(sql, settings);
      all = await performAll(sql);
      if (dryRun) throw new OnlyTried();
    })
    .catch((error) => {
      if (!(error instanceof OnlyTried)) throw error;
    });
  if (dryRun) return all;
  return acts.some(({ act }) => act === "eraseItem") ? purged(database, all) : all;
}

async function readLink(sql: Sql, id: Id): Promise<Link | undefined> {
  const [row] = await sql.all<{ body: string }>("SELECT body FROM recommendation_link WHERE id = ?", [id]);
  return row && JSON.parse(row.body);
}

const performer: Record<RegisterActName, (running: RunningAct, thing: Id, part: Id) => Promise<RegisterResult>> = {
  draftReport: actDraftReport,
  changeReport: actChangeReport,
  addRecommendation: actAddRecommendation,
  changeRecommendation: actChangeRecommendation,
  removeRecommendation: actRemoveRecommendation,
  publish: actPublish,
  discard: actDiscard,
  freezeReport: actFreezeReport,
  addReportErratum: actAddReportErratum,
  correctRecommendation: actCorrectRecommendation,
  link: actLink,
  addGround: actAddGround,
  withdrawLink: actWithdrawLink,
  overrideLevel: actOverrideLevel,
  withdrawLevelOverride: actWithdrawLevelOverride,
  openCycle: actOpenCycle,
  changeCycle: actChangeCycle,
  selectForAssessment: actSelectForAssessment,
  publishCycle: actPublishCycle,
  closeCycle: actCloseCycle,
  addErratum: actAddErratum,
  addOrganization: actAddOrganization,
  correctOrganization: actCorrectOrganization,
  changeOrganizations: actChangeOrganizations,
  changeSettings: actChangeSettings,
  addItem: actAddItem,
  correctItem: actCorrectItem,
  withdrawItem: actWithdrawItem,
  eraseItem: actEraseItem,
  addSection: actAddSection,
  correctSection: actCorrectSection,
  withdrawSection: actWithdrawSection,
};
