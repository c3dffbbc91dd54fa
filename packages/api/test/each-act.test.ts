import { readFileSync } from "node:fs";
import { acts } from "@heed/core";
import { type ActionRole, actionRoles, rolesOf } from "@heed/core/acting/action-rule";
import { registerActs } from "@heed/core/acts/acts";
import type { FollowUpAct } from "@heed/core/acts/follow-up-act";
import { draftActs } from "@heed/core/drafts/draft-acts";
import type { RegisterAct } from "@heed/core/register/register-act";
import supertest from "supertest";
import { describe, expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import type { Operation } from "../src/contract/operation.ts";
import { operations } from "../src/operations/operations.ts";
import { tokenOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const onFollowUps = Object.values<FollowUpAct>(acts);
const onRegister = Object.values<RegisterAct>(registerActs);

/** What the registry says of each act's operation, and who may do the act in some state. */
const asked = [
  ...onFollowUps.map(({ operation, input, actions }) => ({
    id: operation.id,
    input: "changes" in operation ? operation.changes : input,
    may: actionRoles.filter((role) => Object.values(actions).some((rule) => rolesOf(rule).includes(role))),
  })),
  ...onRegister.map(({ operation, input, roles }) => ({ id: operation.id, input, may: roles })),
];

describe("each act of the registry", () => {
  test("has its operation, which takes the act's input", () => {
    for (const { id, input } of asked) {
      const made = operations.filter((operation) => operation.id === id);
      expect(made.map((operation) => [operation.input, operation.secured])).toEqual([[input, true]]);
    }
    const noActs: readonly string[] = ["access", "imports", "reminders"];
    const acting = operations
      .filter(({ method, takesFile, tag }) => method !== "get" && !takesFile && !noActs.includes(tag))
      .map(({ id }) => id);
    const onDrafts = [...Object.values(draftActs).map(({ operation }) => operation.id), "submitDrafts"];
    const several = ["performActs"];
    expect(acting.sort()).toEqual([...asked.map(({ id }) => id), ...onDrafts, ...several].sort());
  });

  test("has its rows in docs/actions.md", () => {
    const page = readFileSync(new URL("../../../docs/actions.md", import.meta.url), "utf8");
    const names = [
      ...onFollowUps.flatMap(({ actions }) => Object.keys(actions)),
      ...onRegister.map(({ name }) => name),
    ];
    for (const name of names) expect(page).toContain(`\n| \`${name}\` | `);
  });
});

describeDatabase("each act of the registry through the service", (open) => {
  test("is refused to every role that its row does not name, and to no other", { timeout: 120_000 }, async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const tokens = {} as Record<ActionRole, string>;
    for (const role of actionRoles) {
      const token = { name: role, role, organizations: role === "respondent" ? ["justice"] : [] };
      tokens[role] = await tokenOf(database, token);
    }
    const statusOf = async ({ method, path }: Operation, role: ActionRole) => {
      const { status } = await app[method](basePath + placed(path))
        .set("Authorization", `Bearer ${tokens[role]}`)
        .set("If-Match", '"999"')
        .set("Content-Type", method === "patch" ? "application/merge-patch+json" : "application/json")
        .send("{}");
      return status;
    };
    for (const { id, may } of asked) {
      const operation = operations.find((each) => each.id === id);
      if (operation === undefined) throw new Error(`no operation ${id}`);
      for (const role of actionRoles)
        expect((await statusOf(operation, role)) === 403, `${id} by ${role}`).toBe(!may.includes(role));
    }
  });

  test("takes the year of a cycle that it is done on", async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const token = await tokenOf(database, { name: "editor", role: "editor", organizations: [] });
    const onCycles = onRegister.filter(({ on, operation }) => on === "reportingCycle" && !operation.creates);
    expect(onCycles).not.toEqual([]);
    for (const { name, operation } of onCycles)
      for (const [year, found] of [
        ["2012", true],
        ["1999", false],
      ] as const) {
        const { status } = await app[operation.method](basePath + operation.path.replace("{id}", year))
          .set("Authorization", `Bearer ${token}`)
          .set("If-Match", '"999"')
          .set("Content-Type", operation.method === "patch" ? "application/merge-patch+json" : "application/json")
          .send("{}");
        expect(status !== 404, `${name} on the cycle about ${year}`).toBe(found);
      }
  });
});

/** The address of something that is there, where a respondent of justice may act on it. */
function placed(path: string): string {
  const things: Record<string, string> = { followUps: "2013-02-just", reportingCycles: "round-2014" };
  return path
    .replace(/\/(\w+)\/\{id\}/, (_, kind: string) => `/${kind}/${things[kind] ?? "none"}`)
    .replace(/\{\w+\}/, "none");
}
