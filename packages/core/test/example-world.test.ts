import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { AssuranceMethod } from "../src/follow-up/entries/assessment.ts";
import {
  ClosureReason,
  type Day,
  defaultSettings,
  Entry,
  type Id,
  Level,
  Lifecycle,
  OverdueKind,
  overdueObligations,
  Position,
  Role,
  recommendationStanding,
  type Standing,
  standing,
  Timeliness,
} from "../src/index.ts";
import { world, worldCases, worldStanding, worldText } from "./example-world.ts";

const { organizations, reports, recommendations, followUps, reportingCycles } = world;
const entries = followUps.flatMap((followUp) => followUp.entries.map((entry) => ({ ...entry, followUp: followUp.id })));
const ids = (things: readonly { id: Id }[]) => things.map(({ id }) => id);

/** Enough days to get every answer of the world: every day that it names, and two long after the last one. */
const days: Day[] = [...new Set(worldText.match(/\d{4}-\d{2}-\d{2}/g) ?? []), "2018-12-31", "2026-01-01"].sort();

const standingsOn = (asOf: Day): [Id, Standing][] =>
  [...worldCases].flatMap(([id, followUpCase]): [Id, Standing][] => {
    const found = standing(followUpCase, asOf, defaultSettings);
    return found === undefined ? [] : [[id, found]];
  });
const everyStanding = days.flatMap((day) => standingsOn(day).map(([, each]) => each));

/** "2013-01-just response 197", sorted. */
const lateOn = (asOf: Day) =>
  standingsOn(asOf)
    .flatMap(([id, each]) => overdueObligations(each).map(({ kind, daysOverdue }) => `${id} ${kind} ${daysOverdue}`))
    .sort();

describe("its page", () => {
  const page = readFileSync(new URL("../../../examples/world/README.md", import.meta.url), "utf8");

  it("counts what is in the file", () => {
    const parts = recommendations.filter(({ partOf }) => partOf !== undefined);
    for (const count of [
      `| organizations | ${organizations.length}: `,
      `| reports | ${reports.length}: `,
      `| rounds (reporting cycles) | ${reportingCycles.length}: `,
      `| recommendations | ${recommendations.length - parts.length}, `,
      `| follow-ups | ${followUps.length}, with ${entries.length} entries `,
    ])
      expect(page).toContain(count);
  });

  it("tells how much its commands list", () => {
    const owed = (asOf: Day) => standingsOn(asOf).flatMap(([, each]) => each.owed);
    expect(page).toContain(`# ${lateOn("2015-06-30").length} things, of all five kinds`);
    const soon = owed("2015-06-30").filter(({ timeliness }) => timeliness === "dueSoon");
    expect(page).toContain(`# ${soon.length} more by the end of July`);
    expect(page).toContain(`still finds ${lateOn("2026-01-01").length} things today`);
  });

  it("tells every code of an organization and every reference", () => {
    for (const { code } of organizations) expect(page).toContain(`\`${code}\``);
    const wholes = recommendations.filter(({ partOf }) => partOf === undefined);
    for (const { reference } of wholes) expect(page).toContain(reference);
  });
});

describe("the file", () => {
  it("has no id twice", () => {
    for (const list of [organizations, reports, recommendations, followUps, reportingCycles, entries])
      expect(ids(list)).toEqual([...new Set(ids(list))]);
    const codes = organizations.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)]);
  });

  it("refers to nothing that is not in it", () => {
    for (const { issuingBody } of [...reports, ...reportingCycles]) expect(ids(organizations)).toContain(issuingBody);
    for (const { report, partOf } of recommendations) {
      expect(ids(reports)).toContain(report);
      if (partOf !== undefined) expect(ids(recommendations)).toContain(partOf);
    }
    for (const { recommendation, addressee } of followUps) {
      expect(ids(recommendations)).toContain(recommendation);
      expect(ids(organizations)).toContain(addressee);
      // Only recommendations without parts have follow-ups (R37).
      expect(recommendations.map(({ partOf }) => partOf)).not.toContain(recommendation);
    }
    for (const entry of entries) {
      const siblings = ids(entries.filter(({ followUp }) => followUp === entry.followUp));
      for (const named of namedBy(entry)) expect(siblings).toContain(named);
    }
  });

  it("names a recommendation by its reference and a follow-up by its addressee's code", () => {
    for (const { id, reference } of recommendations) expect(reference).toBe(id);
    for (const { id, recommendation, addressee } of followUps) {
      const code = organizations.find((organization) => organization.id === addressee)?.code;
      expect(id).toBe(`${recommendation}-${code}`);
    }
    for (const { id, followUp } of entries) expect(id.startsWith(`${followUp}-`)).toBe(true);
  });

  it("marks all that is invented", () => {
    for (const invented of [...reports, ...recommendations, ...followUps, ...entries])
      expect(invented.source, invented.id).toEqual({ name: "example world", illustrative: true });
    expect(world.about).toContain("invented");
    // The organizations are in the public register.
    for (const { source } of organizations) expect(source).toBeUndefined();
  });

  it("is plain text: no anchors, aliases or tags that a reader would have to look up", () => {
    expect(worldText).not.toMatch(/(: |- )[*&!]\w/);
  });

  it("records each entry on the day it was given or later, and in order", () => {
    for (const { id, givenOn, knownBy, recordedAt } of entries)
      expect(recordedAt.slice(0, 10) >= (givenOn ?? knownBy ?? ""), id).toBe(true);
  });
});

