import { Writable } from "node:stream";
import { RecordFile } from "@heed/core";
import { createToken } from "@heed/store";
import { pino } from "pino";
import { expect, onTestFinished, test } from "vitest";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { startService } from "../src/index.ts";

const record = RecordFile.parse({
  heed: "record/1",
  organizations: [
    { id: "centre", code: "centre", name: { en: "Centre" } },
    { id: "justice", code: "just", name: { nl: "Justitie" } },
  ],
  reports: [{ id: "r", reference: "2021", issuingBody: "centre", reportingYear: 2021, publishedOn: "2022-10-18" }],
  recommendations: [{ id: "rec", report: "r", reference: "1", text: { en: "Train the inspectors." } }],
  followUps: [{ id: "fu", recommendation: "rec", addressee: "justice" }],
});

const base = "/recommendationFollowUp/v1";

describeDatabase("who watches a service", (open) => {
  test("reads its metrics at a port of their own, without anything of a person in them or in the log", async () => {
    const { database, url } = await open();
    await imported(database, record);
    const token = await createToken(
      database,
      { name: "J. Claes", role: "respondent", organizations: ["justice"] },
      "2026-01-31T09:00:00.000Z",
    );
    const lines: string[] = [];
    const into = new Writable({
      write: (line, _, done) => {
        lines.push(String(line));
        done();
      },
    });
    const service = await startService({
      ...{ url, port: 0, logger: pino({ level: "info" }, into) },
      metrics: { port: 0, host: "127.0.0.1" },
    });
    onTestFinished(() => service.close());
    const at = `http://127.0.0.1:${service.port}`;
    const headers = { Authorization: `Bearer ${token}`, "User-Agent": "a browser of somebody" };
    const said = await fetch(`${at}${base}/followUps/fu/responses`, {
      method: "POST",
      headers: { ...headers, "Content-Type": "application/json", "If-Match": "*" },
      body: JSON.stringify({ position: "accepted" }),
    });
    expect(said.status).toBe(201);
    for (const path of [
      `${base}/recommendations?q=Jansen`,
      "/en",
      "/nowhere",
      `${base}/health`,
      `${base}/recommendations/none`,
    ])
      await (await fetch(at + path, { headers })).arrayBuffer();
    expect(await figures(service.metricsPort)).toMatchObject({
      'heed_request_duration_seconds_count{operation="recordResponse",status="2xx"}': 1,
      'heed_request_duration_seconds_count{operation="listRecommendations",status="2xx"}': 1,
      'heed_request_duration_seconds_count{operation="page",status="2xx"}': 1,
      'heed_request_duration_seconds_count{operation="getRecommendation",status="4xx"}': 1,
      'heed_request_duration_seconds_count{operation="other",status="4xx"}': 1,
      'heed_acts_total{act="respond"}': 1,
      heed_database_up: 1,
      heed_newest_entry_timestamp_seconds: expect.any(Number),
      nodejs_eventloop_lag_seconds: expect.any(Number),
    });
    expect((await fetch(`${at}/metrics`)).status).toBe(404);
    const told = lines.join("");
    expect(lines.map((line) => JSON.parse(line)).filter(({ req }) => req !== undefined).length).toBe(7);
    expect(told).toContain("/recommendations?q=[Redacted]");
    for (const personal of ["Jansen", "Claes", "somebody", "127.0.0.1", token]) expect(told).not.toContain(personal);
  });

  test("is told that it is not ready before it stops, while it still answers; and a database that is away", async () => {
    const { database, url } = await open();
    await imported(database, record);
    const service = await startService({
      ...{ url, port: 0, drain: 400, logger: pino({ level: "silent" }) },
      metrics: { port: 0, host: "127.0.0.1" },
    });
    const status = async (path: string) => (await fetch(`http://127.0.0.1:${service.port}${base}/${path}`)).status;
    expect([await status("health"), await status("readiness")]).toEqual([200, 200]);
    const closed = service.close();
    expect([await status("readiness"), await status("health"), await status("overdue")]).toEqual([503, 200, 200]);
    await closed;
    await expect(status("health")).rejects.toThrow();
    await expect(figures(service.metricsPort)).rejects.toThrow();
  });
});

/** Each line of the metrics by what stands before its value. */
async function figures(port: number | undefined): Promise<Record<string, number>> {
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
  expect(answer.headers.get("content-type")).toContain("text/plain; version=0.0.4");
  const lines = (await answer.text()).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return Object.fromEntries(
    lines.map((line) => /^(.*) (\S+)$/.exec(line)?.slice(1) ?? []).map(([key, value]) => [key, Number(value)]),
  );
}
