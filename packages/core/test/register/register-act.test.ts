import { describe, expect, test } from "vitest";
import type { ActionRole } from "../../src/acting/action-rule.ts";
import { type RegisterActName, registerActs } from "../../src/acts/acts.ts";
import { DomainError, Recommendation, Report, ReportingCycle } from "../../src/index.ts";
import { addErratum } from "../../src/register/add-erratum.ts";
import { addGround } from "../../src/register/add-ground.ts";
import { addItem } from "../../src/register/add-item.ts";
import { addOrganization } from "../../src/register/add-organization.ts";
import { addRecommendation } from "../../src/register/add-recommendation.ts";
import { addReportErratum } from "../../src/register/add-report-erratum.ts";
import { addSection } from "../../src/register/add-section.ts";
import { changeCycle } from "../../src/register/change-cycle.ts";
import { changeOrganizations } from "../../src/register/change-organizations.ts";
import { changeRecommendation } from "../../src/register/change-recommendation.ts";
import { changeReport } from "../../src/register/change-report.ts";
import { changeSettings } from "../../src/register/change-settings.ts";
import { closeCycle } from "../../src/register/close-cycle.ts";
import { correctItem } from "../../src/register/correct-item.ts";
import { correctOrganization } from "../../src/register/correct-organization.ts";
import { correctRecommendation } from "../../src/register/correct-recommendation.ts";
import { correctSection } from "../../src/register/correct-section.ts";
import { discard } from "../../src/register/discard.ts";
import type { Draft } from "../../src/register/draft.ts";
import { draftReport } from "../../src/register/draft-report.ts";
import { eraseItem } from "../../src/register/erase-item.ts";
import { freezeReport } from "../../src/register/freeze-report.ts";
import type { Overriding } from "../../src/register/level-override.ts";
import { link } from "../../src/register/link.ts";
import { openCycle } from "../../src/register/open-cycle.ts";
import { overrideLevel } from "../../src/register/override-level.ts";
import { publish } from "../../src/register/publish.ts";
import { publishCycle } from "../../src/register/publish-cycle.ts";
import type { RegisterAct, RegisterContext, RegisterState } from "../../src/register/register-act.ts";
import { removeRecommendation } from "../../src/register/remove-recommendation.ts";
import { selectForAssessment } from "../../src/register/select-for-assessment.ts";
import { withdrawItem } from "../../src/register/withdraw-item.ts";
import { withdrawLevelOverride } from "../../src/register/withdraw-level-override.ts";
import { withdrawLink } from "../../src/register/withdraw-link.ts";
import { withdrawSection } from "../../src/register/withdraw-section.ts";
import { ReportSection } from "../../src/report-section/report-section.ts";

const today = "2024-06-03";
const roles: readonly ActionRole[] = ["respondent", "editor", "assessor"];
const days = { opensOn: "2024-01-10", updatesDueOn: "2024-03-31", assessmentsDueOn: "2024-06-30" };

function draftIn(state: RegisterState): Draft {
  const report = Report.parse({
    id: "r",
    reference: "2023",
    issuingBody: "centre",
    reportingYear: 2023,
    ...(state === "draft" ? { status: "draft" } : { publishedOn: "2024-05-01" }),
  });
  const recommendation = Recommendation.parse({ id: "rec", report: "r", reference: "2023-1" });
  return { report, recommendations: [{ ...recommendation, followUps: [] }] };
}

const cycleIn = (state: RegisterState) =>
  ReportingCycle.parse({
    id: "c",
    issuingBody: "centre",
    year: 2023,
    ...days,
    ...(state === "closed" && { closedOn: "2024-05-31" }),
  });

const reason = { en: "What is missing weighs little." };

/** A recommendation with parts, and an override in force. */
function overriding(state: RegisterState): Overriding {
  const set = { id: "o", recommendation: "rec", level: "underWay", on: "2024-05-02", reason } as const;
  return {
    ...{ id: "rec", organization: "centre", recommendation: { reference: "2023-1" }, hasParts: true },
    report: draftIn(state).report,
    overrides: [{ ...set, recordedAt: "2024-05-02T08:00:00Z" }],
  };
}

