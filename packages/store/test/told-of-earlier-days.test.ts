import { randomUUID } from "node:crypto";
import { personAs, RecordFile, defaultSettings as settings } from "@heed/core";
import { addWebhook, noteTold, noteWebhookEvents, performAct, readToldChanges } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";
import { registerAct } from "./register-acts.ts";

const record = RecordFile.parse({
  heed: "record/1",
  organizations: ["centre", "justice"].map((id) => ({ id, code: id, name: { en: id } })),
  reports: [{ id: "r", reference: "2022", issuingBody: "centre", reportingYear: 2022, publishedOn: "2023-01-10" }],
  recommendations: ["old", "other"].map((id) => ({ id, report: "r", reference: id, text: { en: `Do ${id}.` } })),
  followUps: ["old", "other"].map((id) => ({ id, recommendation: id, addressee: "justice" })),
});

describeDatabase("what becomes known of an earlier day", (open) => {
  test("is told once to webhooks and followers, with nothing that was known", async () => {
    const { database } = await open();
    await imported(database, record, { at: "2024-01-10T08:00:00Z" });
    await addWebhook(database, { url: "https://example.org/heed" }, "2024-06-01T08:00:00.000Z");
    const noted = async (at: string) => {
      await noteWebhookEvents(database, { at, today: at.slice(0, 10) });
      const rows = await database.all<{ body: string }>("SELECT body FROM outbox_message WHERE kind = 'webhookEvent'");
      return rows.map(({ body }) => JSON.parse(JSON.parse(body).change.identity).slice(1, 3).join(" ")).sort();
    };
    await database.run(
      `INSERT INTO follower (id, email, language, kind, topic, rhythm, secret, requested_at, confirmed_at, told_until, told_at)
       VALUES ('f', 'reader@example.org', 'en', 'organization', 'justice', 'daily', 's', ?, ?, '2024-06-09', ?)`,
      ["2024-06-01T08:00:00.000Z", "2024-06-01T08:00:00.000Z", "2024-06-10T06:00:00.000Z"],
    );
    const told = async (today: string) => {
      const at = `${today}T06:00:00.000Z`;
      const found = await readToldChanges(database, "f", { today, at });
      await noteTold(database, "f", at, today);
      return (found?.items ?? []).map(({ kind, day }) => `${kind} ${day}`).sort();
    };
    expect(await noted("2024-06-10T08:00:00.000Z")).toEqual([]);

    const at = "2024-06-10T09:00:00.000Z";
    const draft = { reference: "2023", issuingBody: "centre", reportingYear: 2023 };
    const { id: report } = await registerAct(database, "draftReport", draft, { at });
    const asked = { reference: "new", text: { en: "Do more." }, addressees: [{ organization: "justice" }] };
    const added = await registerAct(database, "addRecommendation", asked, { thing: report, at });
    await registerAct(database, "publish", { publishedOn: "2024-06-03" }, { thing: report, at });
    await registerAct(database, "link", { type: "supersedes", to: "old", on: "2024-06-05" }, { thing: added.id, at });
    const made = ["closed 2024-06-05", "published 2024-06-03"];
    expect(await noted("2024-06-10T09:01:00.000Z")).toEqual(made);
    expect(await noted("2024-06-10T09:02:00.000Z")).toEqual(made);

    // Recorded just before a mail, of a day before it: told by the next one alone.
    await performAct(database, {
      ...{ followUp: "other", act: "respond", at: "2024-06-11T05:55:00.000Z", systemUser: "tester", settings },
      input: { position: "accepted", givenOn: "2024-06-10", source: { name: "A letter" } },
      person: personAs({ id: "maes", name: "E. Maes", role: "editor", organizations: [] }),
      newId: randomUUID,
    });
    expect(await told("2024-06-11")).toEqual(made);
    expect(await told("2024-06-12")).toEqual(["answered 2024-06-10"]);
    expect(await told("2024-06-13")).toEqual([]);
    expect(await noted("2024-06-13T06:00:00.000Z")).toEqual(["answered 2024-06-10", ...made].sort());
  });
});
