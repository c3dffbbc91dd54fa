import { LinkType, personAs, publicReader, RecordFile, defaultSettings as settings } from "@heed/core";
import { replacingLinks } from "@heed/core/recommendation/link";
import { checkProjections, performAct, trackerReads } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { imported, importRun } from "./importing.ts";
import { editor, registerAct } from "./register-acts.ts";

/** How one recommendation is linked to another. */
const betweenTwo = LinkType.exclude(["restsOn"]).options;

const organizations = ["centre", "justice", "courts", "interior"];
const older = { report: "older", implementationDue: { on: "2021-06-30" } };
const newer = { report: "newer", implementationDue: { on: "2024-06-30" } };

/**
 * One older recommendation for each type of link, to Justice, the Interior and the courts; a newer one to Justice and
 * to the successor of the courts.
 */
const record = RecordFile.parse({
  heed: "record/1",
  organizations: [...organizations, "judiciary"].map((id) => ({ id, code: id, name: { en: id } })),
  organizationChanges: [
    {
      id: "renaming",
      type: "renamed",
      on: "2022-01-01",
      originals: ["courts"],
      results: [{ organization: "judiciary" }],
      recordedAt: "2022-01-01T08:00:00Z",
    },
  ],
  reports: [
    { id: "older", reference: "2019", issuingBody: "centre", reportingYear: 2019, publishedOn: "2020-01-10" },
    { id: "newer", reference: "2022", issuingBody: "centre", reportingYear: 2022, publishedOn: "2023-01-10" },
  ],
  recommendations: betweenTwo.flatMap((type) => [
    { ...older, id: `${type}-older`, reference: `${type}-1` },
    { ...newer, id: `${type}-newer`, reference: `${type}-2` },
  ]),
  followUps: betweenTwo.flatMap((type) => [
    ...["justice", "courts", "interior"].map((each) => followUp(`${type}-older`, each)),
    ...["justice", "judiciary"].map((each) => followUp(`${type}-newer`, each)),
  ]),
});

function followUp(recommendation: string, addressee: string) {
  return { id: `${recommendation}-${addressee}`, recommendation, addressee };
}