const item = {
  ...({ kind: "focus", issuingBody: "centre", reference: "FOCUS-2023", title: { en: "Debts" } } as const),
  content: { method: "files read" },
};

const section = ReportSection.parse({
  ...{ id: "s", report: "report", reference: "case-law", position: 1, title: { en: "Case law" } },
  authenticLanguage: "en",
});

const frozen = { on: "2024-05-02", recordedAt: "2024-05-02T08:00:00Z", actor: "E. Maes", documents: [] };

/** Every act on the register with a valid input, on something in a state. */
const attempts: Record<RegisterActName, (context: RegisterContext, state: RegisterState) => unknown> = {
  draftReport: (context) => draftReport(context, { reference: "2024", issuingBody: "centre", reportingYear: 2024 }),
  changeReport: (context, state) => changeReport(context, draftIn(state), { title: { en: "On 2023" } }),
  publish: (context, state) => publish(context, draftIn(state), { publishedOn: "2024-05-01" }),
  discard: (context, state) => discard(context, draftIn(state)) ?? {},
  freezeReport: (context, state) => freezeReport(context, draftIn(state).report, {}, []),
  addReportErratum: (context, state) =>
    addReportErratum(context, { ...draftIn(state).report, frozen }, { text: "Rather 12." }),
  addRecommendation: (context, state) => addRecommendation(context, draftIn(state), { reference: "2023-2" }),
  changeRecommendation: (context, state) =>
    changeRecommendation(context, draftIn(state), "rec", { addressees: [{ organization: "justice" }] }),
  removeRecommendation: (context, state) => removeRecommendation(context, draftIn(state), "rec"),
  correctRecommendation: (context, state) => {
    const { report, recommendations } = draftIn(state);
    const { followUps: _, ...recommendation } = recommendations[0] as Draft["recommendations"][number];
    return correctRecommendation(context, { report, recommendation }, { text: { en: "Train them." } });
  },
  overrideLevel: (context, state) => overrideLevel(context, overriding(state), { level: "underWay", reason }),
  withdrawLevelOverride: (context, state) => withdrawLevelOverride(context, overriding(state), "o", { reason }),
  link: (context, state) => {
    const { report } = draftIn(state);
    const older = {
      recommendation: { id: "old", reference: "2020-1" },
      report: { ...report, publishedOn: "2021-05-01" },
    };
    return link(context, { recommendation: { id: "rec", reference: "2023-1" }, report }, older, {
      type: "repeats",
      to: "old",
    });
  },
  addGround: (context, state) =>
    addGround(
      context,
      { recommendation: { id: "rec" }, report: draftIn(state).report },
      { item: { ...item, id: "i", year: 2023, themes: [], confidential: false } },
      { item: "i" },
    ),
  withdrawLink: (context, state) =>
    withdrawLink(
      context,
      {
        ...draftIn(state),
        link: {
          ...{ id: "l", type: "restsOn", from: "rec", item: "i" },
          ...{ on: "2024-05-01", recordedAt: "2024-05-01T08:00:00Z" },
        },
      },
      { reason: "It asks something else." },
    ),
  addItem: (context) => addItem(context, { ...item, year: 2023 }),
  correctItem: (context) =>
    correctItem(context, { ...item, id: "i", year: 2023, themes: [], confidential: false }, { year: 2022 }),
  withdrawItem: (context) =>
    withdrawItem(
      context,
      { ...item, id: "i", year: 2023, themes: [], confidential: false },
      { reason: "Another case." },
    ),
  eraseItem: (context) =>
    eraseItem(context, { ...item, kind: "contact", id: "i", year: 2023, themes: [], confidential: true }),
  addSection: (context, state) =>
    addSection(context, draftIn(state).report, [], {
      ...{ reference: "focus", title: { en: "Debts" }, authenticLanguage: "en" },
    }),
  correctSection: (context) => correctSection(context, section, [section], { state: "final" }),
  withdrawSection: (context) => withdrawSection(context, section, [section], { reason: "Another year." }),
  openCycle: (context) => openCycle(context, { issuingBody: "centre", year: 2023, ...days }),
  changeCycle: (context, state) => changeCycle(context, cycleIn(state), { assessmentsDueOn: "2024-07-31" }),
  selectForAssessment: (context, state) =>
    selectForAssessment(context, cycleIn(state), { themes: ["victims"], reason: "Of weight this year." }),
  publishCycle: (context, state) => publishCycle(context, cycleIn(state), {}),
  closeCycle: (context, state) => closeCycle(context, cycleIn(state), {}),
  addErratum: (context, state) => addErratum(context, cycleIn(state), { text: "A figure was wrong." }),
  addOrganization: (context) => addOrganization(context, { code: "just", name: { en: "Justice" } }),
  correctOrganization: (context) =>
    correctOrganization(
      context,
      { id: "just", code: "just", name: { en: "Jsutice" }, otherNames: [], level: "federal" },
      { name: { en: "Justice" } },
    ),
  changeOrganizations: (context) =>
    changeOrganizations(context, { type: "renamed", originals: ["a"], results: [{ organization: "b" }] }),
  changeSettings: (context) => changeSettings(context, { changes: { dueSoonDays: 14 }, reason: "Agreed." }),
};

