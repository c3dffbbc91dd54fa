import { defaultSettings as settings } from "@heed/core";
import { followerDesk, forgetUnconfirmed, noteConfirmationSent } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";

const asked = { email: "reader@example.org", language: "en", kind: "theme", topic: "victims", rhythm: "weekly" };

describeDatabase("who asks to follow", (open) => {
  test("has the whole time from the last mail, however often it asked before", async () => {
    const { database } = await open();
    const askAt = (at: string) => followerDesk(database, { at, settings }).ask(asked);
    const kept = async (at: string) => {
      await forgetUnconfirmed(database, at);
      return (await database.all("SELECT id FROM follower")).length;
    };
    await askAt("2024-03-11T08:00:00.000Z");
    await askAt("2024-03-13T07:00:00.000Z");
    // No other mail of that day goes out for this, so that it renews nothing.
    await askAt("2024-03-13T09:00:00.000Z");
    expect(await kept("2024-03-15T06:59:00.000Z")).toBe(1);
    // A mail server that was down took the mail only now.
    const [row] = await database.all<{ id: string }>("SELECT id FROM follower");
    await noteConfirmationSent(database, row?.id ?? "", "2024-03-15T06:59:00.000Z");
    expect(await kept("2024-03-17T06:58:00.000Z")).toBe(1);
    expect(await kept("2024-03-17T06:59:00.000Z")).toBe(0);
  });

  test("is answered alike when the same is asked several times at once", async () => {
    const { database } = await open();
    const desk = followerDesk(database, { at: "2024-03-11T08:00:00.000Z", settings });
    await Promise.all(Array.from({ length: 4 }, () => desk.ask(asked)));
    const counts = await database.all(
      "SELECT (SELECT count(*) FROM follower) AS followers, (SELECT count(*) FROM outbox_message) AS messages",
    );
    expect(Object.values(counts[0] as object).map(Number)).toEqual([1, 1]);
  });
});
