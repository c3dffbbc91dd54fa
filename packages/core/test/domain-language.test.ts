import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ItemKindName } from "../src/collected-item/item-kinds.ts";
import { Movement } from "../src/comparison/movement.ts";
import { DraftState } from "../src/drafts/act-draft.ts";
import { ChangeKind } from "../src/follow-up/changes/change.ts";
import { AssuranceMethod } from "../src/follow-up/entries/assessment.ts";
import { CommitmentOutcome } from "../src/follow-up/entries/commitment-outcome.ts";
import { DeadlineChange } from "../src/follow-up/entries/deadline-change.ts";
import { answerBase } from "../src/follow-up/entries/entry-base.ts";
import { SuccessorDecisionEntry } from "../src/follow-up/entries/successor-decision.ts";
import {
  AssessedLevel,
  ClosureReason,
  Entry,
  Evidence,
  Level,
  Lifecycle,
  LinkType,
  OrganizationChangeType,
  OrganizationLevel,
  OverdueKind,
  PeriodRules,
  PeriodStart,
  Position,
  Precision,
  Report,
  ReportedLevel,
  Role,
  SettingValues,
  Source,
  Timeliness,
} from "../src/index.ts";
import { CycleUpdate } from "../src/register/snapshot.ts";
import { SectionState } from "../src/report-section/report-section.ts";
import { PublicationOfAnswers } from "../src/settings/settings.ts";

const page = readFileSync(new URL("../../../docs/domain-language.md", import.meta.url), "utf8");

/** Every heading that explains codes, with the codes that exist. */
const explained: Record<string, readonly string[]> = {
  Position: Position.options,
  CollectedItemKind: ItemKindName.options,
  "State of a section": SectionState.options,
  Level: Level.options,
  Lifecycle: Lifecycle.options,
  ClosureReason: ClosureReason.options,
  Timeliness: Timeliness.options,
  OverdueKind: OverdueKind.options,
  CycleUpdate: CycleUpdate.options,
  PublicationOfAnswers: PublicationOfAnswers.options,
  PeriodRules: PeriodRules.options,
  PeriodStart: PeriodStart.options,
  Precision: Precision.options,
  Role: Role.options,
  "Entry types": Entry.options.map(({ shape }) => shape.type.value),
  ChangeKind: ChangeKind.options,
  Movement: Movement.options,
  "Outcome of a commitment": CommitmentOutcome.shape.outcome.options,
  "Decision on a deadline": DeadlineChange.shape.decision.options,
  AssuranceMethod: AssuranceMethod.options,
  "Kinds of evidence": Evidence.shape.kind.options,
  OrganizationChangeType: OrganizationChangeType.options,
  "Whose succession": SuccessorDecisionEntry.shape.of.unwrap().options,
  LinkType: LinkType.options,
  OrganizationLevel: OrganizationLevel.options,
  "Publication of an answer": answerBase.publication.unwrap().options,
  "State of the draft of an act": DraftState.options,
  "Status of a report": Report.shape.status.unwrap().options,
};

const sections = new Map(
  page.split(/^#+ /m).map((section): [string, string] => {
    const [heading = "", ...rest] = section.split("\n");
    return [heading.trim(), rest.join("\n")];
  }),
);

const rowsOf = (heading: string) =>
  (sections.get(heading) ?? "")
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("|---"))
    .slice(1)
    .map((line) => line.split("|").map((cell) => cell.trim()));

describe("docs/domain-language.md", () => {
  it.each(Object.keys(explained))("explains the codes of %s, all and no others, in their order", (heading) => {
    const rows = rowsOf(heading);
    expect(rows.map(([, code]) => code)).toEqual(explained[heading]?.map((code) => `\`${code}\``));
    for (const row of rows) expect(row.at(-2)).not.toBe("");
  });

  it("names no code, field or option that does not exist", () => {
    const codes = Object.values(explained).flat();
    const fields = [...Entry.options, Source].flatMap(({ shape }) => Object.keys(shape));
    const settings = Object.keys(SettingValues.shape);
    const report = Object.keys(Report.shape);
    const known = new Set([
      ...codes,
      ...fields,
      ...settings,
      ...report,
      ...ReportedLevel.options,
      ...AssessedLevel.options,
    ]);
    // An option of the command line, a parameter of a question, and the end of some names: no schema of core has them.
    for (const other of ["--explain", "knownAt", "…Precision"]) known.add(other);
    const named = [...page.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);
    expect([...new Set(named)].filter((code) => !known.has(code))).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(["notReported", "notAssessed", "asOf", "givenOn", "knownBy"]));
  });

  it("has every word of the domain", () => {
    const words = rowsOf("The things").map(([, word = ""]) => word);
    expect(words).toEqual(
      expect.arrayContaining([
        "Organization",
        "OrganizationChange",
        "Report",
        "Recommendation",
        "Addressee",
        "FollowUp",
        "Response",
        "Commitment",
        "DeadlineChange",
        "ProgressUpdate",
        "Assessment",
        "Observation",
        "Evidence",
        "Reporting cycle",
        "Link",
      ]),
    );
  });

  it("has every list of codes that the schemas have", () => {
    const source = new URL("../src/", import.meta.url);
    const entries = readdirSync(new URL("follow-up/entries", source)).map((file) => `follow-up/entries/${file}`);
    const files = ["follow-up/levels.ts", "report/report.ts", "organization/organization.ts", ...entries];
    const lists = files.flatMap((file) => {
      const text = readFileSync(new URL(file, source), "utf8");
      return [...text.matchAll(/\.enum\(\[([^\]]*)\]\)/g)].map(([, list = ""]) => list);
    });
    const known = new Set([...Object.values(explained).flat(), ...ReportedLevel.options, ...AssessedLevel.options]);
    expect(lists.length).toBeGreaterThan(8);
    for (const list of lists) for (const [, code = ""] of list.matchAll(/"(\w+)"/g)) expect(known).toContain(code);
  });
});
