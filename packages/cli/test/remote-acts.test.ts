import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { bothWays, type Who } from "./both-ways.ts";
import { runKept } from "./heed.ts";
import type { Serving } from "./serving.ts";

const json = ["--format", "json"];

test("a command that acts tells the same of a service as of a database", { timeout: 300_000 }, async () => {
  const { both, who } = await bothWays();
  const editor = await who("E. Maes", "editor");
  const justice = await who("J. Claes", "respondent", "just");
  const assessor = await who("A. Lambert", "assessor");
  const interpreters = ["2016-01", "--addressee", "just"];
  for (const [args, by] of [
    [["report", "draft", "--reference", "2016", "--year", "2016", "--by", "myria"], editor],
    [
      ["recommendation", "add", "2016", "--reference", "2016-01", "--text", "en:Hear them.", ...interpreters.slice(1)],
      editor,
    ],
    [["recommendation", "add", "2016", "--reference", "2016-02", "--addressee", "fedpol:joint", ...json], editor],
    [["recommendation", "remove", "2016", "2016-02", ...json], editor],
    [["report", "draft", "--reference", "2017", "--year", "2017", "--by", "myria"], editor],
    [["report", "discard", "2017", ...json], editor],
    [["report", "publish", "2016", "--expect-version", "4"], editor],
    [["recommendation", "link", "2016-01", "2015-02", "--type", "repeats"], editor],
    [["response", "record", ...interpreters, "--position", "accepted", "--expect-version", "2"], justice],
    [["commitment", "record", ...interpreters, "--description", "A desk.", "--due", "2030-01-31", ...json], justice],
    [
      [
        "assessment",
        "record",
        "2013-02",
        "--addressee",
        "just",
        "--year",
        "2014",
        "--level",
        "underWay",
        "--method",
        "interview",
        "--rationale",
        "A bill.",
      ],
      assessor,
    ],
    [["organization", "add", "--code", "cij", "--name", "en:Centre of Justice", "--level", "federal"], editor],
    [["settings", "change", "--set", "dueSoonDays=40", "--from", "2040-01-01", "--reason", "Agreed."], editor],
  ] as [string[], Who][]) {
    const { code, stderr } = await both(args, by);
    expect(code, stderr).toBe(0);
  }
});

test("what a service refuses is told as a database's refusal, by the options", { timeout: 300_000 }, async () => {
  const { both, who, heed } = await bothWays();
  const editor = await who("E. Maes", "editor");
  const justice = await who("J. Claes", "respondent", "just");
  for (const args of [
    ["report", "publish", "2011"],
    ["report", "publish", "2061"],
    ["report", "draft", "--reference", "2011", "--year", "2011", "--by", "ceoor"],
    ["report", "change", "2011", "--change", '{"colour":"red"}'],
    ["report", "change", "2011", "--change", '{"reference":"2012"}', "--expect-version", "7"],
    ["recommendation", "correct", "2011-03", "--change", '{"implementationDue":"2030-06-30"}'],
    ["recommendation", "link", "2011-03", "--type", "repeats"],
    ["cycle", "close", "2015", "--on", "2016-03-30"],
    ["organization", "add", "--code", "just", "--name", "nl:Justitie"],
    [
      "response",
      "record",
      "2011-03",
      "--addressee",
      "just",
      "--position",
      "accepted",
      "--source",
      "A letter.",
      "--expect-version",
      "99",
    ],
    [
      "deadline",
      "decide",
      "2011-03",
      "--addressee",
      "just",
      "--request",
      "nothing",
      "--decision",
      "granted",
      "--decided-by",
      "A",
      "--reason",
      "B",
    ],
    [
      "observation",
      "add",
      "2011-03",
      "--addressee",
      "just",
      "--by",
      "GRETA",
      "--text",
      "Late.",
      "--given-on",
      "2040-01-01",
    ],
    ["entry", "retract", "2011-03", "--addressee", "just", "--entry", "nothing", "--reason", "Wrong."],
  ])
    expect((await both(args, editor)).code, args.join(" ")).toBe(2);

  const finding = [
    "assessment",
    "record",
    "2013-02",
    "--addressee",
    "just",
    "--year",
    "2014",
    "--level",
    "underWay",
    "--method",
    "interview",
    "--rationale",
    "A bill.",
  ];
  const refused = await heed(finding, justice);
  expect([refused.code, refused.stdout, refused.stderr]).toEqual([2, "", expect.stringContaining("respondent")]);
  const stranger = await heed(finding, { token: "heed_00000000_none" });
  expect([stranger.code, stranger.stderr]).toEqual([2, "heed: The token is not valid: HEED_TOKEN has it\n"]);
  const nobody = await heed(finding, { token: "" });
  expect([nobody.code, nobody.stderr]).toEqual([2, "heed: This needs a token: HEED_TOKEN has it\n"]);
  for (const [option, value] of [
    ["--as", "E. Maes"],
    ["--role", "assessor"],
    ["--for", "just"],
  ]) {
    const { code, stderr } = await heed([...finding, option, value] as string[], justice);
    expect([code, stderr]).toEqual([2, `heed: ${option} is not for a service: HEED_TOKEN tells who it is\n`]);
  }
});

/** Passes requests on; of the first act, the service does it and the answer is cut off. */
async function losingAnAnswer({ address }: Serving) {
  const acts: { key: string; status: number }[] = [];
  const proxy = createServer(async (request, response) => {
    const body: Buffer[] = [];
    for await (const piece of request) body.push(piece as Buffer);
    const isAct = request.method !== "GET";
    const answer = await fetch(`${address}${request.url}`, {
      method: request.method ?? "GET",
      headers: Object.entries(request.headers).filter(([name]) => !["connection", "host"].includes(name)) as [
        string,
        string,
      ][],
      ...(isAct && { body: Buffer.concat(body) }),
    });
    const text = await answer.text();
    if (isAct) acts.push({ key: String(request.headers["idempotency-key"]), status: answer.status });
    if (isAct && acts.length === 1) return request.socket.destroy();
    const tag = answer.headers.get("ETag");
    response.writeHead(answer.status, { "Content-Type": "application/json", ...(tag && { ETag: tag }) }).end(text);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => proxy.once("listening", resolve));
  onTestFinished(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  return { address: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, acts };
}

test("an act whose answer was lost is sent once more under the same key, and done once", {
  timeout: 300_000,
}, async () => {
  const { there, served, who } = await bothWays();
  const { token } = await who("J. Claes", "respondent", "just");
  const { address, acts } = await losingAnAnswer(served);
  const promise = ["commitment", "record", "2013-02", "--addressee", "just", "--description", "A circular about it."];
  const { code, stdout, stderr } = await runKept([...promise, "--server", address], "", token);
  expect([code, stderr, stdout]).toEqual([0, "", expect.stringContaining("Recorded on 2013-02")]);
  expect(acts).toEqual([
    { key: acts[0]?.key, status: 201 },
    { key: acts[0]?.key, status: 201 },
  ]);
  const shown = await there.heed("follow-up", "show", "2013-02", "--addressee", "just");
  expect(shown.stdout.split("A circular about it.")).toHaveLength(2);
});
