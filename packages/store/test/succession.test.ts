import { randomUUID } from "node:crypto";
import {
  type ActName,
  type OverdueKind,
  personAs,
  publicReader,
  RecordFile,
  defaultSettings as settings,
} from "@heed/core";
import type { ActionRole } from "@heed/core/acting/action-rule";
import { checkProjections, type Database, performAct, trackerReads } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";
import { registerAct } from "./register-acts.ts";

const organizations = ["centre", "myria", "unia", "justice", "courts", "care", "interior", "home", "community"];

/** A report of January 2020: answers were due on 10 March. */
const record = RecordFile.parse({
  heed: "record/1",
  organizations: organizations.map((id) => ({ id, code: id, name: { en: id } })),
  reports: [{ id: "report", reference: "2019", issuingBody: "centre", reportingYear: 2019, publishedOn: "2020-01-10" }],
  recommendations: [
    { id: "seize", report: "report", reference: "1", themes: ["prosecution"] },
    { id: "shelter", report: "report", reference: "2", themes: ["victims"] },
    { id: "count", report: "report", reference: "3", themes: ["figures"] },
    { id: "patrol", report: "report", reference: "4" },
  ],
  followUps: [
    { id: "seize", recommendation: "seize", addressee: "justice" },
    { id: "shelter", recommendation: "shelter", addressee: "justice" },
    { id: "count", recommendation: "count", addressee: "justice" },
    { id: "patrol", recommendation: "patrol", addressee: "interior" },
  ],
});

const names = { respondent: "J. Claes", editor: "E. Maes", assessor: "A. Lambert" };

/** The story up to the merger: every act through the use cases, on its own day. */
async function told(database: Database) {
  await imported(database, record, { at: "2020-01-10T08:00:00Z" });
  const act = async (followUp: string, day: string, name: ActName, role: ActionRole, input: object, by?: string) => {
    const { entries } = await performAct(database, {
      followUp,
      act: name,
      input,
      person: personAs({ id: names[role], name: names[role], role, organizations: by === undefined ? [] : [by] }),
      systemUser: "tester",
      at: `${day}T10:00:00Z`,
      settings,
      newId: randomUUID,
    });
    return entries[0]?.id ?? "";
  };
  const change = async (day: string, input: object) =>
    (await registerAct(database, "changeOrganizations", input, { at: `${day}T09:00:00Z` })).id;

  // Promised for 30 June; a later date is requested before the split and granted after it.
  for (const id of ["seize", "shelter"])
    await act(id, "2020-02-03", "respond", "respondent", { position: "accepted" }, "justice");
  await act("patrol", "2020-02-03", "respond", "respondent", { position: "accepted" }, "interior");
  const due = { on: "2020-06-30" };
  const promise = await act("seize", "2020-02-03", "commit", "respondent", { description: "A bill.", due }, "justice");
  const asked = { to: { on: "2020-12-31" }, reason: "the council of state", requestedBy: "Minister of Justice" };
  const target = { kind: "commitment", commitment: promise };
  const request = await act(
    "seize",
    "2020-06-20",
    "requestDeadlineChange",
    "respondent",
    { target, ...asked },
    "justice",
  );

  // Planned without a day, then with one.
  const split = {
    type: "split",
    originals: ["justice"],
    results: [
      { organization: "courts", themes: ["prosecution"] },
      { organization: "care", themes: ["victims"] },
    ],
  };
  const planned = await change("2020-05-01", split);
  const day = await change("2020-06-25", { ...split, on: "2020-07-01", replaces: planned });
  const granted = { request, decision: "granted", reason: "elections", decidedBy: "Council of Ministers" };
  await act("seize", "2020-07-15", "decideDeadlineChange", "editor", granted);
  await act("count", "2020-08-03", "decideSuccessor", "editor", { change: day, successor: "courts" });

  // A claim, and the issuing body splits while it verifies: 12 months from 1 September.
  const evidence = [{ kind: "document", title: "The shelters' contracts" }];
  const claim = { reportingYear: 2020, level: "fullyImplemented", claim: true, evidence };
  await act("shelter", "2020-09-01", "update", "respondent", claim, "care");
  const centre = await change("2020-09-15", {
    type: "split",
    on: "2020-10-01",
    originals: ["centre"],
    results: [{ organization: "myria" }, { organization: "unia" }],
  });
  await change("2020-12-01", {
    type: "merged",
    on: "2021-01-01",
    originals: ["courts", "interior"],
    results: [{ organization: "home" }],
  });
  await change("2021-05-01", {
    type: "competenceTransferred",
    on: "2021-06-01",
    originals: ["care"],
    results: [{ organization: "community", themes: ["victims"] }],
  });
  return { act, change, planned, centre, split: day };
}

