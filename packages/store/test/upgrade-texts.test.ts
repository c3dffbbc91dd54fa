import { publicReader } from "@heed/core";
import type { ImportPlan, MappedRow } from "@heed/core/mapping/reading/import-row";
import { type Database, importRows, trackerReads, verifyAudit } from "@heed/store";
import { expect, test } from "vitest";
import { separator } from "../src/import/import-context.ts";
import { contentDigest } from "../src/tables/content-digest.ts";
import { upgradeTexts } from "../src/texts/upgrade-texts.ts";
import { describeDatabase } from "./describe-database.ts";
import { importRun } from "./importing.ts";

const plan: ImportPlan = {
  name: "Register",
  reports: "byReference",
  unknownOrganizations: "create",
  levels: { issuingBody: "federal", addressee: "federal" },
};

/** Two rows, the second without a reference; every text in the form that `written` gives. */
function rows(written: (text: string) => string): MappedRow[] {
  return [written("é 1"), undefined].map((reference, at): MappedRow => {
    const text = { fr: written(`Créer un fonds\nen ${2020 + at}.`) };
    return {
      row: at + 2,
      digest: "",
      report: {
        issuingBody: written("Médiateur fédéral"),
        reference: written("Rapport 2011, été"),
        reportingYear: 2011,
        publishedOn: "2012-03-01",
        title: { fr: written("Été\n2011") },
        authenticLanguages: [],
        documents: [],
      },
      recommendation: { ...(reference !== undefined && { reference }), text, themes: [] },
      followUps: [
        {
          addressee: written("Ministère de l'Économie"),
          role: "lead",
          entries: [
            { type: "response", position: "accepted", reason: written("Évident,\nbien sûr"), givenOn: "2012-04-01" },
          ],
        },
      ],
      warnings: [],
    };
  });
}

const nfd = (text: string) => text.normalize("NFD").replaceAll("\n", "\r\n").replaceAll(" ", "\u00a0");

async function take(database: Database, given: readonly MappedRow[]) {
  return importRows(
    database,
    plan,
    (async function* () {
      yield* given;
    })(),
    importRun({ file: "register.csv" }),
  );
}

/** Entries are append-only: removes the guard, so that a row can get an old key. */
async function unguarded(database: Database, text: string, values: readonly string[]): Promise<void> {
  if (database.dialect === "postgresql") {
    await database.run("ALTER TABLE entry DISABLE TRIGGER USER");
    await database.run(text, values);
    await database.run("ALTER TABLE entry ENABLE TRIGGER USER");
    return;
  }
  const triggers = await database.all<{ name: string; made: string }>(
    "SELECT name, sql AS made FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'entry'",
  );
  for (const { name } of triggers) await database.run(`DROP TRIGGER ${name}`);
  await database.run(text, values);
  for (const { made } of triggers) await database.run(made);
}

