import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { expect, onTestFinished, test } from "vitest";
import { ended, runKept, start, worldDatabase } from "./heed.ts";
import { api, serving } from "./serving.ts";

/** Writes a sign-in file beside the database. */
async function fileBeside(url: string, text: string): Promise<string> {
  const file = join(dirname(fileURLToPath(url)), "sign-in.yaml");
  await writeFile(file, text);
  return file;
}

const yaml = (issuer: string, ...rights: string[]) =>
  [
    `issuer: ${issuer}`,
    "audience: heed",
    `keys: ${issuer}/jwks`,
    "rights:",
    ...rights.map((each) => `  - ${each}`),
  ].join("\n");

test("a service takes the tokens of the issuer that its file names, and knows a user by the identity", {
  timeout: 60_000,
}, async () => {
  const { url, heed } = await worldDatabase();
  const { privateKey, publicKey } = await generateKeyPair("RS256");
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), alg: "RS256" }] });
  const server = createServer((_, response) => response.setHeader("Content-Type", "application/json").end(keys));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const added = await heed("user", "add", "A. Lambert", "--role", "assessor", "--identity", `${issuer}#4711`);
  expect(added.code, added.stderr).toBe(0);
  const right = "{ claim: groups, value: heed-justice, role: respondent, organizations: [just] }";
  const service = await serving(url, ["--sign-in", await fileBeside(url, yaml(issuer, right))]);
  const me = async (sub: string, groups: string[]) => {
    const token = await new SignJWT({ iss: issuer, aud: "heed", sub, groups })
      .setProtectedHeader({ alg: "RS256" })
      .setExpirationTime("1m")
      .sign(privateKey);
    const answer = await fetch(`${service.address}${api}/me`, { headers: { Authorization: `Bearer ${token}` } });
    return { status: answer.status, body: (await answer.json()) as { name: string; rights: { role: string }[] } };
  };
  const lambert = await me("4711", ["heed-justice"]);
  expect([lambert.body.name, lambert.body.rights.map(({ role }) => role)]).toEqual([
    "A. Lambert",
    ["respondent", "assessor"],
  ]);
  expect((await me("4712", ["heed-justice"])).status).toBe(200);
  expect((await me("4712", [])).status).toBe(403);
  service.child.kill("SIGTERM");
  expect((await service.end).code).toBe(0);
});

test("a service does not start with a sign-in file that is wrong, and tells the place", {
  timeout: 60_000,
}, async () => {
  const { url } = await worldDatabase();
  const issuer = "https://login.example.org";
  const director = "{ claim: groups, value: x, role: director }";
  const respondent = "{ claim: groups, value: x, role: respondent }";
  const nowhere = "{ claim: groups, value: x, role: editor, organizations: [just, nowhere] }";
  for (const [text, ...places] of [
    [yaml(issuer, director), "line 5", "rights[0].role"],
    [yaml(issuer, respondent), "line 5", "a respondent answers for some"],
    [yaml("http://login.example.org", director), "keys", "line 3", "https://"],
    [`${yaml(issuer, respondent)}\nsecret: x`, "row 6", "secret"],
    [yaml(issuer, nowhere), "rights[0].organizations[1]", "nowhere", "no organization has this id or code"],
    ["issuer: [", "line 1"],
  ] as const) {
    const file = await fileBeside(url, text);
    const { code, stdout, stderr } = await runKept(["serve", "--port", "0"], url, "", { HEED_SIGN_IN: file });
    expect([code, stdout], stderr).toEqual([2, ""]);
    for (const place of places) expect(stderr).toContain(place);
  }
  const { code, stderr } = await ended(start(["serve", "--port", "0", "--sign-in", "/nowhere.yaml"], url));
  expect([code, stderr]).toEqual([2, expect.stringContaining("/nowhere.yaml")]);
});