function reading(database: Database) {
  const reads = trackerReads(database);
  /** What is overdue on a day, by follow-up and kind, at which organization and for how many days. */
  const late = async (asOf: string, filter: { responsible?: string; addressee?: string; knownAt?: string } = {}) => {
    const { responsible, addressee, knownAt } = filter;
    const { items } = await reads.overdue(
      publicReader,
      {
        asOf,
        ...(responsible && { responsible: [responsible] }),
        ...(addressee && { addressee: [addressee] }),
        ...(knownAt && { knownAt }),
      },
      {},
    );
    return items
      .map(
        (item) =>
          `${item.followUp} ${item.kind satisfies OverdueKind} ${item.daysOverdue} ${item.responsible.id}${item.responsibleState ? ` ${item.responsibleState}` : ""} ${item.daysSinceResponsible ?? "printed"}`,
      )
      .sort();
  };
  const undecided = async (asOf: string) =>
    (await reads.recommendations(publicReader, { asOf, undecided: true }, {})).items.map(({ id }) => id).sort();
  const holder = async (followUp: string, asOf: string) => {
    const detail = await reads.followUp(publicReader, followUp, asOf);
    return [detail?.responsible.id, detail?.standing?.responsible.daysSinceResponsible];
  };
  return { reads, late, undecided, holder };
}

