import { DomainError, type Issue } from "@heed/core";
import { organizationNamed } from "../../asked/named.ts";
import type { MessageKey } from "../../language/message.ts";
import type { Say } from "../../language/say.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import type { Values } from "../form/values.ts";
import { faultsAt, type Told } from "../register/filled.ts";
import { unknownOrganization } from "../register/unknown-organization.ts";

/** What a form about a user says, as the change takes it, and what in it names no organization. */
export type Said = { input: Record<string, unknown>; faults: readonly Fault[] };

/** Each change of a user that has a form; what it would leave is shown before those that give or take a right. */
export const userActs = ["addRole", "endRole", "leave", "details", "identity", "link", "signOut"] as const;
export type UserAct = (typeof userActs)[number];

export function isUserAct(name: string | null | undefined): name is UserAct {
  return userActs.some((each) => each === name);
}

/** The acts by which a user may do other things afterwards. */
export function movesRights(act: UserAct): boolean {
  return act === "addRole" || act === "endRole" || act === "leave";
}

const textIn = (values: Values, name: string) => (values.get(name) ?? "").trim();
const given = (name: string, text: string) => (text === "" ? {} : { [name]: text });

/** The role that stands in some fields; nothing where none is chosen. */
export async function roleIn(
  asked: DeskAsked,
  values: Values,
): Promise<{ role?: Record<string, unknown>; faults: readonly Fault[] }> {
  const [role, organization, from, until] = ["role", "organization", "from", "until"].map((each) =>
    textIn(values, `addRole.${each}`),
  ) as [string, string, string, string];
  if (role === "" && organization === "" && from === "" && until === "") return { faults: [] };
  const id = organization === "" ? undefined : await organizationNamed(asked, organization);
  const faults =
    organization !== "" && id === undefined
      ? [
          {
            name: "addRole.organization",
            text: await unknownOrganization(asked, "users.role.organization", organization),
          },
        ]
      : [];
  return {
    role: { role, ...given("organization", id ?? ""), ...given("from", from), ...given("until", until) },
    faults,
  };
}

/** What a form says of a user that exists. */
export async function userInput(asked: DeskAsked, act: UserAct, values: Values): Promise<Said> {
  switch (act) {
    case "addRole": {
      const { role, faults } = await roleIn(asked, values);
      return { input: { addRoles: [role ?? { role: "" }] }, faults };
    }
    case "endRole": {
      const [role = "", organization = ""] = textIn(values, "endRole.which").split(":");
      const ended = {
        role,
        ...given("organization", organization),
        ...given("until", textIn(values, "endRole.until")),
      };
      return { input: { endRoles: [ended] }, faults: [] };
    }
    case "leave":
      return { input: given("on", textIn(values, "leave.on")), faults: [] };
    case "identity": {
      const [issuer, subject] = [textIn(values, "identity.issuer"), textIn(values, "identity.subject")];
      return { input: { addIdentities: [{ issuer, subject }] }, faults: [] };
    }
    case "details": {
      const [email, language] = [textIn(values, "details.email"), textIn(values, "details.language")];
      return { input: { email: email || null, language: language || null }, faults: [] };
    }
    default:
      return { input: {}, faults: [] };
  }
}

/** Where the faults of a user's forms are told. */
const places: readonly (readonly [name: string, at: string, label: MessageKey, rule?: MessageKey])[] = [
  ["name", "name", "users.name", "fault.rule.userName"],
  ["email", "details.email", "users.email", "fault.rule.email"],
  ["language", "details.language", "users.language", "fault.choice"],
  ["role.organization", "addRole.organization", "users.role.organization", "fault.rule.roleOrganization"],
  ["role.from", "addRole.from", "users.role.begins", "fault.day"],
  ["role.until", "addRole.until", "users.role.ends", "fault.rule.roleUntil"],
  ["role", "addRole.role", "users.role.which", "fault.choice"],
  ["endRoles.0.until", "endRole.until", "users.role.ends", "fault.day"],
  ["endRoles", "endRole.which", "users.role.which", "fault.rule.endRole"],
  ["on", "leave.on", "users.leave.on", "fault.day"],
  ["addIdentities.0.issuer", "identity.issuer", "users.identity.issuer", "fault.missing"],
  ["addIdentities.0.subject", "identity.subject", "users.identity.subject", "fault.missing"],
  ["identities", "identity.subject", "users.identity.subject", "fault.rule.identity"],
];

/** Why a change of a user was refused, each fault at its field. */
export function userFaults(say: Say, values: Values, { code, message, issues }: DomainError): Fault[] {
  const told: Told[] = places.map(([name, at, label, rule]) => ({
    name,
    at,
    label: say.message(label),
    ...(rule && { rule }),
  }));
  // A role is told by its place among all roles of the user; the form has one.
  const renamed = issues.map((issue): Issue => {
    const name = issue.name?.replace(/^(?:addRoles|roles)\.\d+(?:\.role)?/, "role");
    return name === undefined ? issue : { ...issue, name };
  });
  return faultsAt({ say, values }, told, new DomainError(code, message, renamed));
}
