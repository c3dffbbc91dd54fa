import { once } from "node:events";
import { createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Database, NewToken } from "@heed/store";
import supertest from "supertest";
import { afterEach, expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { Problem } from "../src/contract/common.ts";
import { operations } from "../src/operations/operations.ts";
import { tokensOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const justice: NewToken = { name: "J. Claes", role: "respondent", organizations: ["justice"] };
const interior: NewToken = { name: "I. Bos", role: "respondent", organizations: ["interior"] };
const editor: NewToken = { name: "E. Maes", role: "editor", organizations: [] };

const followUp = "/followUps/2013-02-just";

async function serve(database: Database) {
  const app = supertest(await worldApp(database));
  const tokens = await tokensOf(database, { justice, interior, editor });
  const send = (
    method: "post" | "patch" | "delete",
    path: string,
    body: object,
    tag?: string,
    token = tokens.justice,
  ) => {
    const request = app[method](basePath + path)
      .set("Authorization", `Bearer ${token}`)
      .set("Content-Type", method === "patch" ? "application/merge-patch+json" : "application/json");
    return (tag === undefined ? request : request.set("If-Match", tag)).send(JSON.stringify(body));
  };
  const noted = (tag?: string, token?: string) =>
    send("post", `${followUp}/responses`, { position: "noted" }, tag, token);
  return { app, tokens, send, noted };
}

describeDatabase("If-Match", (open) => {
  test.each([
    ["our tag", (tag: string) => tag, 201],
    ["our tag made weak by a proxy that compresses", (tag: string) => `W/${tag}`, 201],
    ["our tag of the compressed answer", (tag: string) => tag.replace(/"$/, '-gzip"'), 201],
    ["the version alone", () => '"1"', 201],
    ["*", () => "*", 201],
    ["a list with our tag", (tag: string) => `"other", ${tag}`, 201],
    ["a list with our tag, weak, and a comma in another", (tag: string) => `"a,b" , W/${tag},`, 201],
    ["a version that was", () => '"0"', 412],
    ["a tag of another service", () => '"33a64df551425fcc"', 412],
    ["an empty tag", () => '""', 412],
    ["a weak tag of another service", () => 'W/"x"', 412],
    ["a list of others", () => '"x", "y"', 412],
    ["a number too large to be one", () => '"99999999999999999999"', 412],
    ["no tag", () => "nonsense", 400],
    ["half a tag", () => '"1', 400],
    ["nothing", () => undefined, 428],
  ] as const)("%s", async (_, tagged, status) => {
    const { database } = await open(world);
    const { app, noted } = await serve(database);
    const { headers } = await app.get(basePath + followUp).set("Accept-Encoding", "identity");
    const answer = await noted(tagged(headers.etag ?? ""));
    expect(answer.status, answer.text).toBe(status);
    if (status >= 400) Problem.parse(answer.body);
  });

  test("is asked only of who may act: 404 and 403 come before 412 and 428", async () => {
    const { database } = await open(world);
    const { noted, send, tokens } = await serve(database);
    for (const tag of [undefined, '"7"', '"x"', "*", '"1"']) {
      expect((await noted(tag, tokens.interior)).status, tag).toBe(403);
      expect((await send("post", "/followUps/none/responses", { position: "noted" }, tag)).status, tag).toBe(404);
      expect((await send("patch", "/reports/report-2011", { reference: "x" }, tag)).status, tag).toBe(403);
      expect((await send("patch", "/reports/none", { reference: "x" }, tag, tokens.editor)).status, tag).toBe(404);
    }
    for (const [tag, status] of [
      [undefined, 428],
      ['"7"', 412],
      ["*", 200],
    ] as const)
      expect((await send("patch", "/reports/report-2011", { reference: "x" }, tag, tokens.editor)).status, tag).toBe(
        status,
      );
  });
});

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

describeDatabase("what is compressed", (open) => {
  test("has a tag of its own for each coding, which answers 304 and lets its client write", async () => {
    const { database } = await open(world);
    const server = createServer(await worldApp(database)).listen(0, "127.0.0.1");
    await once(server, "listening");
    endings.push(() => server.close());
    const { port } = server.address() as AddressInfo;
    const ask = (headers: Record<string, string>) =>
      fetch(`http://127.0.0.1:${port}${basePath}${followUp}`, {
        headers: { "Accept-Encoding": "identity", ...headers },
      });
    const found = new Map<string, string>();
    for (const coding of ["identity", "gzip", "deflate", "br"]) {
      const answer = await ask({ "Accept-Encoding": coding });
      expect(answer.headers.get("content-encoding"), coding).toBe(coding === "identity" ? null : coding);
      found.set(coding, answer.headers.get("etag") ?? "");
      await answer.text();
    }
    expect(new Set(found.values()).size).toBe(4);
    for (const [coding, tag] of found)
      for (const known of [tag, `W/${tag}`, `"x", ${tag}`]) {
        const answer = await ask({ "Accept-Encoding": coding, "If-None-Match": known });
        expect([answer.status, answer.headers.get("etag")], known).toEqual([304, tag]);
      }
    expect((await ask({ "If-None-Match": '"x"' })).status).toBe(200);
    expect((await ask({ "If-None-Match": "*" })).status).toBe(304);
  });
});

describeDatabase("what was made", (open) => {
  test("is where its Location says", async () => {
    const { database } = await open(world);
    const { app, tokens, send, noted } = await serve(database);
    const read = (location: string) => app.get(location).set("Authorization", `Bearer ${tokens.editor}`);
    const byEditor = (path: string, body: object) => send("post", path, body, "*", tokens.editor);

    const response = await noted("*");
    const [entry] = response.body.entries;
    expect(response.headers.location).toBe(`${basePath}${followUp}/entries/${entry.id}`);
    const alone = await app.get(response.headers.location ?? "");
    expect(alone.body).toMatchObject({ href: response.headers.location, entry });
    const corrected = await send(
      "patch",
      `${followUp}/entries/${entry.id}`,
      { reason: "As the Council decided." },
      alone.headers.etag,
    );
    expect(corrected.status, corrected.text).toBe(200);

    const report = await byEditor("/reports", { reference: "2014", issuingBody: "myria", reportingYear: 2014 });
    const { id } = report.body.report;
    const days = { opensOn: "2015-01-12", updatesDueOn: "2015-03-31", assessmentsDueOn: "2015-06-12" };
    const made = [
      response,
      report,
      await byEditor(`/reports/${id}/recommendations`, {
        reference: "1",
        title: { en: "One" },
        text: { en: "Do it." },
        addressees: [{ organization: "justice" }],
      }),
      await byEditor(`/reports/${id}/publications`, {}),
      await byEditor("/recommendations/2013-02/links", { type: "echoes", echoes: "CEDAW/C/BEL/CO/7" }),
      await byEditor("/reportingCycles", { issuingBody: "unia", year: 2014, ...days }),
      await byEditor("/organizations", { code: "new", name: { en: "New" } }),
      await byEditor("/settingChanges", { changes: { dueSoonDays: 14 }, reason: "Agreed." }),
      await byEditor("/organizationChanges", {
        type: "renamed",
        originals: ["justice"],
        results: [{ organization: "interior" }],
      }),
    ];
    for (const { status, text, headers } of made) {
      expect(status, text).toBe(201);
      const found = await read(headers.location ?? "nowhere");
      expect(found.status, headers.location).toBe(200);
    }
    for (const none of [
      "/entries/none",
      "/../../recommendations/2013-02/links/none",
      "/../../organizationChanges/none",
    ])
      expect((await app.get(basePath + followUp + none)).status, none).toBe(404);
  });
});

describeDatabase("every known path", (open) => {
  test("tells in Allow what it takes, to OPTIONS and to other methods", async () => {
    const { database } = await open(world);
    const { app } = await serve(database);
    const paths = new Map<string, Set<string>>();
    for (const { method, path } of operations) {
      const allowed = paths.get(path) ?? new Set();
      for (const each of method === "get" ? ["GET", "HEAD"] : [method.toUpperCase()]) allowed.add(each);
      paths.set(path, allowed);
    }
    for (const path of ["/health", "/readiness", "/doc/", "/doc/openapi.json"])
      paths.set(path, new Set(["GET", "HEAD"]));
    for (const [path, allowed] of paths) {
      const address = basePath + path.replaceAll(/\{\w+\}/g, "none");
      const expected = [...allowed, "OPTIONS"].sort();
      const options = await app.options(address);
      expect([options.status, options.headers.allow?.split(", ").sort()], path).toEqual([204, expected]);
      expect(options.headers["accept-patch"], path).toBe(
        allowed.has("PATCH") ? "application/merge-patch+json, application/json" : undefined,
      );
      for (const method of ["put", "delete", "post", "patch"] as const) {
        if (allowed.has(method.toUpperCase())) continue;
        const refused = await app[method](address);
        expect([refused.status, refused.headers.allow?.split(", ").sort()], `${method} ${path}`).toEqual([
          405,
          expected,
        ]);
        expect(Problem.parse(refused.body).type).toBe("urn:problem-type:belgif:methodNotAllowed");
      }
    }
    expect((await app.options(`${basePath}/nothing`)).status).toBe(404);
    for (const nothing of ["/nothing", "/doc/nothing"])
      expect((await app.get(basePath + nothing)).status, nothing).toBe(404);
  });

  test("answers HEAD as GET, without the body", async () => {
    const { database } = await open(world);
    const { app } = await serve(database);
    for (const [path, accept] of [
      [followUp, "application/json"],
      ["/overdue", "application/json"],
      ["/overdue", "text/csv"],
      ["/health", "*/*"],
      ["/followUps/none", "*/*"],
    ] as const) {
      const [got, head] = [
        await app.get(basePath + path).set({ Accept: accept, "Accept-Encoding": "identity" }),
        await app.head(basePath + path).set({ Accept: accept, "Accept-Encoding": "identity" }),
      ];
      expect(head.status, path).toBe(got.status);
      expect(head.headers.etag, path).toBe(got.headers.etag);
      expect(head.type, path).toBe(got.type);
      expect(head.text, path).toBeFalsy();
    }
  });

  test("an address is written in one way, its beginning too", async () => {
    const { database } = await open(world);
    const { app } = await serve(database);
    for (const path of [`${basePath}/OVERDUE`, `${basePath.toUpperCase()}/overdue`])
      expect((await app.get(path)).status, path).toBe(404);
  });

  test("two tokens in one request are refused: neither is taken", async () => {
    const { database } = await open(world);
    const { editor: token } = await tokensOf(database, { editor });
    const server = createServer(await worldApp(database)).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const status = async (...authorization: string[]) => {
      const headers = authorization.flatMap((each) => ["Authorization", `Bearer ${each}`]);
      const asked = get({
        port,
        host: "127.0.0.1",
        path: `${basePath}/reports`,
        headers: ["Host", "a.example", ...headers],
      });
      const [response] = (await once(asked, "response")) as [IncomingMessage];
      response.resume();
      return response.statusCode;
    };
    expect([await status(token), await status(token, token), await status(token, "none")]).toEqual([200, 401, 401]);
    server.close();
  });
});
