import { createToken, openDatabase } from "@heed/store";
import { copied } from "../kept/copied.ts";
import { type Call, load } from "../measure/load.ts";
import { inTurn } from "../measure/turns.ts";
import { startServer } from "../servers/server-process.ts";
import { worldToday } from "../world/organizations.ts";
import type { Bench, Figure, Result } from "./figure.ts";
import { base, overdueOn } from "./reads.ts";

const mostDrafts = 5000;
const updatedPerSide = 1000;
const aPastDay = "2015-06-30";

/**
 * What a respondent asks and does with a token, on a copy where its organization has drafts; the baseline is Heed without any
 * draft, read by the public and updated by an editor.
 */
export const access: Figure = {
  name: "access",
  about: "a list, what is overdue today and on a past day, and an update, with a token and drafts, and without",
  sizes: ["1k", "100k"],
  ofOwnWorld: true,
  async run(bench) {
    const { dataset, rounds, connections, seconds } = bench;
    const respondent = await respondentOf(bench);
    const url = await copied(dataset);
    const headers = { authorization: `Bearer ${await tokenOf(url, respondent.organization)}` };
    const service = await startServer("heed", url);
    try {
      const drafted = respondent.followUps.slice(0, mostDrafts);
      await draftOn(service.origin, drafted, headers);
      const updated = respondent.followUps.slice(-updatedPerSide);
      const own = await updatesOf(bench, updated, headers);
      const editors = await updatesOf(bench, updated, { authorization: `Bearer ${dataset.token}` });
      const read = (path: string) => [() => ({ path, headers }), () => ({ path })] as const;
      const asked = {
        list: read(`${base}/recommendations?pageSize=20&withTotal=true&asOf=${worldToday}`),
        overdue: read(overdueOn(worldToday)),
        past: read(overdueOn(aPastDay)),
        update: [own, editors],
      } as const;
      const results: Result[] = [];
      for (const [part, [withAccess, without]] of Object.entries(asked)) {
        const turns = await inTurn(
          rounds,
          async () => (await load(service.origin, withAccess, { connections, seconds })).perSecond,
          async () => (await load(bench.heed, without, { connections, seconds })).perSecond,
        );
        const note = `the baseline is Heed without drafts, without a token for reads; ${drafted.length} drafts`;
        const { size, database } = dataset;
        results.push({
          ...{ figure: "access", part, size, database, unit: "requests per second", connections, note },
          ...turns,
        });
      }
      return results;
    } finally {
      await service.stop();
    }
  },
};

/** The organization with most open follow-ups, and these. */
async function respondentOf({ dataset }: Bench) {
  const open = "s.until_on = '9999-12-31' AND s.lifecycle = 'open' AND s.role = 'lead' AND s.position = 'accepted'";
  const [largest] = await dataset.sql.all(
    `SELECT s.addressee_id AS id FROM standing s WHERE ${open} GROUP BY s.addressee_id ORDER BY count(*) DESC LIMIT 1`,
  );
  const organization = String(largest?.id);
  const rows = await dataset.sql.all(
    `SELECT s.follow_up_id AS id FROM standing s WHERE ${open} AND s.addressee_id = ? ORDER BY s.follow_up_id`,
    organization,
  );
  return { organization, followUps: rows.map(({ id }) => String(id)) };
}

async function tokenOf(url: string, organization: string): Promise<string> {
  const database = await openDatabase(url, { mode: "write" });
  const now = new Date().toISOString();
  try {
    return await createToken(
      database,
      { name: `respondent ${now}`, role: "respondent", organizations: [organization] },
      now,
    );
  } finally {
    await database.close();
  }
}

type Headers = Record<string, string>;

async function draftOn(origin: string, followUps: readonly string[], headers: Headers): Promise<void> {
  const body = JSON.stringify({
    act: "update",
    input: { reportingYear: 2026, level: "underWay", narrative: "The circular is being drawn up." },
  });
  for (const id of followUps) {
    const answer = await fetch(`${origin}${base}/followUps/${id}/drafts`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body,
    });
    if (answer.status !== 201) throw new Error(`a draft was answered ${answer.status}: ${await answer.text()}`);
    await answer.arrayBuffer();
  }
}

/** One update after another, each on the next follow-up. */
async function updatesOf({ dataset }: Bench, followUps: readonly string[], headers: Headers): Promise<() => Call> {
  const versions = new Map<string, number>();
  for (const id of followUps) versions.set(id, await dataset.versionOf(id));
  const body = JSON.stringify({
    ...{ reportingYear: 2025, level: "underWay", narrative: "The circular was drawn up and sent." },
    source: { name: "bench" },
  });
  let turn = 0;
  return () => {
    const id = followUps[turn++ % followUps.length] as string;
    const version = versions.get(id) as number;
    versions.set(id, version + 1);
    return {
      path: `${base}/followUps/${id}/progressUpdates`,
      method: "POST",
      headers: { ...headers, "content-type": "application/json", "if-match": `"${version}"` },
      body,
    };
  };
}