/** As an older version left it: keys and digests of texts as they were given. */
async function asBefore(database: Database): Promise<void> {
  const folded = (name: string) =>
    name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
  const names = await database.all<{ id: string; name: string }>(
    "SELECT organization_id AS id, name FROM organization_name",
  );
  for (const { id, name } of names)
    await database.run("UPDATE organization_name SET name_key = ?, folded_key = '' WHERE organization_id = ?", [
      folded(name),
      id,
    ]);
  const raw = (reference: string) => reference.replace(/\s+/g, "").toLowerCase();
  for (const table of ["report", "recommendation"])
    for (const { id, reference, key } of await database.all<{ id: string; reference: string; key: string }>(
      `SELECT id, reference, import_key AS key FROM ${table}`,
    )) {
      const plain = raw(reference).normalize("NFC");
      const report = raw(nfd("Rapport 2011, été"));
      const before = key.replace(report.normalize("NFC"), report).replace(plain, raw(reference));
      await database.run(`UPDATE ${table} SET reference_key = ?, import_key = ? WHERE id = ?`, [
        raw(reference),
        before,
        id,
      ]);
    }
  await database.run("UPDATE recommendation SET words = ''");
  const given = rows(nfd);
  for (const each of given)
    if ("report" in each) {
      const { report, recommendation, followUps } = each;
      await database.run("UPDATE report SET content_digest = ?", [contentDigest(report)]);
      const digest = contentDigest({ ...recommendation, source: undefined });
      const addressees = followUps.map(({ addressee }) => folded(addressee));
      const identity = contentDigest({ report, recommendation: { ...recommendation, source: undefined }, addressees });
      if (recommendation.reference === undefined) {
        const [row] = await database.all<{ id: string; key: string }>(
          "SELECT id, import_key AS key FROM recommendation WHERE reference LIKE '~%'",
        );
        const key = row?.key.replace(/~[0-9a-f]{64}#/, `~${identity}#`) ?? "";
        await database.run("UPDATE recommendation SET content_digest = ?, import_key = ? WHERE id = ?", [
          digest,
          key,
          row?.id ?? "",
        ]);
      } else await database.run("UPDATE recommendation SET content_digest = ? WHERE reference NOT LIKE '~%'", [digest]);
    }
  for (const { id, key, body } of await database.all<{ id: string; key: string; body: string }>(
    "SELECT id, import_key AS key, body FROM entry",
  )) {
    const { id: _, recordedAt: __, actor: ___, ...entry } = JSON.parse(body);
    const before = [...key.split(separator).slice(0, -1), contentDigest({ ...entry, source: undefined })].join(
      separator,
    );
    await unguarded(database, "UPDATE entry SET import_key = ? WHERE id = ?", [before, id]);
  }
}

describeDatabase("a database of before texts were compared in their plain form", (open) => {
  test("is taken over: its file is known again, and so are its names, references and words", async () => {
    const { database } = await open();
    await take(database, rows(nfd));
    await asBefore(database);
    await database.transaction(upgradeTexts);
    const again = await take(database, rows(nfd));
    expect(again.created).toEqual({ organizations: 0, reports: 0, recommendations: 0, followUps: 0, entries: 0 });
    expect(again).toMatchObject({ unchanged: 2, rejected: [], warnings: [] });
    const reads = trackerReads(database);
    expect(await reads.organizationsNamed("MINISTÈRE DE L’ÉCONOMIE")).toHaveLength(1);
    expect(await reads.organizationsNamed("mediateur federal")).toHaveLength(1);
    expect(await reads.reportsNamed(publicReader, "Rapport 2011, été")).toHaveLength(1);
    const found = await reads.recommendations(publicReader, { asOf: "2025-01-01", q: "créer fonds" }, { limit: 10 });
    expect(found.items).toHaveLength(2);
    expect(await verifyAudit(database)).not.toHaveProperty("fault");
  });

  test("takes what another program writes for what it has, and loses no double that it had", async () => {
    const { database } = await open();
    const [first] = rows(nfd);
    const [other] = rows((text) => text);
    if (first === undefined || other === undefined) throw new Error("no rows");
    await take(database, [first]);
    await asBefore(database);
    await database.transaction(upgradeTexts);
    const { created } = await take(database, [first]);
    expect(created).toMatchObject({ organizations: 0, recommendations: 0, entries: 0 });
    // What was kept as it was given is reported, and not imported twice.
    const changed = await take(database, [other]).catch((error: { issues: { detail: string }[] }) => error);
    expect("issues" in changed ? changed.issues.map(({ detail }) => detail).join() : "").toContain("known with");
    const count = async (table: string) => (await database.all(`SELECT 1 FROM ${table}`)).length;
    expect([await count("recommendation"), await count("entry"), await count("report")]).toEqual([1, 1, 1]);
    // Importing the same twice changes nothing.
    const keys = () => database.all("SELECT id, import_key, reference_key, words FROM recommendation ORDER BY id");
    const before = await keys();
    await database.transaction(upgradeTexts);
    expect(await keys()).toEqual(before);
  });
});