function namedBy(entry: Entry): Id[] {
  const named = [entry.corrects];
  if (entry.type === "commitmentOutcome") named.push(entry.commitment, entry.replacedBy);
  if ("target" in entry && entry.target.kind === "commitment") named.push(entry.target.commitment);
  if (entry.type === "deadlineChange" || entry.type === "deadlineRequestWithdrawal") named.push(entry.request);
  if (entry.type === "deadlineContest") named.push(entry.change);
  if (entry.type === "evidence") named.push(entry.about);
  if (entry.type === "claimWithdrawal") named.push(entry.update);
  if (entry.type === "retraction") named.push(entry.retracts);
  return named.filter((id) => id !== undefined);
}

describe("what it shows", () => {
  const shown = <Code extends string>(codes: readonly Code[]) => [...new Set(codes)].sort();
  const all = (codes: readonly string[]) => [...codes].sort();

  it("has every type of entry, role, method, and reason to close", () => {
    // Its answers are public from their submission, so that none is published by an act.
    const types = Entry.options.map(({ shape }) => shape.type.value).filter((type) => type !== "answerPublication");
    expect(shown(entries.map(({ type }) => type))).toEqual(all(types));
    expect(shown(followUps.map(({ role }) => role))).toEqual(all(Role.options));
    const methods = entries.flatMap((entry) => (entry.type === "assessment" ? [entry.method] : []));
    expect(shown(methods)).toEqual(all(AssuranceMethod.options));
    const reasons = entries.flatMap((entry) => (entry.type === "closure" ? [entry.closureReason] : []));
    expect(shown(reasons)).toEqual(all(ClosureReason.options));
  });

  it("has every answer to the four questions on some day", () => {
    expect(shown(everyStanding.map(({ position }) => position))).toEqual(all(Position.options));
    expect(shown(everyStanding.map(({ lifecycle }) => lifecycle))).toEqual(all(Lifecycle.options));
    expect(shown(everyStanding.map(({ timeliness }) => timeliness))).toEqual(all(Timeliness.options));
    const levels = everyStanding.flatMap(({ reported, assessed }) => [reported, assessed]);
    expect(shown(levels)).toEqual(all([...Level.options, "notAssessed", "notReported"]));
  });

  it("shows what is derived beside them", () => {
    expect(worldStanding("2011-03-just", "2015-06-30").divergent).toBe(true);
    expect(worldStanding("2011-03-just", "2016-10-19").stalled).toBe(true);
    expect(worldStanding("2012-03-oe", "2015-06-10").regressed).toBe(true);
    expect(worldStanding("2012-03-oe", "2015-06-30").acceptanceWithdrawnOn).toBe("2014-11-20");
    expect(worldStanding("2011-02-fa", "2015-06-30").reopenedCount).toBe(1);
    expect(worldStanding("2011-04a-jw", "2015-06-30").notCompetentUpheld).toBe(true);
    expect(worldStanding("2012-01-just", "2015-06-30").unverified).toBe(true);
  });

  it("asks three times for one set of figures", () => {
    const asked = recommendations.filter(({ themes }) => themes.includes("asked in three reports"));
    expect(asked.map(({ reference }) => reference)).toEqual(["2009-01", "2011-01", "2013-01"]);
  });

  it("has one recommendation that is addressed to nobody", () => {
    const addressed = followUps.map(({ recommendation }) => recommendation);
    const wholes = recommendations.map(({ partOf }) => partOf);
    expect(ids(recommendations).filter((id) => !addressed.includes(id) && !wholes.includes(id))).toEqual(["2015-03"]);
  });

  it("holds a recommendation with parts open while a part is open, and leaves out who is not competent", () => {
    const parts = ids(recommendations.filter(({ partOf }) => partOf === "2011-04"));
    const leaves = followUps
      .filter(({ recommendation }) => parts.includes(recommendation))
      .map(({ id, role }) => ({ role, standing: worldStanding(id, "2015-06-30") }));
    expect(leaves).toHaveLength(3);
    expect(recommendationStanding(leaves)).toMatchObject({
      lifecycle: "open",
      assessed: "fullyImplemented",
      provisional: true,
      unassessedParts: 1,
      implemented: false,
    });
  });
});

