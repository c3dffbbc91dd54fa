import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { addUser, createUserToken, type Database, endUser, verifyAudit } from "@heed/store";
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import Provider from "oidc-provider";
import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { SignInFile } from "../src/sign-in/sign-in-file.ts";
import { withIssuer } from "../src/sign-in/with-issuer.ts";
import { trackerOf } from "../src/tracker.ts";
import { tokenOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
const other = await generateKeyPair("RS256");
const curve = await generateKeyPair("ES256", { extractable: true });
const jwks = {
  keys: [
    { ...(await exportJWK(privateKey)), kid: "one", alg: "RS256", use: "sig" },
    { ...(await exportJWK(curve.privateKey)), kid: "curve", alg: "ES256", use: "sig" },
  ],
};

/** A real issuer: its keys sign the tokens that it gives, and those that are forged below. */
const server = createServer();
let issuer = "";
const client = { client_id: "registry-of-justice", client_secret: "a secret of the test" };

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const heed = { scope: "", audience: "heed", accessTokenFormat: "jwt", jwt: { sign: { alg: "RS256" } } } as const;
  const provider = new Provider(issuer, {
    jwks,
    clients: [{ ...client, grant_types: ["client_credentials"], redirect_uris: [], response_types: [] }],
    extraTokenClaims: () => ({ groups: ["heed-justice"] }),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => "https://heed.example.org",
        getResourceServerInfo: () => heed,
      },
    },
  });
  server.on("request", provider.callback());
});
afterAll(() => server.close());

const at = "2015-06-30T08:00:00Z";
const now = Date.parse(at) / 1000;

type Claims = Record<string, unknown>;
const claimsOf = (changes: Claims = {}) => ({
  ...{ iss: issuer, aud: "heed", sub: "42", name: "N. Peeters", exp: now + 60, groups: ["heed-assessors"] },
  ...changes,
});
const signed = (changes: Claims = {}, header: Claims = {}, key: CryptoKey | Uint8Array = privateKey) =>
  new SignJWT(claimsOf(changes))
    .setProtectedHeader({ alg: "RS256", kid: "one", ...header } as { alg: string })
    .sign(key, header.crit === undefined ? undefined : { crit: { exotic: true } });

const rights = [
  { claim: "groups", value: "heed-justice", role: "respondent", organizations: ["just"] },
  { claim: "groups", value: "heed-assessors", role: "assessor" },
  { claim: "groups", value: "heed-answers", role: "respondent", organizationsFrom: "ministry" },
  { claim: "groups", value: "heed-bodies", role: "assessor", organizationsFrom: "ministry" },
];

async function serve(database: Database, changes: object = {}, clock = () => new Date(at)) {
  const file = SignInFile.parse({ issuer, audience: "heed", keys: `${issuer}/jwks`, rights, ...changes });
  const identify = await withIssuer(file, database, trackerOf(database));
  const app = supertest(await worldApp(database, { identify, now: clock }));
  const get = (token: string, path = "/me") => app.get(basePath + path).set("Authorization", `Bearer ${token}`);
  const answer = (token: string) =>
    app
      .post(`${basePath}/followUps/2013-02-just/responses`)
      .set("Authorization", `Bearer ${token}`)
      .set("If-Match", "*")
      .send({ position: "accepted" });
  return { get, answer };
}

const keeping = { at, today: "2015-06-30", newId: () => "anne", by: { actor: "admin", systemUser: "admin" } };
const assessor = { role: "assessor", organizations: [] };

