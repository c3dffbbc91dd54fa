import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type AppOptions, createApp } from "@heed/api";
import { openDatabase, trackerReads } from "@heed/store";
import pg from "pg";
import { base } from "../figures/reads.ts";
import { explainPostgresql, explainSqlite } from "./explain.ts";
import { noting } from "./noting.ts";

/** What the service asks of a database for some addresses, as `/overdue?pageSize=20`: each statement with its plan. */
const [url = "", ...addresses] = process.argv.slice(2);
const opened = await openDatabase(url, { mode: "read" });
const { database, taken } = noting(opened);
const client = url.startsWith("file:") ? undefined : new pg.Client(url);
await client?.connect();
const server = createServer(createApp(readingFrom(trackerReads(database)))).listen(0, "127.0.0.1");
await once(server, "listening");
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`;
for (const address of addresses) {
  // The second time nothing is read from the disk, or compiled.
  await (await fetch(origin + address)).text();
  taken();
  const begun = performance.now();
  const response = await fetch(origin + address);
  await response.text();
  const took = performance.now() - begun;
  process.stdout.write(`\n# ${address}\n${response.status} in ${took.toFixed(1)} ms\n`);
  for (const statement of taken()) {
    const { text, values, rows, milliseconds } = statement;
    const plan = await (client === undefined ? explainSqlite(opened, statement) : explainPostgresql(client, statement));
    process.stdout.write(
      `\n${text.replace(/\s+/g, " ")}\n${JSON.stringify(values)}\n${rows} rows in ${milliseconds.toFixed(2)} ms\n${plan.join("\n")}\n`,
    );
  }
}
process.exit(0);

/** For everybody, and without acts. */
function readingFrom(reads: AppOptions["reads"]): AppOptions {
  const refused = () => Promise.reject(new Error("plans are shown of reads only"));
  const none = () => {
    throw new Error("plans are shown of reads for everybody only");
  };
  return {
    reads,
    identify: async () => undefined,
    perform: refused,
    performSeveral: refused,
    performRegister: refused,
    drafts: none,
    access: none,
    reminders: none,
    imports: { desk: none },
    record: none,
    performRegisterActs: refused,
    takeWorkbook: refused,
    takeFigures: refused,
    takeItems: refused,
    takeBroughtItems: refused,
    foresees: none,
    files: {
      propose: refused,
      readFigures: refused,
      readItems: refused,
      upload: refused,
      uploaded: refused,
      open: refused,
    },
    isUp: async () => true,
    rateLimit: 0,
  };
}
