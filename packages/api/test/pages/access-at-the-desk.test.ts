import { createUserToken, personOfToken } from "@heed/store";
import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { describeDatabase } from "../../../store/test/describe-database.ts";
import { type Fields, hiddenIn, servedDesks } from "./desk-forms.ts";

const users = "/en/desk/users";
const tokens = "/en/desk/tokens";
const now = "2015-06-30T08:00:00Z";

const newUser = {
  name: "G. Maes",
  "details.email": "maes@example.org",
  "details.language": "nl",
  "addRole.role": "respondent",
  "addRole.organization": "FPS Justice",
  "addRole.from": "2015-07-01",
};

/** What a page says that holds a secret. */
const secretIn = (text: string) => /<code class="heed-digest">([^<]+)<\/code>/.exec(text)?.[1] ?? "";

describeDatabase("users and tokens at the desk", (open) => {
  test("a user is added after it was told what the user may do, gets and loses roles, signs in once, and leaves", async () => {
    const { database } = await open(world);
    const { app, get, send, hidden } = servedDesks(database);
    const { key = "" } = await hidden("janssens", `${users}/new`);
    const foreseen = await send("janssens", `${users}/new`, { ...newUser, key, do: "foresee" });
    expect(foreseen.text).toContain("Respondent, FPS Justice, from 1 July 2015: answers, promises and reports");
    expect((await get("janssens", users)).text).toContain("0 users");
    const added = await send("janssens", `${users}/new`, { ...newUser, key, do: "addUser" });
    const one = (added.headers.location ?? "").replace(/\?.*/, "");
    expect((await send("janssens", `${users}/new`, { ...newUser, key, do: "addUser" })).headers.location).toBe(
      added.headers.location,
    );
    expect((await get("janssens", users)).text).toContain("1 user<");
    const taken = await send("janssens", `${users}/new`, { ...newUser, key: "again", do: "foresee" });
    expect([taken.status, taken.text.includes('<a href="#name"')]).toEqual([422, true]);
    const version = async () => hiddenIn((await get("janssens", one)).text).version ?? "";
    const change = async (act: string, fields: Fields, step = act) =>
      send("janssens", one, { act, version: await version(), key: `${act} ${step}`, ...fields, do: step });
    const role = { "addRole.role": "assessor", "addRole.organization": "myria" };
    const shown = await change("addRole", role, "foresee");
    expect(shown.text).toContain("Assessor, Myria, Federal Migration Centre, from 30 June 2015: verifies");
    expect((await get("janssens", one)).text).not.toContain("Assessor, Myria");
    expect((await change("addRole", role)).status).toBe(303);
    expect((await change("endRole", { "endRole.which": "assessor:myria" }, "foresee")).text).toContain(
      "from 30 June 2015 until 30 June 2015",
    );
    expect((await change("endRole", { "endRole.which": "assessor:myria" })).status).toBe(303);
    expect((await change("details", { "details.email": "", "details.language": "fr" })).status).toBe(303);
    expect((await get("janssens", one)).text).not.toContain("maes@example.org");
    const link = secretIn((await change("link", {})).text);
    expect(link).toMatch(/\/fr\/sign-in\/link\?secret=.{20,}$/);
    expect((await get("janssens", one)).text).not.toContain("<code");
    expect((await change("signOut", {})).headers.location).toBe(`${one}?done=signOut`);
    expect((await change("leave", {}, "foresee")).text).toContain("Nothing: no role is held");
    expect((await change("leave", {})).status).toBe(303);
    expect((await get("janssens", one)).text).toContain("Leaves on");
    const late = await change("addRole", { ...role, key: "late" });
    expect([late.status, late.text.includes("fault")]).toEqual([422, true]);
    expect((await app.get(one)).status).not.toBe(200);
  });

  test("each fault of a form is told at its field, and what was typed stays", async () => {
    const { database } = await open(world);
    const { get, send } = servedDesks(database);
    const added = await send("janssens", `${users}/new`, { ...newUser, key: "k", do: "addUser" });
    const one = (added.headers.location ?? "").replace(/\?.*/, "");
    const { version = "" } = hiddenIn((await get("janssens", one)).text);
    const form = (act: string, fields: Fields) => ({ version, act, key: act, ...fields, do: act });
    const token = { name: "Loader", role: "editor", do: "createToken" };
    const faults: [string, string, Fields][] = [
      ["name", `${users}/new`, { ...newUser, name: " " }],
      ["name", `${users}/new`, { ...newUser, name: "G. Maes", do: "addUser" }],
      ["details.email", `${users}/new`, { ...newUser, "details.email": "nobody" }],
      ["addRole.role", `${users}/new`, { ...newUser, "addRole.role": "" }],
      ["addRole.organization", `${users}/new`, { ...newUser, "addRole.organization": "" }],
      ["addRole.organization", `${users}/new`, { ...newUser, "addRole.organization": "FPS Justise" }],
      ["addRole.from", `${users}/new`, { ...newUser, "addRole.from": "soon" }],
      ["addRole.until", `${users}/new`, { ...newUser, "addRole.until": "2015-06-01" }],
      ["addRole.role", one, form("addRole", {})],
      ["addRole.until", one, form("addRole", { "addRole.role": "admin", "addRole.until": "2015-02-30" })],
      ["addRole.organization", one, form("addRole", { "addRole.role": "admin", "addRole.organization": "just" })],
      ["endRole.which", one, form("endRole", { "endRole.which": "" })],
      ["endRole.which", one, form("endRole", { "endRole.which": "admin:" })],
      ["endRole.until", one, form("endRole", { "endRole.which": "respondent:justice", "endRole.until": "soon" })],
      ["leave.on", one, form("leave", { "leave.on": "2015-02-30" })],
      ["details.email", one, form("details", { "details.email": "nobody" })],
      ["details.language", one, form("details", { "details.language": "nederlands" })],
      ["identity.issuer", one, form("identity", { "identity.subject": "1" })],
      ["identity.subject", one, form("identity", { "identity.issuer": "https://issuer.example" })],
      ["user", `${tokens}/new`, { do: "createToken" }],
      ["user", `${tokens}/new`, { ...token, user: "Nobody" }],
      ["user", `${tokens}/new`, { ...token, user: "G. Maes" }],
      ["name", `${tokens}/new`, { ...token, name: "G. Maes" }],
      ["role", `${tokens}/new`, { ...token, role: "king" }],
      ["organizations", `${tokens}/new`, { ...token, role: "respondent" }],
      ["organizations", `${tokens}/new`, { ...token, organizations: "nobody at all" }],
      ["acts", `${tokens}/new`, { ...token, acts: "rule" }],
      ["expiresOn", `${tokens}/new`, { ...token, expiresOn: "2015-06-01" }],
      ["expiresOn", `${tokens}/new`, { ...token, expiresOn: "soon" }],
    ];
    for (const [at, path, fields] of faults) {
      const { status, text } = await send("janssens", path, fields);
      const told = `${at} ${JSON.stringify(fields)}`;
      expect([status, text.includes(`<a href="#${at}">`), text.includes(`id="${at}-fault"`)], told).toEqual([
        ...[422, true, true],
      ]);
      expect(text.match(/<title>(.*?)<\/title>/)?.[1], told).toMatch(/^Fault: /);
      const typed = fields[at] ?? "";
      if (typed.trim() !== "" && !["role", "details.language", "endRole.which"].includes(at))
        expect(text, told).toContain(typed);
    }
    expect((await get("janssens", tokens)).text).toContain("0 tokens");
  });

  test("a token is made and shown once, is rotated, and is good for nothing once it is revoked", async () => {
    const { database } = await open(world);
    const { get, send } = servedDesks(database);
    const input = { name: "Loader", role: "editor", organizations: "myria", key: "k", do: "createToken" };
    const made = secretIn((await send("janssens", `${tokens}/new`, input)).text);
    const person = (token: string) => personOfToken(database, token, now, async () => "2015-06-30");
    expect(await person(made)).toMatchObject({
      name: "Loader",
      rights: [{ role: "editor", organizations: ["myria"] }],
    });
    const again = await send("janssens", `${tokens}/new`, input);
    expect([secretIn(again.text), again.text.includes("was sent before")]).toEqual(["", true]);
    const list = await get("janssens", tokens);
    expect(list.text).toContain("1 token<");
    expect(list.text).not.toContain(made);
    const one = `${tokens}/${/heed_(\w{12})/.exec(made)?.[1]}`;
    const { version = "" } = hiddenIn((await get("janssens", one)).text);
    const rotated = await send("janssens", one, { version, key: "r", keepUntil: "7", do: "rotate" });
    const next = secretIn(rotated.text);
    expect(await person(made)).toMatchObject({ name: "Loader" });
    expect(await person(next)).toMatchObject({ name: "Loader" });
    expect((await send("janssens", one, { version, key: "s", do: "rotate" })).status).toBe(422);
    const other = `${tokens}/${/heed_(\w{12})/.exec(next)?.[1]}`;
    expect((await send("janssens", other, { version: "1", key: "v", do: "revoke" })).text).toContain('href="#sure"');
    const revoked = await send("janssens", other, { version: "1", key: "v", sure: "yes", do: "revoke" });
    expect(revoked.headers.location).toBe(`${other}?done=revoke`);
    expect(await person(next)).toBeUndefined();
  });

  test("are for an admin alone", async () => {
    const { database } = await open(world);
    const { get, send } = servedDesks(database);
    const added = await send("janssens", `${users}/new`, { ...newUser, key: "k", do: "addUser" });
    const user = (added.headers.location ?? "").replace(/\?.*/, "");
    const token = await createUserToken(database, { user: user.split("/").at(-1) ?? "" }, now);
    const one = `${tokens}/${/heed_(\w{12})/.exec(token)?.[1]}`;
    for (const path of [users, `${users}/new`, user, tokens, `${tokens}/new`, one]) {
      expect((await get("janssens", path)).status, path).toBe(200);
      for (const by of ["claes", "peeters", "lambert", "dubois"] as const) {
        expect((await get(by, path)).status, `${by} ${path}`).toBe(404);
        if (path === users || path === tokens) continue;
        const sent: readonly Fields[] = [
          { ...newUser, do: "addUser" },
          { do: "link" },
          { do: "revoke", sure: "yes", version: "1" },
          { do: "createToken", name: "X. Y.", role: "editor" },
        ];
        for (const fields of sent) expect((await send(by, path, fields)).status, `${by} ${path}`).toBe(404);
      }
    }
    expect((await get("janssens", tokens)).text).toContain("1 token<");
    expect((await get("peeters", "/en/desk")).text).not.toContain(users);
    expect((await get("janssens", "/en/desk")).text).toContain(users);
  });
});
