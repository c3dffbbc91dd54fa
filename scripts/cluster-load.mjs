// Mixed use of a cluster that scripts/cluster.sh started, while its primary is killed twice; prints what was seen.
// usage: node scripts/cluster-load.mjs [MINUTES]   (after: npx pnpm build && scripts/cluster.sh start)
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { defaultSettings, RecordFile } from "../packages/core/dist/index.js";
import { createToken, importRecord, openDatabase, verifyAudit } from "../packages/store/dist/index.js";

const minutes = Number(process.argv[2] ?? 60);
const folder = process.env.HEED_CLUSTER ?? "/tmp/heed-cluster";
const first = Number(process.env.HEED_CLUSTER_PORT ?? 5810);
const address = `http://127.0.0.1:${first}`;
const api = `${address}/recommendationFollowUp/v1`;
const url = `postgresql://heed@127.0.0.1:${first + 3}/heed`;
const [writers, readers, followUps] = [3, 4, 240];
/** Milliseconds between two requests of one client: the load is bounded. */
const thinking = 250;

const database = await openDatabase(url, { mode: "write" });
const record = RecordFile.parse({
  heed: "record/1",
  organizations: [
    { id: "centre", code: "centre", name: { en: "Centre" } },
    { id: "justice", code: "just", name: { en: "Justice" } },
  ],
  reports: [{ id: "r", reference: "2021", issuingBody: "centre", reportingYear: 2021, publishedOn: "2022-10-18" }],
  recommendations: numbers(followUps).map((n) => ({
    id: `rec${n}`,
    report: "r",
    reference: `${n}`,
    text: { en: `Train team ${n}.` },
  })),
  followUps: numbers(followUps).map((n) => ({ id: `fu${n}`, recommendation: `rec${n}`, addressee: "justice" })),
});
await importRecord(database, record, {
  ...{ file: "load.json", fileDigest: "", mappingDigest: "", mapping: "", actor: "editor", systemUser: "load" },
  ...{ at: new Date().toISOString(), settings: defaultSettings, newId: randomUUID, dryRun: false, skipInvalid: false },
});
const token = await createToken(
  database,
  { name: "J. Claes", role: "respondent", organizations: ["justice"] },
  new Date().toISOString(),
);
await database.close();

const began = Date.now();
const end = began + minutes * 60_000;
const seen = { reads: 0, personReads: 0, acts: 0, stale: 0, slowest: 0, failures: [], refused: [] };
/** Each primary that was killed: from when, and until when an act was acknowledged again. */
const failovers = [];
const acknowledged = new Map();
let lastAcknowledged = began;
let longestGap = { milliseconds: 0, endedAt: "" };

