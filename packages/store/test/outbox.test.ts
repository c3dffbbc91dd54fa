import type { OutboxMessage } from "@heed/core/reminders/outbox-message";
import { addMessages, type Database, deliverMessages, openDatabase } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";

const start = Date.parse("2024-03-11T06:00:00.000Z");

/** Messages on a clock that the test moves, and two services that send them, each kept for a minute. */
async function outboxOf(database: Database, count: number) {
  let at = start;
  const now = () => new Date(at).toISOString();
  const names = Array.from({ length: count }, (_, place) => `m${place + 1}`);
  await addMessages(
    database,
    names.map((id) => ({
      ...{ id, key: id, kind: "digest", day: "2024-03-11", availableAt: now(), body: { reminders: [] } },
    })),
  );
  const service = (on: Database, deliver: (message: OutboxMessage) => Promise<"sent">, goesOn = () => true) =>
    deliverMessages(on, {
      ...{ now, random: () => 0.5, batch: 20, lease: 60_000, kinds: ["digest"] as const },
      ...{ deliver, goesOn },
    });
  const rows = () =>
    database.all<{ id: string; state: string; attempts: number; fault: string | null }>(
      "SELECT id, state, attempts, last_fault AS fault FROM outbox_message ORDER BY id",
    );
  const pass = (seconds: number) => {
    at += seconds * 1000;
  };
  return { names, service, rows, pass };
}

describeDatabase("messages of the outbox", (open) => {
  test("go out once by two services, however long a batch takes", async () => {
    const { database, url } = await open();
    const second = await openDatabase(url, { mode: "write" });
    const { names, service, rows, pass } = await outboxOf(database, 4);
    const sent: string[] = [];
    const send = async ({ id }: OutboxMessage) => {
      sent.push(id);
      return "sent" as const;
    };
    await service(database, async (message) => {
      pass(40);
      await service(second, send);
      return send(message);
    });
    await second.close();
    expect(sent.sort()).toEqual(names);
    expect(await rows()).toEqual(names.map((id) => ({ id, state: "sent", attempts: 1, fault: null })));
  });

  test("are for one service to note: not for one whose time was over while another sends", async () => {
    const { database } = await open();
    const { service, rows, pass } = await outboxOf(database, 1);
    let end = (_: "sent") => {};
    let other: Promise<number> | undefined;
    await service(database, async () => {
      pass(70);
      await new Promise<void>((begun) => {
        other = service(database, () => {
          begun();
          return new Promise((resolve) => {
            end = resolve;
          });
        });
      });
      throw new Error("too late");
    });
    expect(await rows()).toEqual([{ id: "m1", state: "waiting", attempts: 2, fault: null }]);
    // Nobody takes it while it is sent.
    pass(55);
    expect(await service(database, async () => "sent")).toBe(0);
    end("sent");
    await other;
    expect(await rows()).toEqual([{ id: "m1", state: "sent", attempts: 2, fault: null }]);
  });

  test("that were taken and not sent are there for the next service at once", async () => {
    const { database } = await open();
    const { names, service, rows } = await outboxOf(database, 3);
    let isStopped = false;
    await service(
      database,
      async () => {
        isStopped = true;
        return "sent";
      },
      () => !isStopped,
    );
    expect((await rows()).map(({ attempts }) => attempts).sort()).toEqual([0, 0, 1]);
    expect(await service(database, async () => "sent")).toBe(2);
    expect(await rows()).toEqual(names.map((id) => ({ id, state: "sent", attempts: 1, fault: null })));
  });
});
