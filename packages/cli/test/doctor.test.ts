import { chmod, copyFile, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openDatabase } from "@heed/store";
import { expect, test, vi } from "vitest";
import { freePort } from "../../store/test/free-port.ts";
import { checkClock, checkReminders } from "../src/doctor/check-database.ts";
import type { Finding } from "../src/doctor/finding.ts";
import { ended, runKept, start, worldDatabase } from "./heed.ts";

vi.setConfig({ testTimeout: 180_000 });

type Told = { code: number | null; items: Finding[]; faults: number };

async function doctor(url: string, more: Record<string, string>, ...args: string[]): Promise<Told> {
  const { code, stdout, stderr } = await runKept(["doctor", "--format", "json", ...args], url, "", more);
  expect(stderr).toBe("");
  return { code, ...JSON.parse(stdout) };
}

/** An installation with a backup of today and no mail; and where nothing listens. */
async function installation() {
  const { url, folder } = await worldDatabase();
  const backups = join(folder, "backups");
  await mkdir(backups);
  const port = await freePort();
  const environment = { HEED_BACKUP_FOLDER: backups, HEED_PORT: String(port) };
  const file = url.slice("file:".length);
  await chmod(file, 0o600);
  return { url, file, folder, backups, environment };
}

const faults = ({ items }: Told) => items.filter(({ state }) => state === "fault");

test("a whole installation has no fault, and an old or no backup is one", async () => {
  const { url, backups, environment } = await installation();
  const without = await doctor(url, environment, "--quick");
  expect(without.code).toBe(4);
  expect(faults(without)).toMatchObject([{ part: "backup", what: expect.stringContaining("There is none") }]);
  const made = await ended(start(["database", "backup"], url, environment));
  expect(made).toMatchObject({ code: 0, stderr: "" });
  const whole = await doctor(url, environment);
  expect(whole).toMatchObject({ code: 0, faults: 0 });
  expect(whole.items.filter(({ state }) => state === "fine").map(({ part }) => part)).toEqual(
    expect.arrayContaining(["configuration", "disk", "database", "clock", "audit", "evidence", "backup"]),
  );
  for (const { state, advice } of whole.items) expect(state === "fine").toBe(advice === undefined);
  const [newest] = /heed-\w*\.backup/.exec(made.stdout) ?? [""];
  await copyFile(join(backups, newest), join(backups, "heed-20250101T000000Z.backup"));
  await rm(join(backups, newest));
  expect(faults(await doctor(url, environment, "--quick"))).toMatchObject([
    { part: "backup", what: expect.stringMatching(/is 1\d,\d{3} hours old/) },
  ]);
});

test("a backup of a moment that has not come takes the place of no other", async () => {
  const { url, backups, environment } = await installation();
  await writeFile(join(backups, "heed-20991231T000000Z.backup"), "");
  const made = await runKept(["database", "backup", "--keep", "1"], url, "", environment);
  expect(made).toMatchObject({ code: 0, stderr: expect.stringContaining("of a moment that has not come") });
  const [newest] = /heed-\w*\.backup/.exec(made.stdout) ?? [""];
  expect((await readdir(backups)).sort()).toEqual([newest, "heed-20991231T000000Z.backup"]);
  expect((await runKept(["database", "rehearse"], url, "", environment)).stdout).toContain(newest);
  const told = await doctor(url, environment, "--quick");
  expect(told.items.filter(({ part }) => part === "backup")).toMatchObject([
    { state: "warning", what: expect.stringContaining("has not come") },
    { state: "fine", what: expect.stringContaining("0 hours old") },
  ]);
});

