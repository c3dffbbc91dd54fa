import { type Actor, defaultSettings, type Entry, personAs } from "@heed/core";
import { type Database, performAct } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { takeFile } from "./mapped-file.ts";

const mapping = {
  name: "Register",
  report: { reference: "R", issuingBody: "Ombud", publishedOn: "2025-01-05" },
  recommendation: { reference: "{n}", textAbsent: "none" },
  addressees: [
    {
      names: "Justice",
      entries: [
        { type: "response", position: "{position}", givenOn: "{day}" },
        { type: "commitment", description: "{promise}", givenOn: "{day}" },
      ],
    },
  ],
};

const edition = (
  database: Database,
  position: string,
  promise: string,
  acceptCorrections = false,
  day = "2025-02-01",
) => takeFile(database, mapping, ["n,position,promise,day", `1,${position},${promise},${day}`], { acceptCorrections });

const versionsOf = async (database: Database, type: Entry["type"]) =>
  (await database.all<{ body: string }>("SELECT body FROM entry WHERE type = ? ORDER BY recorded_at, id", [type])).map(
    ({ body }) => JSON.parse(body) as Entry & Record<string, unknown>,
  );

async function correct(database: Database, type: Entry["type"], change: object, as: Partial<Actor> = {}) {
  const [entry] = await versionsOf(database, type);
  const [followUp] = await database.all<{ id: string }>("SELECT id FROM follow_up");
  const made = await performAct(database, {
    followUp: followUp?.id ?? "",
    act: "correct",
    input: { corrects: entry?.id ?? "", change },
    person: personAs({ id: "editor-1", name: "E. Editor", role: "editor", organizations: [], ...as }),
    systemUser: "tester",
    at: new Date(Date.parse(entry?.recordedAt ?? "") + 500).toISOString(),
    settings: defaultSettings,
    newId: () => `corrected-${type}`,
  });
  return made.entries[0] as Entry;
}

describeDatabase("what a person corrected in Heed", (open) => {
  test("is not replaced by a file, with --accept-corrections neither; the refusal gives the present value", async () => {
    const { database } = await open();
    await edition(database, "accepted", "Plan");
    await correct(database, "commitment", { description: "Another plan" });
    for (const accept of [false, true])
      await expect(edition(database, "accepted", "New plan", accept)).rejects.toMatchObject({
        code: "rowsRejected",
        issues: [
          {
            row: 2,
            name: "commitment",
            detail:
              'the commitment was corrected in Heed: description is known as "Another plan", and is here "New plan"; a file does not replace that, so correct entry corrected-commitment in Heed if the file is right',
          },
        ],
      });
    expect(await versionsOf(database, "commitment")).toHaveLength(2);
  });

  test("stays where the file says what it always said, or says the same since", async () => {
    const { database } = await open();
    await edition(database, "accepted", "Plan");
    await correct(database, "commitment", { description: "Another plan" });
    for (const promise of ["Plan", "Another plan"])
      for (const accept of [false, true])
        expect(await edition(database, "accepted", promise, accept)).toMatchObject({
          created: { entries: 0 },
          correctedEntries: 0,
        });
    expect((await versionsOf(database, "commitment")).map(({ description }) => description)).toEqual([
      "Plan",
      "Another plan",
    ]);
  });

  test("is refused by what the file tells: what it leaves blank is no difference", async () => {
    const { database } = await open();
    await edition(database, "accepted", "Plan");
    await correct(database, "response", { reason: "The law asks it." });
    await expect(edition(database, "noted", "Plan", true)).rejects.toMatchObject({
      issues: [{ detail: expect.stringContaining('position is known as "accepted", and is here "noted";') }],
    });
  });
});

describeDatabase("a correction by a file", (open) => {
  test("of the day keeps the words of a person, and is the import's own (R57)", async () => {
    const { database } = await open();
    await edition(database, "accepted", "Plan");
    const { author } = await correct(database, "commitment", { description: "Another plan" });
    expect(author).toMatchObject({ id: "editor-1" });
    await edition(database, "accepted", "Plan", true, "2025-02-03");
    const [first, , last] = await versionsOf(database, "commitment");
    expect(last).toMatchObject({ description: "Another plan", givenOn: "2025-02-03", actor: first?.actor });
    expect(last?.author).toBeUndefined();
    await expect(edition(database, "accepted", "New plan", true, "2025-02-03")).rejects.toMatchObject({
      issues: [{ detail: expect.stringContaining('description is known as "Another plan"') }],
    });
  });

  test("is the import's own, and takes the place of its last one", async () => {
    const { database } = await open();
    await edition(database, "accepted", "Plan");
    expect(await edition(database, "noted", "Plan", true)).toMatchObject({ correctedEntries: 1 });
    expect(await edition(database, "rejected", "Plan", true)).toMatchObject({ correctedEntries: 1 });
    const versions = await versionsOf(database, "response");
    expect(versions.map(({ position }) => position)).toEqual(["accepted", "noted", "rejected"]);
    for (const { author, actor } of versions) expect([author, actor]).toEqual([undefined, versions[0]?.actor]);
  });
});