describeDatabase("a token of the issuer", (open) => {
  test("which a program gets from it, has what its claims give and acts in that role", async () => {
    const { database } = await open(world);
    const granted = await fetch(`${issuer}/token`, {
      method: "POST",
      body: new URLSearchParams({ ...client, grant_type: "client_credentials" }),
    });
    const { access_token: token } = (await granted.json()) as { access_token: string };
    const { get, answer } = await serve(database, {}, () => new Date());
    const name = `(registry-of-justice at ${new URL(issuer).host})`;
    const me = await get(token);
    expect(me.body).toMatchObject({ name, rights: [{ role: "respondent", organizations: ["justice"] }] });
    const { status, text, body } = await answer(token);
    expect(status, text).toBe(201);
    expect(body.entries[0]).toMatchObject({ actor: name, author: { id: me.body.id, side: "addressee" } });
    expect((await verifyAudit(database)).fault).toBeUndefined();
    const local = await tokenOf(database, { name: "E. Maes", role: "editor", organizations: [] });
    expect((await get(local)).status).toBe(200);
  });

  test("is of the user with that identity, whose own roles stand beside what the claims give; who left is refused", async () => {
    const { database } = await open(world);
    const identities = [{ issuer, subject: "42" }];
    await addUser(
      database,
      { name: "A. Lambert", roles: [{ role: "editor", organization: "myria" }], identities },
      keeping,
    );
    const { get, answer } = await serve(database);
    const own = { role: "editor", organizations: ["myria"] };
    const lambert = { id: "anne", name: "A. Lambert" };
    expect((await get(await signed())).body).toEqual({ ...lambert, rights: [own, assessor] });
    expect((await get(await signed({ groups: undefined, name: "E. Maes" }))).body).toEqual({
      ...lambert,
      rights: [own],
    });
    expect((await get(await signed({ sub: "43" }))).body).toMatchObject({
      name: `N. Peeters (43 at ${new URL(issuer).host})`,
      rights: [assessor],
    });
    await endUser(database, "anne", "2015-06-30", keeping);
    for (const request of [get(await signed()), get(await signed(), "/overdue"), answer(await signed())]) {
      const { status, body } = await request;
      expect([status, body.detail]).toEqual([403, "A. Lambert left on 2015-06-30"]);
    }
  });

  test("of somebody who holds no role is refused, and a claim never gives more than it names", async () => {
    const { database } = await open(world);
    const { get } = await serve(database);
    const given = async (changes: Claims) => {
      const { status, body } = await get(await signed(changes));
      return status === 200 ? body.rights : status;
    };
    for (const groups of [
      undefined,
      [],
      "",
      "staff",
      "HEED-ASSESSORS",
      { 0: "heed-assessors" },
      [["heed-assessors"]],
      true,
    ])
      expect(await given({ groups }), JSON.stringify(groups)).toBe(403);
    expect(await given({ groups: "heed-assessors" })).toEqual([assessor]);
    const bodies = (ministry: unknown) => given({ groups: ["heed-answers", "heed-bodies"], ministry });
    for (const ministry of [undefined, [], "", "nowhere", "FPS Justice", 7, null])
      expect(await bodies(ministry), JSON.stringify(ministry)).toBe(403);
    for (const ministry of ["justice", "just", ["JUST", "nowhere"]])
      expect(await bodies(ministry)).toEqual([
        { role: "respondent", organizations: ["justice"] },
        { role: "assessor", organizations: ["justice"] },
      ]);
  });

  test("is refused when it is forged, of another issuer, for another service, or not of this time", async () => {
    const { database } = await open(world);
    const { get } = await serve(database);
    const spki = new TextEncoder().encode(await exportSPKI(publicKey));
    const [head, , signature] = (await signed({ groups: [] })).split(".");
    const payload = Buffer.from(JSON.stringify(claimsOf())).toString("base64url");
    const forged: Record<string, string> = {
      none: new UnsecuredJWT(claimsOf()).encode(),
      "HMAC with the public key": await signed({}, { alg: "HS256" }, spki),
      "another key": await signed({}, {}, other.privateKey),
      "a key that the issuer does not have": await signed({}, { kid: "two" }, other.privateKey),
      "an algorithm that the file does not name": await signed({}, { alg: "ES256", kid: "curve" }, curve.privateKey),
      "a key that it brings": await signed(
        {},
        { kid: undefined, jwk: await exportJWK(other.publicKey) },
        other.privateKey,
      ),
      "another issuer": await signed({ iss: "https://evil.example.org" }),
      "no issuer": await signed({ iss: undefined }),
      "another audience": await signed({ aud: ["another"] }),
      "no audience": await signed({ aud: undefined }),
      expired: await signed({ exp: now - 31 }),
      "no expiry": await signed({ exp: undefined }),
      "an expiry that is a text": await signed({ exp: String(now + 60) as unknown as number }),
      "not yet": await signed({ nbf: now + 31 }),
      "no subject": await signed({ sub: undefined }),
      "an empty subject": await signed({ sub: "" }),
      "a subject that is a number": await signed({ sub: 42 as unknown as string }),
      "an unknown critical header": await signed({}, { crit: ["exotic"], exotic: 1 }),
      "a changed payload": `${head}.${payload}.${signature}`,
      "no signature": `${head}.${payload}.`,
      "a name that no text has": await signed({ name: "\u0000" }),
      garbage: "a.b.c",
    };
    for (const [what, token] of Object.entries(forged))
      for (const path of ["/me", "/overdue"]) {
        const { status, body } = await get(token, path);
        expect([status, body.type], what).toEqual([401, "urn:problem-type:belgif:invalidAccessToken"]);
      }
    // Within the tolerance of the clocks it is valid.
    for (const changes of [{ exp: now - 29 }, { nbf: now + 29 }])
      expect((await get(await signed(changes))).status).toBe(200);
    const exact = await serve(database, { clockTolerance: 0, algorithms: ["ES256"] });
    const ofCurve = (changes: Claims) => signed(changes, { alg: "ES256", kid: "curve" }, curve.privateKey);
    expect((await exact.get(await ofCurve({}))).status).toBe(200);
    expect((await exact.get(await ofCurve({ exp: now - 1 }))).status).toBe(401);
    expect((await exact.get(await signed())).status).toBe(401);
  });

  test("is answered 503 while the keys cannot be read, whereas the service's own tokens are taken", async () => {
    const { database } = await open(world);
    const { id } = await addUser(database, { name: "A. Lambert", roles: [{ role: "assessor" }] }, keeping);
    const local = await createUserToken(database, { user: id }, "2015-06-01T00:00:00Z");
    for (const keys of [`${issuer}/nowhere`, `${issuer}/.well-known/openid-configuration`, "http://127.0.0.1:1/jwks"]) {
      const { get } = await serve(database, { keys });
      const { status, body, headers } = await get(await signed());
      expect([status, body.type], keys).toEqual([503, "urn:problem-type:belgif:serviceUnavailable"]);
      expect(body.detail).toContain("keys of the issuer");
      expect(headers["retry-after"]).toBeDefined();
      expect((await get(new UnsecuredJWT(claimsOf()).encode())).status).toBe(401);
      expect((await get(local)).status).toBe(200);
    }
  });

  test("is read by the keys of the file alone, whatever its header names", async () => {
    const { database } = await open(world);
    const asked: string[] = [];
    const theirs = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.setHeader("Content-Type", "application/json").end(JSON.stringify(jwks));
    });
    await new Promise<void>((resolve) => theirs.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void theirs.close());
    const address = `http://127.0.0.1:${(theirs.address() as AddressInfo).port}/jwks`;
    const { get } = await serve(database);
    const mine = await exportJWK(other.publicKey);
    const headers: Record<string, Claims> = {
      "an address of keys": { jku: address, kid: "two" },
      "an address of keys for a known name": { jku: address },
      "an address of certificates": { x5u: address },
      "its own certificate": { x5c: ["MIIB"] },
      "its own key under a known name": { jwk: mine },
      "a path as the name of the key": { kid: "../../../etc/passwd" },
      "an address as the name of the key": { kid: address },
      "words of SQL as the name of the key": { kid: "one' OR '1'='1" },
      "a long name of the key": { kid: "one".repeat(2_000) },
      "a name that every object has": { kid: "__proto__" },
    };
    for (const [what, header] of Object.entries(headers))
      expect((await get(await signed({}, header, other.privateKey))).status, what).toBe(401);
    const parts = async (head: unknown, payload: unknown) => {
      const [, , signature] = (await signed()).split(".");
      const encoded = [head, payload].map((each) => Buffer.from(JSON.stringify(each) ?? "").toString("base64url"));
      return [...encoded, signature].join(".");
    };
    const alg = { alg: "RS256", kid: "one" };
    for (const [head, payload] of [
      [alg, []],
      [alg, null],
      [alg, 7],
      [null, claimsOf()],
      [[], claimsOf()],
      [{ ...alg, alg: ["RS256"] }, claimsOf()],
      [{ ...alg, alg: { toString: "RS256" } }, claimsOf()],
      [{ ...alg, kid: 1 }, claimsOf()],
      [{ ...alg, kid: { $ne: "" } }, claimsOf()],
      [{ ...alg, crit: [] }, claimsOf()],
      [{ ...alg, crit: "exp" }, claimsOf()],
      [{ ...alg, b64: false, crit: ["b64"] }, claimsOf()],
      [{ ...alg, zip: "DEF" }, claimsOf()],
      [{ ...alg, enc: "A256GCM", alg: "dir" }, claimsOf()],
      [{ ...alg, alg: "rs256" }, claimsOf()],
      [{ ...alg, alg: "NONE" }, claimsOf()],
    ])
      expect((await get(await parts(head, payload))).status, JSON.stringify(head)).toBe(401);
    for (const token of [
      ".",
      "..",
      "...",
      "a..b",
      "....",
      `${await signed()}.`,
      `.${await signed()}`,
      `${await signed()}=`,
    ])
      expect((await get(token)).status, token).toBe(401);
    const long = await signed({ groups: ["heed-assessors"], filler: "x".repeat(9_000) });
    expect((await get(long)).status).toBe(200);
    expect([400, 401, 431]).toContain((await get(await signed({ filler: "x".repeat(60_000) }))).status);
    for (const [changes, status] of [
      [{ exp: Number.MAX_SAFE_INTEGER }, 200],
      [{ exp: now - 30 }, 401],
      [{ exp: now - 29.5 }, 200],
      [{ exp: -1 }, 401],
      [{ exp: null }, 401],
      [{ nbf: now + 30 }, 200],
      [{ nbf: "now" }, 401],
      [{ iat: "now" }, 401],
      [{ aud: ["heed", "another"] }, 200],
      [{ aud: { heed: true } }, 401],
      [{ iss: [issuer] }, 401],
    ] as [Claims, number][])
      expect((await get(await signed(changes))).status, JSON.stringify(changes)).toBe(status);
    expect(asked).toEqual([]);
  });

  test("is answered 503 where the keys are elsewhere, late, or too long to be keys, which it does not read to the end", async () => {
    const { database } = await open(world);
    let sent = 0;
    const hostile = createServer((request, response) => {
      if (request.url === "/elsewhere") response.writeHead(302, { Location: `${issuer}/jwks` }).end();
      if (request.url === "/late") setTimeout(() => response.end(JSON.stringify(jwks)), 60_000).unref();
      if (request.url !== "/long") return;
      response.setHeader("Content-Type", "application/json").write('{"keys":[');
      const piece = Buffer.alloc(1_000_000, " ");
      const write = () => {
        while (sent < 100_000_000 && !response.destroyed) {
          sent += piece.length;
          if (!response.write(piece)) return void response.once("drain", write);
        }
        response.end(JSON.stringify(jwks).slice(9));
      };
      write();
    });
    await new Promise<void>((resolve) => hostile.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => {
      hostile.closeAllConnections();
      hostile.close();
    });
    for (const path of ["elsewhere", "late", "long"]) {
      const keys = `http://127.0.0.1:${(hostile.address() as AddressInfo).port}/${path}`;
      const { get } = await serve(database, { keys });
      expect((await get(await signed())).status, path).toBe(503);
    }
    // What is on its way when the service stops reading is a part of the whole.
    expect(sent).toBeLessThan(20_000_000);
  });

  test("is not taken by a file that names what the record does not have", async () => {
    const { database } = await open(world);
    const organizations = ["just", "nowhere", "FPS Justice"];
    const wrong = serve(database, {
      rights: [...rights, { claim: "groups", value: "x", role: "editor", organizations }],
    });
    await expect(wrong).rejects.toMatchObject({
      code: "unknownOrganization",
      issues: [
        { name: "rights[4].organizations[1]", value: "nowhere" },
        { name: "rights[4].organizations[2]", value: "FPS Justice" },
      ],
    });
  });
});

