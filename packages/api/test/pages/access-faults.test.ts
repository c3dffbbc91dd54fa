import { NewToken, TokenRotation } from "@heed/core/tokens/new-token";
import { NewUser, UserChanges, UserDeparture } from "@heed/core/users/change-user";
import { UserIdentity, UserRole } from "@heed/core/users/user";
import { createUserToken } from "@heed/store";
import { expect, test } from "vitest";
import { z } from "zod";
import { world } from "../../../core/test/example-world.ts";
import { type UserAct, userActs } from "../../../portal/src/desk/access/user-forms.ts";
import { describeSqlite } from "../../../store/test/describe-database.ts";
import { type Fields, servedDesks } from "./desk-forms.ts";
import { controlsOf, formDoing } from "./form-controls.ts";
import { type Schema, schemaOf, standingIn, summaryOf, tellEachFault } from "./schema-faults.ts";

const users = "/fr/desk/users";
const tokens = "/fr/desk/tokens";

const asJson = (schema: z.ZodType) => z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema;

const givenRole = asJson(UserRole.partial({ from: true }));

/** What each change of a user says, by the fields of its form; a link and the end of all sessions say nothing. */
const changes: Readonly<Record<Exclude<UserAct, "link" | "signOut">, { of: Schema; sound: Fields }>> = {
  addRole: { of: givenRole, sound: { "addRole.role": "admin" } },
  endRole: { of: withWhich(), sound: {} },
  leave: { of: asJson(UserDeparture), sound: {} },
  details: { of: asJson(UserChanges), sound: {} },
  identity: {
    of: asJson(UserIdentity),
    sound: { "identity.issuer": "https://issuer.example", "identity.subject": "1" },
  },
};

/** A role that ends is chosen among those that are held. */
function withWhich(): Schema {
  const { properties = {} } = asJson(UserChanges.shape.endRoles.unwrap().element);
  return { type: "object", properties: { ...properties, which: { type: "string" } }, required: ["which"] };
}

async function addedUser({ send }: ReturnType<typeof servedDesks>): Promise<string> {
  const fields = { name: "G. Maes", "addRole.role": "admin", key: "user", do: "addUser" };
  return ((await send("janssens", `${users}/new`, fields)).headers.location ?? "").replace(/\?.*/, "");
}

// What is refused here is refused before anything is written, so one database shows it.
describeSqlite("users and tokens at the desk", (open) => {
  test("each form of a user names each fault of its schema at its field, and keeps what was typed", async () => {
    const { database } = await open(world);
    const served = servedDesks(database);
    const one = await addedUser(served);
    const written = () => database.all("SELECT name, version FROM user_account");
    const before = await written();

    const fresh = controlsOf(formDoing((await served.get("janssens", `${users}/new`)).text, "foresee") ?? "");
    const newUser = asJson(NewUser);
    const tried = await tellEachFault(served, {
      ...{ by: "janssens", at: `${users}/new`, does: "foresee", controls: fresh },
      // Without any word of a role, a user is added without one.
      whole: {
        ...standingIn(fresh),
        ...{ name: "A. Nouveau", "addRole.role": "admin", "addRole.from": "2015-07-01", do: "foresee" },
      },
      propertyOf: (name) =>
        name.startsWith("addRole.")
          ? schemaOf(givenRole, [name.slice("addRole.".length)])
          : schemaOf(newUser, [name.replace("details.", "")]),
    });
    expect(tried).toBeGreaterThan(9);

    expect([...Object.keys(changes), "link", "signOut"].sort()).toEqual([...userActs].sort());
    for (const [act, { of, sound }] of Object.entries(changes)) {
      const formIn = (page: string) =>
        [...page.matchAll(/<form\b.*?<\/form>/gs)].find(([form]) => form.includes(`name="act" value="${act}"`))?.[0];
      const form = formIn((await served.get("janssens", one)).text) ?? "";
      const controls = controlsOf(form);
      const does = /name="do" value="(\w+)"/.exec(form)?.[1] ?? "";
      const whole = { ...standingIn(controls), ...sound, do: does };
      const asked = { by: "janssens", at: one, does, controls, whole, prefix: `${act}.`, formIn } as const;
      const count = await tellEachFault(served, { ...asked, propertyOf: (name) => schemaOf(of, name.split(".")) });
      expect([act, count > 0]).toEqual([act, true]);
      if (does === "foresee") expect([act, (await served.send("janssens", one, whole)).status]).toEqual([act, 200]);
    }
    expect(await written()).toEqual(before);
  });

  test("each form of a token does so too", async () => {
    const { database } = await open(world);
    const served = servedDesks(database);
    const user = (await addedUser(served)).split("/").at(-1) ?? "";
    const token = await createUserToken(database, { user }, "2015-06-30T08:00:00Z");
    for (const { at, does, of, sound } of [
      { at: `${tokens}/new`, does: "createToken", of: asJson(NewToken), sound: { name: "Loader", role: "editor" } },
      { at: `${tokens}/${/heed_(\w{12})/.exec(token)?.[1]}`, does: "rotate", of: asJson(TokenRotation), sound: {} },
    ]) {
      const controls = controlsOf(formDoing((await served.get("janssens", at)).text, does) ?? "");
      const whole = { ...standingIn(controls), ...sound, do: does };
      const propertyOf = (name: string) => schemaOf(of, [name]);
      const tried = await tellEachFault(served, { by: "janssens", at, does, controls, whole, propertyOf });
      expect([does, tried]).toEqual([does, controls.filter(({ isHidden }) => !isHidden).length + 1]);
      const { status, text } = await served.send("janssens", at, { ...whole, key: "sound" });
      expect([does, status], summaryOf(text)).toEqual([does, 200]);
    }
  });
});