describeDatabase("organizations change in the middle of open follow-ups", (open) => {
  test("the successor answers from the day of the split, with the inherited dates, and an extension runs on", async () => {
    const { database } = await open();
    await told(database);
    const { late, holder } = reading(database);
    expect(await holder("seize", "2020-06-30")).toEqual(["justice", undefined]);
    expect(await holder("seize", "2020-07-01")).toEqual(["courts", 0]);
    expect(await holder("shelter", "2020-07-02")).toEqual(["care", 1]);
    // Never answered: due on 10 March at Justice, and overdue from the day after.
    expect(await late("2020-03-10")).toEqual([]);
    expect(await late("2020-03-11")).toEqual(["count response 1 justice printed"]);
    expect(await late("2020-06-30", { responsible: "courts" })).toEqual([]);
    // Requested on 20 June, due on 30 June, granted on 15 July: overdue in between, and only at the courts.
    expect(await late("2020-07-01", { responsible: "justice" })).toEqual([]);
    expect(await late("2020-07-01", { responsible: "courts" })).toEqual([
      "count response 113 courts 0",
      "seize commitment 1 courts 0",
    ]);
    expect(await late("2020-07-14", { responsible: "courts" })).toContain("seize commitment 14 courts 13");
    expect(await late("2020-07-15", { responsible: "courts" })).toEqual(["count response 127 courts 14"]);
    expect(await late("2020-12-31", { addressee: "justice" })).toEqual(["count response 296 courts 183"]);
    // The moved date passes on the day of the merger: it is overdue at the merged organization.
    expect(await late("2021-01-01", { responsible: "courts" })).toEqual([]);
    expect(await late("2021-01-01", { responsible: "home" })).toEqual([
      "count response 297 home 0",
      "seize commitment 1 home 0",
    ]);
    expect(await holder("patrol", "2020-12-31")).toEqual(["interior", undefined]);
    expect(await holder("patrol", "2021-01-01")).toEqual(["home", 0]);
    expect((await checkProjections(database, settings)).differences).toEqual([]);
  });

  test("what no theme decides waits, under the predecessor and each candidate, until an editor decides for its day", async () => {
    const { database } = await open();
    await told(database);
    const { late, undecided } = reading(database);
    const then = { knownAt: "2020-08-02T00:00:00Z" };
    const waiting = ["count response 142 justice undecided 29"];
    for (const responsible of ["justice", "courts", "care"])
      expect(await late("2020-07-30", { responsible, ...then })).toEqual(waiting);
    expect(await late("2020-07-30", { responsible: "interior", ...then })).toEqual([]);
    // Decided on 3 August, it applies from 1 July.
    expect(await late("2020-07-30", { responsible: "courts" })).toEqual(["count response 142 courts 29"]);
    for (const responsible of ["justice", "care"]) expect(await late("2020-07-30", { responsible })).toEqual([]);
    expect(await undecided("2020-09-30")).toEqual([]);
    // Two new bodies and no theme that decides between them: the verification waits for an editor.
    expect(await undecided("2020-10-01")).toEqual(["count", "patrol", "seize", "shelter"]);
  });

  test("a plan without a day changes nothing, and what was decided of it holds for the day it gets", async () => {
    const { database } = await open();
    await imported(database, record, { at: "2020-01-10T08:00:00Z" });
    const { late, holder } = reading(database);
    const plan = { type: "renamed", originals: ["justice"], results: [{ organization: "courts" }] };
    const at = (day: string) => ({ at: `${day}T09:00:00Z` });
    const planned = await registerAct(database, "changeOrganizations", plan, at("2020-02-01"));
    expect((await late("2020-03-11", { responsible: "justice" })).length).toBe(3);
    const dated = { ...plan, on: "2020-03-11", replaces: planned.id };
    const first = await registerAct(database, "changeOrganizations", dated, at("2020-03-01"));
    expect((await late("2020-03-11", { responsible: "courts" })).length).toBe(3);
    // The change was wrong: another ministry took the name.
    const other = { ...plan, originals: ["interior"], on: "2020-03-11", replaces: first.id };
    await registerAct(database, "changeOrganizations", other, at("2020-03-12"));
    expect((await late("2020-03-11", { responsible: "justice" })).length).toBe(3);
    expect(await holder("seize", "2020-03-11")).toEqual(["justice", undefined]);
    expect(await late("2020-03-11", { responsible: "courts" })).toEqual(["patrol response 1 courts 0"]);
    expect((await checkProjections(database, settings)).differences).toEqual([]);
  });

  test("the issuing bodies' verification waits and moves in the same way", async () => {
    const { database } = await open();
    const { act, centre } = await told(database);
    const { late, holder } = reading(database);
    // Transferred with its theme; the claim keeps the addressee's clock stopped.
    expect(await holder("shelter", "2021-05-31")).toEqual(["care", 334]);
    expect(await holder("shelter", "2021-06-01")).toEqual(["community", 0]);
    expect(await late("2021-09-02", { responsible: "community" })).toEqual([]);
    const waiting = ["shelter verification 1 centre undecided 336"];
    for (const responsible of ["centre", "myria", "unia"])
      expect(await late("2021-09-02", { responsible })).toEqual(waiting);
    await act("shelter", "2021-09-06", "decideSuccessor", "editor", {
      change: centre,
      successor: "myria",
      of: "issuingBody",
      from: "2021-01-01",
    });
    expect(await late("2021-09-02", { responsible: "myria" })).toEqual(["shelter verification 1 myria 244"]);
    expect(await late("2021-09-02", { responsible: "unia" })).toEqual([]);
    expect((await checkProjections(database, settings)).differences).toEqual([]);
  });

  test("who is dissolved without a successor leaves it unassigned, and it stays late under the last name", async () => {
    const { database } = await open();
    const { change } = await told(database);
    const { late, undecided } = reading(database);
    await change("2022-01-10", { type: "dissolved", on: "2022-02-01", originals: ["home"] });
    expect(await late("2022-01-31", { responsible: "home" })).toContain("seize commitment 396 home 395");
    expect(await late("2022-02-01", { responsible: "home" })).toContain("seize commitment 397 home unassigned 0");
    expect(await undecided("2022-02-01")).toContain("patrol");
  });
});
