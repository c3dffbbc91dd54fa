import { randomUUID } from "node:crypto";
import { defaultSettings as settings } from "@heed/core";
import { addUser, type Database, decideRemindersOnce, readToldDigest, readUsers } from "@heed/store";
import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { describeDatabase } from "../../../store/test/describe-database.ts";
import { hiddenIn, servedDesks } from "./desk-forms.ts";

const reminders = "/nl/desk/reminders";

/** Reminders of two days: what was late long before, and the letters that follow when nothing is done. */
async function withReminders(database: Database) {
  const roles = [{ role: "respondent", organization: "justice", from: "2014-01-01" }];
  const user = { name: "J. <b>Claes</b>", email: "claes@example.org", roles };
  const by = { actor: "admin", systemUser: "admin" };
  await addUser(database, user, { at: "2014-01-01T08:00:00Z", today: "2014-01-01", newId: randomUUID, by });
  for (const today of ["2015-04-01", "2015-06-29"]) {
    const at = `${today}T06:00:00.000Z`;
    await decideRemindersOnce(database, { today, settings, at, availableAt: at, newId: randomUUID });
  }
}

describeDatabase("reminders at the desk", (open) => {
  test("show what was decided, and a letter to parliament until a person has sent it", async () => {
    const { database } = await open(world);
    await withReminders(database);
    const { get, send } = servedDesks(database);
    const { status, text } = await get("peeters", reminders);
    expect(status).toBe(200);
    expect(text).toContain("Herinneringen van een persoon");
    expect(text).toContain("J. &lt;b>Claes&lt;/b>");
    const [, letter = ""] = /href="([^"]*)">Brief aan het parlement/.exec(text) ?? [];
    const page = await get("peeters", letter);
    expect(page.text).toContain("Wij brengen dit onder de aandacht van het parlement.");
    expect(page.text).toContain("Het wacht");
    const form = { ...hiddenIn(page.text), do: "sent" };
    expect((await send("peeters", letter, form)).headers.location).toBe(letter);
    expect((await get("peeters", letter)).text).toContain("Verstuurd");
    const twice = await send("peeters", letter, form);
    expect([twice.status, twice.text.includes("Iemand deed dat al")]).toEqual([422, true]);
  });

  test("show what each mail holds, as the mail itself has it", async () => {
    const { database } = await open(world);
    await withReminders(database);
    const { get } = servedDesks(database);
    const [waiting] = await database.all<{ id: string; body: string }>(
      "SELECT id, body FROM outbox_message WHERE kind = 'digest' AND state = 'waiting'",
    );
    const mail = await readToldDigest(
      database,
      { user: (await readUsers(database, "u.name LIKE 'J. %'"))[0]?.id ?? "", body: JSON.parse(waiting?.body ?? "{}") },
      "2015-06-30",
      settings,
    );
    expect(mail?.told.length).toBeGreaterThan(1);
    const { text } = await get("peeters", `${reminders}/${waiting?.id}`);
    expect(text).toContain("Wat ze zegt als ze vandaag vertrekt");
    expect(text.split('<li class="heed-item">').length - 1).toBe(mail?.told.length);
    // A day on which somebody is reminded: before anything was decided.
    await database.run("DELETE FROM reminder_step");
    const plan = (await get("peeters", reminders)).text;
    const planned = /<h2[^>]*id="planned">.*?<\/section>/s.exec(plan)?.[0] ?? "";
    expect(planned).toContain("J. &lt;b>Claes&lt;/b>: ");
    const counted = [...planned.matchAll(/details__summary-text">[^<]*(?:&lt;[^<]*)*: (\d+) zaken?</g)];
    const all = counted.reduce((sum, [, count]) => sum + Number(count), 0);
    expect(all).toBeGreaterThan(1);
    expect(planned.split('<li class="heed-item">').length - 1).toBe(all);
  });

  test("are for an admin and an editor of all bodies, and nowhere for others", async () => {
    const { database } = await open(world);
    await withReminders(database);
    const { get, send } = servedDesks(database);
    const [, letter = ""] = /href="([^"]*)">Brief aan/.exec((await get("janssens", reminders)).text) ?? [];
    for (const who of ["claes", "dubois", "delvaux"] as const) {
      expect([(await get(who, reminders)).status, (await get(who, letter)).status], who).toEqual([404, 404]);
      expect((await send(who, letter, { key: "k", do: "sent" })).status, who).toBe(404);
    }
    expect((await get(undefined, reminders)).headers.location).toContain("/nl/sign-in");
    expect((await get("janssens", letter)).text).toContain("Het wacht");
  });
});
