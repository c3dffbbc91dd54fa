import { randomUUID } from "node:crypto";
import type { ActionRole } from "@heed/core/acting/action-rule";
import { addUser, createToken, createUserToken, type Database, endUser, type NewToken } from "@heed/store";
import { followUps } from "./record.ts";

/** Somebody of the matrix. */
export type Asker = {
  /** The column's name. */
  name: string;
  /** The follow-up on which it is tried. */
  followUp: string;
  /** The roles in which it may act on that follow-up, as docs/actions.md has them. */
  acts: readonly ActionRole[];
  /** The roles in which it may act on the register of the court. */
  keeps: readonly ActionRole[];
  /** Its token is for these acts alone. */
  only?: readonly string[];
  token?: string;
};

const { own, inherited, collective } = followUps;
const before = "2015-01-01T00:00:00Z";
const keeping = (today: string) => ({
  ...{ at: before, today, newId: randomUUID, by: { actor: "admin", systemUser: "admin" } },
});
const held = (role: string, organization?: string) => ({
  role,
  from: "2014-01-01",
  ...(organization && { organization }),
});

/** One person of each kind, the public first. */
export async function askers(database: Database): Promise<readonly Asker[]> {
  const none = { acts: [], keeps: [] } as const;
  const all: Asker[] = [{ name: "public", followUp: own, ...none }];
  const token = async (asker: Omit<Asker, "token">, given: Omit<NewToken, "name">) =>
    all.push({ ...asker, token: await createToken(database, { name: `of ${asker.name}`, ...given }, before) });
  const user = async (asker: Omit<Asker, "token">, roles: object[], limits: object = {}, leftOn?: string) => {
    const { id } = await addUser(database, { name: `user ${asker.name}`, roles }, keeping("2015-01-01"));
    all.push({ ...asker, token: await createUserToken(database, { user: id, ...limits }, before) });
    if (leftOn !== undefined) await endUser(database, id, leftOn, keeping(leftOn));
  };
  const respondent = (name: string, organization: string, followUp: string, answers: boolean) =>
    token(
      { name, followUp, acts: answers ? ["respondent"] : [], keeps: [] },
      { role: "respondent", organizations: [organization] },
    );
  const keeper = (name: string, role: "editor" | "assessor", organizations: string[], ofCourt: boolean) =>
    token({ name, followUp: own, acts: ofCourt ? [role] : [], keeps: ofCourt ? [role] : [] }, { role, organizations });

  await user({ name: "parliament", followUp: own, ...none }, [held("parliament")]);
  await respondent("answers", "ministry", own, true);
  await respondent("another", "other", own, false);
  await respondent("absorbed", "former", inherited, false);
  await respondent("heir", "heir", inherited, true);
  await respondent("collective", "government", collective, true);
  await respondent("coordinator", "chancellery", collective, true);
  await keeper("editor", "editor", [], true);
  await keeper("editor of body", "editor", ["court"], true);
  await keeper("editor elsewhere", "editor", ["watchdog"], false);
  await keeper("assessor", "assessor", ["court"], true);
  await keeper("assessor elsewhere", "assessor", ["watchdog"], false);
  await user({ name: "admin", followUp: own, ...none }, [held("admin")]);
  await user({ name: "two roles", followUp: own, acts: ["respondent", "assessor"], keeps: ["assessor"] }, [
    held("respondent", "ministry"),
    held("assessor", "court"),
  ]);
  await user(
    { name: "only respond", followUp: own, acts: ["respondent"], keeps: [], only: ["respond"] },
    [held("respondent", "ministry")],
    { acts: ["respond"] },
  );
  await user(
    { name: "only for other", followUp: own, ...none },
    [held("respondent", "ministry"), held("respondent", "other"), held("editor", "court")],
    { organizations: ["other"] },
  );
  await user(
    { name: "has left", followUp: own, ...none },
    [held("respondent", "ministry"), held("editor")],
    {},
    "2015-06-30",
  );
  await token(
    { name: "expired", followUp: own, ...none },
    { role: "editor", organizations: [], expiresAt: "2015-06-30T08:00:00Z" },
  );
  return all;
}