const statesOf = ({ on }: RegisterAct): RegisterState[] =>
  on === "reportingCycle" ? ["open", "closed"] : ["draft", "published"];

describe("every act on the register in every state for every role", () => {
  for (const [act, attempt] of Object.entries(attempts) as [RegisterActName, (typeof attempts)[RegisterActName]][])
    for (const state of statesOf(registerActs[act]))
      for (const role of roles) {
        const rule: RegisterAct = registerActs[act];
        const allowed = rule.roles.includes(role) && (rule.states?.includes(state) ?? true);
        test(`${act} while ${state} by ${role} is ${allowed ? "allowed" : "refused"}`, () => {
          const context = {
            actor: { id: "e-maes", name: "E. Maes", role, organizations: [] },
            at: `${today}T08:00:00Z`,
            today,
            newId: () => "new",
          };
          const tried = () => attempt(context, state);
          if (allowed) return expect(tried()).toBeTypeOf("object");
          expect(tried).toThrow(DomainError);
        });
      }
});

test("a merge patch changes what it names, takes away what is null, and leaves the rest", () => {
  const context = {
    actor: { id: "e-maes", name: "E. Maes", role: "editor" as const, organizations: [] },
    at: `${today}T08:00:00Z`,
    today,
    newId: () => "new",
  };
  const { report, recommendations } = draftIn("draft");
  const titled = { report: { ...report, title: { en: "Old", fr: "Vieux" } }, recommendations };
  expect(
    changeReport(context, titled, { title: { en: "New", fr: null, nl: "Nieuw" }, responsePeriod: "none" }),
  ).toEqual({
    ...report,
    title: { en: "New", nl: "Nieuw" },
    responsePeriod: "none",
  });
});

describe("a selection of a cycle", () => {
  const context = {
    actor: { id: "e", name: "E. Maes", role: "editor", organizations: [] } as const,
    at: "2024-06-03T08:00:00Z",
  };
  const select = (input: object, open = cycleIn("open")) =>
    selectForAssessment({ ...context, today, newId: () => "new" }, open, { reason: "Of weight.", ...input });
  test("stands beside those before it, from today unless told otherwise", () => {
    const first = select({ themes: ["victims"], on: "2024-02-01" });
    expect(select({ reports: ["r"] }, first).selections).toEqual([
      { on: "2024-02-01", themes: ["victims"], reason: "Of weight." },
      { on: today, reports: ["r"], reason: "Of weight." },
    ]);
  });
  test("names something, is not made of a day to come, nor after the day for assessments", () => {
    expect(() => select({})).toThrow(DomainError);
    expect(() => select({ themes: ["victims"], on: "2024-06-04" })).toThrow("the day has not come");
    const early = { ...cycleIn("open"), updatesDueOn: "2024-03-31", assessmentsDueOn: "2024-05-31" };
    expect(() => select({ themes: ["victims"] }, early)).toThrow("the days of a cycle");
  });
});