describeDatabase("what a link does to the follow-ups of the older one (R50)", (open) => {
  test("warns of each open promise that ends with it", async () => {
    const { database } = await open();
    const promise = (id: string, givenOn: string, more: object = {}) => ({
      ...{ id, type: "commitment", description: `Promise ${id}`, givenOn, recordedAt: `${givenOn}T08:00:00Z`, ...more },
    });
    const kept = { id: "kept", type: "commitmentOutcome", commitment: "met", outcome: "met", givenOn: "2022-01-02" };
    const promising = {
      ...record,
      followUps: record.followUps.map((each) =>
        each.id === "repeats-older-justice" || each.id === "relatesTo-older-justice"
          ? {
              ...each,
              id: each.id,
              entries: [
                promise(`open-${each.id}`, "2021-05-01", { due: { on: "2027-03-31" } }),
                promise(`later-${each.id}`, "2023-04-01"),
                ...(each.id === "repeats-older-justice"
                  ? [promise("met", "2021-05-01"), { ...kept, recordedAt: "2022-01-02T08:00:00Z" }]
                  : []),
              ],
            }
          : each,
      ),
    };
    await imported(database, RecordFile.parse(promising), { at: "2023-05-01T08:00:00Z" });
    const linked = async (type: string) =>
      registerAct(database, "link", { type, to: `${type}-older`, on: "2023-03-01" }, { thing: `${type}-newer` });
    const { warnings } = await linked("repeats");
    expect(warnings.map(({ value }) => value)).toEqual(["open-repeats-older-justice", "later-repeats-older-justice"]);
    expect(warnings[0]?.detail).toMatch(/promise for 2027-03-31 ends .* closes repeats-older-justice .*"Promise open-/);
    expect((await linked("relatesTo")).warnings).toEqual([]);
  });

  test("closes them for the same addressee, from its day, where it takes their place; and nothing else", async () => {
    const { database } = await open();
    await imported(database, record, { at: "2023-01-10T08:00:00Z" });
    for (const type of betweenTwo) {
      const to = type === "echoes" ? { echoes: "paragraph 12" } : { to: `${type}-older` };
      await registerAct(database, "link", { type, ...to, on: "2023-03-01" }, { thing: `${type}-newer` });
    }
    const reads = trackerReads(database);
    const standing = async (id: string, day: string) => (await reads.followUp(publicReader, id, day))?.standing;
    for (const type of betweenTwo) {
      const replaces = replacingLinks.includes(type);
      const closed = { lifecycle: "closed", closureReason: "superseded", timeliness: "notMet" };
      const stillLate = { lifecycle: "open", timeliness: "longOverdue" };
      const id = `${type}-older-justice`;
      expect(await standing(id, "2023-02-28"), type).toMatchObject(stillLate);
      expect(await standing(id, "2023-03-01"), type).toMatchObject(replaces ? closed : stillLate);
      const late = async (asOf: string) => {
        const { items } = await reads.overdue(publicReader, { asOf, kind: ["implementation"] }, { limit: 100 });
        return items.filter((item) => item.followUp === id).map(({ daysOverdue }) => daysOverdue);
      };
      expect(await late("2023-02-28"), type).toEqual([608]);
      expect(await late("2023-03-01"), type).toEqual(replaces ? [] : [609]);
      // One addressee is not named in the newer one; another is named by the name that the courts had at its
      // publication.
      expect(await standing(`${type}-older-interior`, "2023-03-01"), type).toMatchObject(stillLate);
      expect(await standing(`${type}-older-courts`, "2023-02-28"), type).toMatchObject(stillLate);
      expect(await standing(`${type}-older-courts`, "2023-03-01"), type).toMatchObject(replaces ? closed : stillLate);
      const again = type === "repeats" || type === "sharpens";
      const detail = await reads.followUp(publicReader, `${type}-newer-justice`, "2023-03-01");
      expect(detail?.case.asked, type).toEqual(
        again
          ? { first: "2020-01-10", firstDue: "2021-06-30", times: 2 }
          : { first: "2023-01-10", firstDue: "2024-06-30", times: 1 },
      );
    }
    expect((await checkProjections(database, settings)).differences).toEqual([]);
  });

  test("closes nothing where it asks for information only, before the day on which it is asked to act", async () => {
    const { database } = await open();
    const followUps = record.followUps.map((each) => ({
      ...each,
      role: each.id === "repeats-newer-justice" ? "forInformation" : "lead",
    }));
    await imported(database, RecordFile.parse({ ...record, followUps }), { at: "2023-01-10T08:00:00Z" });
    await registerAct(database, "link", { type: "repeats", to: "repeats-older" }, { thing: "repeats-newer" });
    const reads = trackerReads(database);
    const lifecycle = async (asOf: string, knownAt?: string) =>
      (await reads.followUp(publicReader, "repeats-older-justice", asOf, knownAt))?.standing?.lifecycle;
    expect(await lifecycle("2026-01-01")).toBe("open");
    await performAct(database, {
      followUp: "repeats-newer-justice",
      act: "changeRole",
      input: { role: "lead", reason: "it was named for information by mistake" },
      person: personAs(editor),
      systemUser: "tester",
      at: "2024-07-01T08:00:00Z",
      settings,
      newId: importRun().newId,
    });
    expect(await lifecycle("2024-06-30")).toBe("open");
    expect(await lifecycle("2024-07-01")).toBe("closed");
    expect(await lifecycle("2024-07-01", "2024-06-30T08:00:00Z")).toBe("open");
    expect((await checkProjections(database, settings)).differences).toEqual([]);
  });

  test("the same addressee is who answers on the day of the newer one's publication, as a change or decision makes it", async () => {
    const { database } = await open();
    await imported(database, record, { at: "2023-01-10T08:00:00Z" });
    await registerAct(database, "link", { type: "repeats", to: "repeats-older" }, { thing: "repeats-newer" });
    const reads = trackerReads(database);
    const lifecycle = async (id: string) => (await reads.followUp(publicReader, id, "2026-01-01"))?.standing?.lifecycle;
    expect(await lifecycle("repeats-older-interior")).toBe("open");
    // Recorded later: the Interior had been absorbed by Justice before the newer one was published.
    const change = { type: "absorbed", originals: ["interior"], results: [{ organization: "justice" }] };
    const first = await registerAct(database, "changeOrganizations", { ...change, on: "2023-01-10" });
    expect(await lifecycle("repeats-older-interior")).toBe("closed");
    await registerAct(database, "changeOrganizations", { ...change, on: "2023-01-11", replaces: first.id });
    expect(await lifecycle("repeats-older-interior")).toBe("open");
    // The other way round: the newer one names an earlier form of the older one's addressee.
    const { id: legal } = await registerAct(database, "addOrganization", { code: "legal", name: { en: "Legal" } });
    const renamed = { type: "renamed", on: "2022-06-01", originals: ["justice"], results: [{ organization: legal }] };
    expect(await lifecycle("repeats-older-justice")).toBe("closed");
    await expect(registerAct(database, "changeOrganizations", renamed)).rejects.toMatchObject({ code: "invalidInput" });
    expect((await checkProjections(database, settings)).differences).toEqual([]);
  });
});
