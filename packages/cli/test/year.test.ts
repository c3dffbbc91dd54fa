import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { acts } from "@heed/core";
import { registerActs } from "@heed/core/acts/acts";
import { checkProjections, type Database, trackerReads, verifyAudit } from "@heed/store";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { main } from "../src/main.ts";
import { byForms } from "./year/by-forms.ts";
import {
  byClient,
  byCommands,
  byCommandsAt,
  byRequests,
  inOneRequest,
  type Play,
  playAll,
  tokensOf,
} from "./year/play.ts";
import { contentOf } from "./year/same-content.ts";
import { serve } from "./year/serve.ts";
import { type Step, theYear } from "./year/the-year.ts";

/** The ids of both plays sort in the order of creation; each step starts its own numbering. */
const ids = vi.hoisted(() => {
  // Other files of this worker have loaded the modules without these ids, and shall not meet them.
  vi.resetModules();
  return { step: "made-0000", made: 0 };
});
afterAll(() => void vi.resetModules());
vi.mock("node:crypto", async (original) => ({
  ...(await original<typeof import("node:crypto")>()),
  randomUUID: () => `${ids.step}-${String(++ids.made).padStart(4, "0")}`,
}));

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function begin({ at }: Step, index: number): void {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(at) });
  ids.step = `made-${String(index + 1).padStart(4, "0")}`;
  ids.made = 0;
}

/** Runs the command line in this process. */
async function inProcess(place: readonly string[], args: readonly string[]): Promise<string> {
  let printed = "";
  let told = "";
  const out = vi.spyOn(process.stdout, "write").mockImplementation((text, done) => {
    printed += text;
    (done as unknown as () => void)?.();
    return true;
  });
  const errors = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    told += text;
    return true;
  });
  try {
    const code = await main([...place, ...args]);
    if (code !== 0) throw new Error(`heed ${args.join(" ")}: ${told}`);
    return printed;
  } finally {
    out.mockRestore();
    errors.mockRestore();
  }
}

const program = fileURLToPath(new URL("../bin/heed.js", import.meta.url));
const sameClock = new URL("./year/same-clock.mjs", import.meta.url).href;

/** Runs the built command line in a process of its own. */
async function asProcess(
  place: readonly string[],
  args: readonly string[],
  { at }: Step,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const env = { ...process.env, YEAR_NOW: at, YEAR_ID: ids.step, ...more };
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", sameClock, program, ...place, ...args], {
    env,
  });
  return stdout;
}

/** Their documents take seconds to write: frozen-report.test.ts and report-freeze.test.ts have them. */
const ofFrozen = ["freezeReport", "addReportErratum"];

/** One step in so many runs in a process; running all of them so would take half a minute. */
const everyTenth = 10;

async function requireSound(database: Database): Promise<void> {
  expect((await verifyAudit(database)).fault).toBeUndefined();
  expect((await checkProjections(database, await trackerReads(database).settings())).differences).toEqual([]);
}

/** By the client; some steps by commands at the service instead, in processes of their own, as users run them. */
function atTheService(database: Database, address: string): Play {
  const tokenOf = tokensOf(database);
  const client = byClient(tokenOf, address);
  const commands = byCommandsAt(tokenOf, (args, token, step) =>
    asProcess(["--server", address], args, step, { HEED_TOKEN: token }),
  );
  let step = 0;
  return (each, names) => (step++ % everyTenth === 5 && !each.together ? commands : client)(each, names);
}

type Content = Awaited<ReturnType<typeof contentOf>>;

function expectSame(content: Content, expected: Content): void {
  for (const [table, rows] of Object.entries(expected)) expect(content[table], table).toEqual(rows);
}

describeDatabase("a full year of the example world", (open) => {
  test("played by commands, by HTTP, by the client and by the forms of the desk gives the same content, entry for entry", {
    timeout: 900_000,
  }, async () => {
    process.stdout.setMaxListeners(0);
    const [commands, requests, client, forms] = [await open(), await open(), await open(), await open()];
    const all = [commands, requests, client, forms];
    for (const { database } of all) await imported(database, world, { newId: () => "import" });
    let step = 0;
    const place = ["--database", commands.url];
    const run = (args: readonly string[], of: Step) =>
      step++ % everyTenth === 0 ? asProcess(place, args, of) : inProcess(place, args);
    await playAll(theYear, byCommands(run), begin);
    await playAll(theYear, byRequests(requests.database), begin);
    const { address, close } = await serve(client.database);
    try {
      await playAll(inOneRequest(theYear), atTheService(client.database, address), begin);
    } finally {
      await close();
    }
    const { play, sendAllAgain } = byForms(forms.database);
    await playAll(inOneRequest(theYear), play, begin);
    await sendAllAgain();
    vi.useRealTimers();
    const expected = await contentOf(commands.database);
    expect(Object.keys(expected).length).toBeGreaterThan(20);
    for (const { database } of [requests, client]) expectSame(await contentOf(database), expected);
    expectSame(
      await contentOf(forms.database, { drafts: false }),
      await contentOf(commands.database, { drafts: false }),
    );
    for (const { database } of all) await requireSound(database);
    // Every act occurs in the year, so none is without a form.
    for (const { database } of [commands, forms]) {
      const done = await database.all<{ action: string }>(
        "SELECT action FROM audit_record UNION SELECT action FROM register_record",
      );
      expect(done.map(({ action }) => action)).toEqual(
        expect.arrayContaining([
          ...Object.keys(acts),
          ...Object.keys(registerActs).filter((act) => !ofFrozen.includes(act)),
        ]),
      );
    }
  });
});