async function asked(path, init = {}, who) {
  const headers = { ...init.headers, ...(who && { Authorization: `Bearer ${token}` }) };
  const since = Date.now();
  try {
    const answer = await fetch(path, { ...init, headers, signal: AbortSignal.timeout(60_000) });
    const text = await answer.text();
    seen.slowest = Math.max(seen.slowest, Date.now() - since);
    if (answer.status >= 500) seen.failures.push({ since, at: Date.now(), what: answer.status, path });
    return {
      status: answer.status,
      text,
      version: Number(/^"(\d+)\./.exec(answer.headers.get("etag") ?? "")?.[1]),
      tag: answer.headers.get("etag"),
    };
  } catch (error) {
    seen.failures.push({ since, at: Date.now(), what: error.cause?.code ?? error.name, path });
    return { status: 0 };
  }
}

async function write(mine) {
  for (let turn = 0; Date.now() < end; turn += 1) {
    const followUp = mine[turn % mine.length];
    const path = `${api}/followUps/${followUp}`;
    const before = await asked(path, {}, true);
    if (before.status === 200) await actAndRead(path, before);
    await pause(thinking);
  }
}

async function actAndRead(path, before) {
  const [key, marker] = [randomUUID(), randomUUID()];
  const init = {
    method: "POST",
    headers: { "Content-Type": "application/json", "If-Match": before.tag, "Idempotency-Key": key },
    body: JSON.stringify({ position: "accepted", reason: `Marked ${marker}.` }),
  };
  for (;;) {
    const { status, text } = await asked(`${path}/responses`, init, true);
    if (status === 201) break;
    // Nobody knows whether it was done: it is sent again under its key.
    if (status !== 0 && status < 500) return void seen.refused.push(`${status} ${text}`.slice(0, 200));
    await pause(500);
  }
  seen.acts += 1;
  acknowledged.set(marker, path);
  const now = Date.now();
  if (now - lastAcknowledged > longestGap.milliseconds)
    longestGap = { milliseconds: now - lastAcknowledged, endedAt: seconds(now - began) };
  lastAcknowledged = now;
  const after = await asked(path, {}, true);
  if (after.status !== 200) return;
  seen.personReads += 1;
  if (after.version !== before.version + 1) seen.stale += 1;
}

async function read() {
  const paths = [`${address}/en`, `${api}/overdue`, `${api}/recommendations`, `${address}/nl/overdue`];
  for (let turn = 0; Date.now() < end; turn += 1) {
    const { status } = await asked(turn % 5 === 4 ? `${api}/followUps/fu${1 + (turn % followUps)}` : paths[turn % 5]);
    if (status === 200) seen.reads += 1;
    else if (status !== 0 && status < 500) seen.refused.push(`${status} on a read`);
    await pause(thinking);
  }
}

async function cluster(what) {
  const { stdout } = await promisify(execFile)(join(import.meta.dirname, "cluster.sh"), [what]);
  return stdout.trim();
}

async function killAfter(milliseconds) {
  await pause(milliseconds);
  const killed = Date.now();
  console.log(`${seconds(killed - began)}: ${await cluster("kill-primary")}`);
  // As long as somebody, or Patroni, takes at least to see it.
  await pause(3_000);
  console.log(await cluster("promote"));
  while (lastAcknowledged < killed + 3_000 && Date.now() < killed + 120_000) await pause(50);
  failovers.push({ from: killed, to: Date.now() });
  console.log(`acknowledged again after ${seconds(Date.now() - killed)}`);
  await pause(20_000);
  console.log(await cluster("rejoin"));
}

function processOf(number) {
  const pid = readFileSync(join(folder, `service${number}.pid`), "utf8").trim();
  const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return { megabytes: Math.round(Number(rss) / 1024), descriptors: readdirSync(`/proc/${pid}/fd`).length };
}

async function watch() {
  while (Date.now() < end) {
    console.log(
      `${seconds(Date.now() - began)}: ${JSON.stringify([1, 2].map(processOf))} acts ${seen.acts} reads ${seen.reads} stale ${seen.stale}`,
    );
    await pause(Math.min(30_000, end - Date.now()));
  }
}

function numbers(count) {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

const share = followUps / writers;
await Promise.all([
  ...numbers(writers).map((n) => write(numbers(share).map((each) => `fu${(n - 1) * share + each}`))),
  ...numbers(readers).map(read),
  watch(),
  (async () => {
    await killAfter((end - began) / 4);
    await killAfter(Math.max(0, began + ((end - began) * 5) / 8 - Date.now()));
  })(),
]);

const stored = await openDatabase(url, { mode: "read" });
const rows = await stored.all("SELECT body FROM entry WHERE body LIKE '%Marked %'");
const counts = new Map();
for (const { body } of rows) {
  const marker = /Marked ([\w-]+)\./.exec(body)?.[1];
  counts.set(marker, (counts.get(marker) ?? 0) + 1);
}
const audit = await verifyAudit(stored);
await stored.close();
const places = {};
for (const port of [first + 6, first + 7]) {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  for (const [, place, count] of text.matchAll(/^heed_replica_reads_total\{place="(\w+)"\} (\d+)/gm))
    places[place] = (places[place] ?? 0) + Number(count);
}
const inFailover = ({ since, at }) => failovers.some(({ from, to }) => at >= from && since <= to + 1_000);
const { failures, ...figures } = seen;
console.log(
  JSON.stringify(
    {
      ...{ minutes, ...figures },
      acknowledged: acknowledged.size,
      lost: [...acknowledged.keys()].filter((marker) => !counts.has(marker)).length,
      twice: [...counts.values()].filter((count) => count > 1).length,
      storedNotAcknowledged: [...counts.keys()].filter((marker) => !acknowledged.has(marker)).length,
      auditFault: audit.fault ?? null,
      failuresInFailover: failures.filter(inFailover).length,
      failuresElse: failures.filter((each) => !inFailover(each)),
      gaps: failovers.map(({ from, to }) => seconds(to - from)),
      longestGap,
      places,
      processes: [1, 2].map(processOf),
    },
    null,
    2,
  ),
);