test("each broken installation is told by the part that is broken", async () => {
  const { url, file, folder, environment } = await installation();
  const missing = await doctor(`file:${join(folder, "none.sqlite")}`, environment);
  expect(faults(missing)).toMatchObject([{ part: "database", advice: expect.stringContaining("restore") }, {}]);

  const damaged = join(folder, "damaged.sqlite");
  await writeFile(damaged, Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(8192, 7)]));
  expect(faults(await doctor(`file:${damaged}`, environment))[0]).toMatchObject({ part: "database" });

  const tampered = join(folder, "tampered.sqlite");
  await copyFile(file, tampered);
  const changed = await openDatabase(`file:${tampered}`, { mode: "asItIs" });
  await changed.run("UPDATE organization SET name = replace(name, 'Justice', 'Justise')");
  await changed.close();
  await chmod(tampered, 0o644);
  const found = await doctor(`file:${tampered}`, environment);
  expect(faults(found).map(({ part }) => part)).toContain("audit");
  expect(found.items).toContainEqual(
    expect.objectContaining({ part: "disk", state: "warning", advice: `chmod 600 ${tampered}` }),
  );

  const closed = await freePort();
  const signIn = join(folder, "sign-in.yaml");
  await writeFile(
    signIn,
    `issuer: http://127.0.0.1:${closed}\naudience: heed\nkeys: http://127.0.0.1:${closed}/jwks\n`,
  );
  const unreached = await doctor(
    url,
    {
      ...environment,
      ...{ HEED_MAIL_SERVER: `smtp://127.0.0.1:${closed}`, HEED_MAIL_FROM: "heed@example.org" },
      ...{ HEED_PUBLIC_URL: "http://heed.example.org", HEED_SIGN_IN: signIn, HEED_MAIL_HUOR: "7" },
    },
    "--quick",
  );
  const told = faults(unreached).map(({ part, what }) => `${part}: ${what}`);
  expect(told).toEqual(
    expect.arrayContaining([
      "reminders: No day was decided yet.",
      expect.stringMatching(/^mail: .*is not reached: .*ECONNREFUSED/),
      expect.stringMatching(/^sign-in: .*is not reached: .*ECONNREFUSED/),
      "service: http://heed.example.org is not encrypted.",
    ]),
  );
  expect(unreached.items).toContainEqual(
    expect.objectContaining({ part: "configuration", state: "warning", what: expect.stringContaining("MAIL_HUOR") }),
  );

  const wrong = await doctor(
    url,
    { ...environment, HEED_MAIL_HOUR: "25", HEED_MAIL_SERVER: "smtp://mail.example.org", HEED_LARGEST_IMPORT: "0" },
    "--quick",
  );
  expect(
    faults(wrong)
      .filter(({ part }) => part === "configuration")
      .map(({ what }) => what),
  ).toEqual([
    expect.stringContaining('largestImport is "0"'),
    expect.stringContaining('mailHour is "25"'),
    expect.stringContaining("--mail-from (HEED_MAIL_FROM) is not given"),
  ]);
});

test("a clock that is behind the newest entry is a fault", async () => {
  const sqlite = { dialect: "sqlite" } as Parameters<typeof checkClock>[0];
  const newestEntry = "2026-11-27T10:00:00Z";
  const at = async (now: string) => (await checkClock(sqlite, { messages: [], newestEntry }, new Date(now)))[0]?.state;
  expect([await at("2026-11-27T09:00:00Z"), await at("2026-11-27T10:00:01Z")]).toEqual(["fault", "fine"]);
});

test("mails that wait for days or were given up are told; a letter that waits for a person is not", () => {
  const now = new Date("2026-11-27T12:00:00Z");
  const waiting = { state: "waiting", count: 3, oldest: "2026-11-20T07:00:00Z" } as const;
  const states = (kind: string, decided?: string) =>
    checkReminders({ messages: [{ kind, ...waiting }], ...(decided && { remindersDecided: decided }) }, true, now).map(
      ({ state }) => state,
    );
  expect(states("digest", "2026-11-27")).toEqual(["fault", "fine"]);
  expect(states("escalation", "2026-11-27")).toEqual(["fine"]);
  expect(states("escalation", "2026-11-24")).toEqual(["fault"]);
  expect(states("escalation", "2026-11-30")).toEqual(["fault"]);
  expect(states("escalation")).toEqual(["fault"]);
  const givenUp = { kind: "digest", state: "givenUp", count: 1, oldest: "2026-11-27T07:00:00Z" } as const;
  expect(checkReminders({ messages: [givenUp], remindersDecided: "2026-11-27" }, true, now)[0]).toMatchObject({
    state: "warning",
    advice: expect.stringContaining("givenUp"),
  });
  expect(checkReminders({ messages: [] }, false, now)).toMatchObject([{ state: "warning" }]);
});
