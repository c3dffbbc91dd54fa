import { createHash, randomUUID } from "node:crypto";
import { readerAs } from "@heed/core";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import { writtenReport } from "@heed/core/report-document/written-report";
import { writeWithDigest } from "@heed/documents";
import { exportRecord, performRegisterAct, trackerReads, verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { tamper } from "../../store/test/tampering.ts";
import { basePath } from "../src/contract/base-path.ts";
import { hiddenIn, servedDesks } from "./pages/desk-forms.ts";
import { people, tokenOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

describeDatabase("a frozen report", (open) => {
  test("keeps its bytes whatever is recorded later, and shows beside what the record says otherwise", {
    timeout: 120_000,
  }, async () => {
    const { database } = await open(world);
    // PDF and Word files take seconds: a command's test has them.
    const reads = trackerReads(database);
    const app = supertest(
      await worldApp(database, {
        performRegister: async (acting, act) =>
          performRegisterAct(database, {
            ...{ ...act, ...acting, systemUser: "service", newId: randomUUID },
            ...(act.act === "freezeReport" && {
              written: await quickly(reads, act.thing ?? "", act.input),
            }),
          }),
      }),
    );
    const editor = await tokenOf(database, people.editor);
    const send = (method: "post" | "patch", path: string, body: object, token = editor) =>
      app[method](basePath + path)
        .set("Authorization", `Bearer ${token}`)
        .set("If-Match", "*")
        .send(body);
    const download = async (query: string) =>
      (await app.get(`${basePath}/reports/report-2011/document?${query}`).buffer(true).parse(whole).expect(200)).body;
    const errata = async (query = "") => app.get(`${basePath}/reports/report-2011/errata${query}`);
    const texts = () => Promise.all(["md", "html"].map((format) => download(`lang=nl&format=${format}`)));

    const before = await texts();
    expect((await errata()).body).toEqual({ report: expect.anything(), errata: [] });
    expect((await send("post", "/reports/report-2011/errata", { text: "Too early." })).status).toBe(409);
    const respondent = await tokenOf(database, people.justice);
    expect((await send("post", "/reports/report-2011/freezes", {}, respondent)).status).toBe(403);
    expect((await send("post", "/reports/report-2011/freezes", { languages: ["es"] })).status).toBe(400);
    const done = await send("post", "/reports/report-2011/freezes", { languages: ["nl"] });
    expect(done.status, done.text).toBe(201);
    const { frozen } = (await app.get(`${basePath}/reports/report-2011`)).body;
    expect(frozen).toEqual(done.body.report.frozen);
    expect([frozen.on, frozen.actor, frozen.documents.map(({ format }: { format: string }) => format)]).toEqual([
      ...["2015-06-30", people.editor.name],
      ["json", "html", "md"],
    ]);
    const digests = async () => {
      const found: string[] = [];
      for (const { format } of frozen.documents)
        found.push(
          createHash("sha256")
            .update(await download(`lang=nl&format=${format}`))
            .digest("hex"),
        );
      return found;
    };
    const listed = frozen.documents.map(({ digest }: { digest: string }) => digest);
    expect(await digests()).toEqual(listed);
    expect(await texts()).toEqual(before);
    expect((await errata()).body).toEqual({
      report: expect.objectContaining({ reference: "2011" }),
      ...{ frozenOn: "2015-06-30", errata: [], differences: [] },
    });

    // The text of a section, an item in a table and a fact of the follow-up change.
    await send("patch", "/reportSections/section-framework", { text: { nl: "Er veranderde niets." } }).expect(200);
    await send("patch", `/collectedItems/${judgment.id}`, { title: { nl: "De hoeve" } }).expect(200);
    await send("post", "/reports/report-2011/errata", { text: "The farm is called De hoeve." }).expect(201);
    expect(await digests()).toEqual(listed);
    const current = String(await download("lang=nl&format=md&current=true"));
    expect([current.includes("De hoeve"), String(before[0]).includes("De hoeve")]).toEqual([true, false]);
    const { body } = await errata();
    expect(body.errata.map(({ text }: { text: string }) => text)).toEqual(["The farm is called De hoeve."]);
    expect(body.differences).toContainEqual({
      section: ["Rechtspraak"],
      was: expect.stringMatching(/^De boerderij \(JUD-2011-1\); .*Gent/),
    });
    expect(body.differences).toContainEqual({
      section: ["Rechtspraak"],
      is: expect.stringMatching(/^De hoeve \(JUD-2011-1\); .*Gent/),
    });
    expect(body.differences).toContainEqual({
      section: ["Juridisch en beleidskader"],
      was: expect.stringMatching(/^In 2011 veranderde/),
      is: "Er veranderde niets.",
    });
    expect(new Set(body.differences.map(({ section }: { section: string[] }) => section[0]))).toEqual(
      new Set(["Rechtspraak", "Juridisch en beleidskader"]),
    );

    // The desk and the page show it, and the desk tells errata.
    const { get: atDesk, send: sendForm } = servedDesks(database);
    const page = "/en/desk/reports/report-2011/frozen";
    const shown = (await atDesk("peeters", page)).text;
    for (const told of [listed[0], "De hoeve (JUD-2011-1)", "The farm is called De hoeve."])
      expect(shown).toContain(told);
    const erratum = { ...hiddenIn(shown), do: "addReportErratum" };
    expect((await sendForm("peeters", page, { ...erratum, text: "" })).text).toContain('<a href="#text">');
    expect((await sendForm("peeters", page, { ...erratum, key: "again", text: "The year is 2012." })).status).toBe(303);
    expect((await errata()).body.errata).toHaveLength(2);
    expect((await atDesk("claes", page)).status).toBe(404);
    const seen = (await app.get("/nl/reports/2011")).text;
    for (const told of [listed[1], "The year is 2012."]) expect(seen).toContain(told);

    // What is withdrawn takes neither the errata, nor the page, nor the other sections away from anybody.
    await send("post", `/collectedItems/${shownCase.id}/withdrawals`, { reason: "It named somebody." }).expect(201);
    const after = await errata("?lang=nl");
    expect([after.status, after.body.errata.length]).toEqual([200, 2]);
    const notThere = "Wat hier stond, is niet meer openbaar.";
    expect(after.body.differences).toContainEqual(expect.objectContaining({ is: notThere }));
    expect(/.*figurait.*/.exec(String(await download("lang=fr&format=md")))?.[0]).toMatch(
      /^\*Ce qui figurait ici n.est plus public\.\*$/,
    );
    for (const address of ["/nl/reports/2011/contents", "/fr/reports/2011/contents"])
      expect((await app.get(address)).status, address).toBe(200);
    expect((await atDesk("peeters", page)).text).toContain(notThere);
    expect(await digests()).toEqual(listed);

    // What was frozen is in the record file, without its bytes; the audit vouches for the digests.
    const settings = await reads.settings();
    for await (const { list, item } of exportRecord(database, readerAs("editor"), "2015-06-30", settings))
      if (list === "reports" && item.id === "report-2011") expect(item.frozen).toEqual(frozen);
    expect((await send("post", "/reports/report-2011/freezes", {})).status).toBe(409);
    expect((await verifyAudit(database)).fault).toBeUndefined();
    await database.run("UPDATE report SET body = replace(body, ?, ?) WHERE id = 'report-2011'", [
      ...[listed[0], "0".repeat(64)],
    ]);
    expect((await verifyAudit(database)).fault?.detail).toBeDefined();

    // A record that came from elsewhere has the digests and not the bytes: nothing else is given in their place.
    await tamper(database, "frozen_document", "DELETE FROM frozen_document");
    const gone = `${basePath}/reports/report-2011/document?lang=nl&format=md`;
    expect((await app.get(gone)).status).toBe(404);
    expect((await app.get(`${gone}&current=true`)).status).toBe(200);
    const { allowedActs } = (
      await app.get(`${basePath}/reports/report-2011`).set("Authorization", `Bearer ${editor}`).expect(200)
    ).body;
    expect(allowedActs).toContain("addReportErratum");
    expect(allowedActs).not.toContain("freezeReport");
  });
});

async function quickly(reads: TrackerReads, id: string, input: unknown) {
  const asked = { id, input, today: "2015-06-30" };
  const written = await writtenReport(reads, asked, async (document, format) =>
    format === "pdf" || format === "docx" ? { bytes: new Uint8Array(), digest: "" } : writeWithDigest(document, format),
  );
  return written.filter(({ digest }) => digest !== "");
}

const shownCase = world.collectedItems.find(({ reference }) => reference === "CASE-2011-1") as { id: string };
const judgment = world.collectedItems.find(({ reference }) => reference === "JUD-2011-1") as { id: string };

function whole(response: supertest.Response, done: (error: Error | null, body: Buffer) => void): void {
  const pieces: Buffer[] = [];
  response.on("data", (piece: Buffer) => pieces.push(piece));
  response.on("end", () => done(null, Buffer.concat(pieces)));
}