describe("a sign-in file", () => {
  const whole = { issuer: "https://login.example.org", audience: "heed", keys: "https://login.example.org/jwks" };
  const right = { claim: "groups", value: "x", role: "editor" };
  test.each<[string, object]>([
    ["issuer", { issuer: "login.example.org" }],
    ["keys", { keys: "http://login.example.org/jwks" }],
    ["keys", { keys: "file:///etc/keys" }],
    ["keys", { keys: "" }],
    ["audience", { audience: "" }],
    ["algorithms.0", { algorithms: ["HS256"] }],
    ["algorithms.0", { algorithms: ["none"] }],
    ["algorithms", { algorithms: [] }],
    ["clockTolerance", { clockTolerance: -1 }],
    ["clockTolerance", { clockTolerance: 301 }],
    ["", { secret: "x" }],
    ["rights.0.role", { rights: [{ ...right, role: "director" }] }],
    ["rights.0.role", { rights: [{ ...right, role: "respondent" }] }],
    ["rights.0.organizations", { rights: [{ ...right, role: "admin", organizations: ["just"] }] }],
    ["rights.0.organizationsFrom", { rights: [{ ...right, role: "parliament", organizationsFrom: "ministry" }] }],
    ["rights.0.organizationsFrom", { rights: [{ ...right, organizations: ["just"], organizationsFrom: "ministry" }] }],
  ])("is refused at %s with %j", (place, changes) => {
    const { error } = SignInFile.safeParse({ ...whole, ...changes });
    expect(error?.issues[0]?.path.join(".")).toBe(place);
  });
});