describe("what is late", () => {
  it("on 30 June 2015, of every kind", () => {
    const late = lateOn("2015-06-30");
    expect(late).toEqual(
      [
        "2011-02-cls update 487",
        "2011-03-cpg verification 18",
        "2011-03-fedpol update 487",
        "2011-03-just commitment 546",
        "2011-03-just implementation 365",
        "2011-03-just update 91",
        "2011-04b-oe update 91",
        "2012-01-cpg implementation 181",
        "2012-01-cpg update 91",
        "2012-02-si commitment 273",
        "2012-02-si update 91",
        "2013-01-just response 197",
        "2013-01-just update 91",
        "2013-02-just response 197",
        "2013-02-just update 91",
        "2013-04-oe commitment 30",
        "2013-04-oe update 91",
        "2012-01-just verification 18",
        "2013-03b-fedpol verification 18",
      ].sort(),
    );
    expect(kindsOf("2015-06-30")).toEqual([...OverdueKind.options].sort());
  });

  it("on a day long after the last entry, of every kind and short enough to read", () => {
    expect(lateOn("2026-01-01").map((each) => each.replace(/ \d+$/, ""))).toEqual([
      "2011-02-cls update",
      "2011-03-just commitment",
      "2011-03-just implementation",
      "2011-04b-oe update",
      "2012-01-just verification",
      "2012-02-si commitment",
      "2012-02-si update",
      "2013-01-just commitment",
      "2013-02-just response",
      "2013-02-just update",
      "2015-01-cls commitment",
      "2015-01-just response",
      "2015-02-fedpol verification",
    ]);
    expect(kindsOf("2026-01-01")).toEqual([...OverdueKind.options].sort());
  });

  it("is stale where there is no deadline and nothing was said", () => {
    const stale = (asOf: Day) => standingsOn(asOf).flatMap(([id, each]) => (each.stale ? [id] : []));
    expect(stale("2015-06-30")).toEqual(["2012-02-nsso"]);
    expect(stale("2026-01-01")).toEqual(["2012-02-nsso", "2013-01-cpg"]);
  });

  it.each<[Id, Day, Timeliness, string[]]>([
    // Two months that end on Christmas Day, a Saturday, end on the Monday after it (D10).
    ["2009-01-fedpol", "2010-12-26", "dueSoon", []],
    ["2009-01-fedpol", "2010-12-27", "dueSoon", []],
    ["2009-01-fedpol", "2010-12-28", "overdue", ["response"]],
    ["2009-01-fedpol", "2011-01-13", "overdue", ["response"]],
    ["2009-01-fedpol", "2011-01-14", "notDue", []],
    // Sixty days that end on a Sunday.
    ["2015-01-just", "2016-12-19", "dueSoon", []],
    ["2015-01-just", "2016-12-20", "overdue", ["response"]],
    // A promise that was kept late, so the whole was met late.
    ["2009-03-si", "2011-06-30", "dueSoon", []],
    ["2009-03-si", "2011-07-01", "overdue", ["commitment"]],
    ["2009-03-si", "2011-11-14", "overdue", ["commitment"]],
    ["2009-03-si", "2011-11-15", "noDeadline", []],
    ["2009-03-si", "2013-06-28", "metLate", []],
    // A vague date counts to the end of its period (D9).
    ["2011-01-just", "2013-06-30", "dueSoon", []],
    ["2011-01-just", "2013-07-01", "overdue", ["commitment"]],
    ["2011-01-just", "2014-10-15", "notMet", []],
    // A claim stops the clock; a finding below it lets the clock run on from the due date (D11).
    ["2011-03-just", "2014-01-01", "overdue", ["commitment"]],
    ["2011-03-just", "2014-02-25", "overdue", ["commitment"]],
    ["2011-03-just", "2014-02-26", "notDue", []],
    ["2011-03-just", "2014-03-14", "notDue", []],
    ["2011-03-just", "2014-03-15", "notDue", ["verification"]],
    ["2011-03-just", "2014-10-14", "notDue", ["verification"]],
    ["2011-03-just", "2014-10-15", "overdue", ["commitment", "implementation"]],
    // More than a year is long overdue (D8).
    ["2012-01-cpg", "2015-12-31", "overdue", ["implementation", "update"]],
    ["2012-01-cpg", "2016-01-01", "longOverdue", ["implementation", "update"]],
    ["2012-01-cpg", "2016-05-30", "notMet", []],
    // The deadline of a response was moved.
    ["2012-01-cpg", "2014-02-26", "dueSoon", []],
    // A deadline that was moved twice and missed by ten days.
    ["2012-02-cls", "2015-06-29", "dueSoon", []],
    ["2012-02-cls", "2015-06-30", "dueSoon", []],
    ["2012-02-cls", "2015-07-01", "overdue", ["commitment"]],
    ["2012-02-cls", "2015-07-09", "overdue", ["commitment"]],
    ["2012-02-cls", "2015-07-10", "noDeadline", []],
    // Known only as "by" a day: before that day it is undetermined (D14).
    ["2012-02-nsso", "2014-01-21", "dueSoon", []],
    ["2012-02-nsso", "2014-01-22", "undetermined", []],
    ["2012-02-nsso", "2014-03-14", "undetermined", []],
    ["2012-02-nsso", "2014-03-15", "noDeadline", []],
    // Overdue until the acceptance was withdrawn; D12.
    ["2012-03-oe", "2014-11-19", "overdue", ["implementation"]],
    // The issuing body's own deadline, from its cycle.
    ["2013-03b-fedpol", "2015-06-12", "notDue", []],
    ["2013-03b-fedpol", "2015-06-13", "notDue", ["verification"]],
    ["2013-03b-fedpol", "2015-09-14", "notDue", ["verification"]],
    ["2013-03b-fedpol", "2015-09-15", "notDue", []],
    // Twelve months after a claim that came between two cycles.
    ["2011-03-cpg", "2015-06-12", "notDue", []],
    ["2011-03-cpg", "2015-06-13", "notDue", ["verification"]],
    ["2011-03-cpg", "2015-11-16", "metOnTime", []],
    // Reopened with a new date, and done before it.
    ["2011-02-fa", "2014-03-13", "metOnTime", []],
    ["2011-02-fa", "2015-04-20", "notDue", []],
    ["2011-02-fa", "2015-12-09", "dueSoon", []],
    ["2011-02-fa", "2016-06-15", "metOnTime", []],
    // Addressed for information: owes nothing.
    ["2011-03-surya", "2026-01-01", "released", []],
  ])("%s on %s is %s, late: %j", (followUp, asOf, timeliness, late) => {
    const found = worldStanding(followUp, asOf);
    expect(found.timeliness).toBe(timeliness);
    expect(
      overdueObligations(found)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(late);
  });

  it("moves to the successor, or stays: by decision, or because it was asked after the change (R14)", () => {
    const holder = (followUp: Id, asOf: Day, side: "responsible" | "issuingBody" = "responsible") => {
      const { state, organization, candidates } = worldStanding(followUp, asOf)[side];
      return [state, organization, ...candidates];
    };
    expect(holder("2012-02-si", "2017-06-30")).toEqual(["answers", "social-inspection"]);
    expect(holder("2012-02-si", "2017-07-01")).toEqual(["answers", "nsso-inspection"]);
    expect(holder("2012-01-just", "2014-03-14", "issuingBody")).toEqual(["answers", "ceoor"]);
    expect(holder("2012-01-just", "2014-03-15", "issuingBody")).toEqual(["answers", "myria"]);
    // Addressed to Justice three months after victims had gone to the communities: the earlier change does not move it.
    expect(holder("2013-02-just", "2015-06-30")).toEqual(["answers", "justice"]);
    // An editor's decision counts from the day of the change (R41).
    expect(holder("2011-03-just", "2014-07-01")).toEqual(["answers", "justice"]);
  });

  it("is as old as its first asking (R15)", () => {
    const asked = (followUp: Id, asOf: Day) => worldStanding(followUp, asOf).asked;
    expect(asked("2009-01-just", "2012-01-01")).toEqual({ first: "2010-10-25", times: 1, longOutstanding: false });
    expect(asked("2013-01-just", "2015-10-24")).toEqual({ first: "2010-10-25", times: 3, longOutstanding: false });
    expect(asked("2013-01-just", "2015-10-25").longOutstanding).toBe(true);
  });

  it("counts against the original date as well (D5)", () => {
    const [item] = overdueObligations(worldStanding("2012-02-cls", "2015-07-09"));
    expect(item).toMatchObject({ due: "2015-06-30", originalDue: "2014-06-30", moves: 2 });
    expect([item?.daysOverdue, item?.daysOverdueOriginal]).toEqual([9, 374]);
  });
});

function kindsOf(asOf: Day): string[] {
  return [...new Set(standingsOn(asOf).flatMap(([, each]) => overdueObligations(each).map(({ kind }) => kind)))].sort();
}
