import { DomainError, type Issue } from "@heed/core";
import { isRefusal } from "@heed/core/domain-error";
import { organizationNamed } from "../../asked/named.ts";
import type { MessageKey } from "../../language/message.ts";
import type { Say } from "../../language/say.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { type Fault, refusal } from "../form/faults.ts";
import type { Values } from "../form/values.ts";
import { faultsAt, type Told } from "../register/filled.ts";
import { unknownOrganization } from "../register/unknown-organization.ts";
import type { WhoseTokens } from "./whose-tokens.ts";

const linesOf = (values: Values, name: string) =>
  (values.get(name) ?? "").split(/[\n,]/).flatMap((line) => line.trim() || []);

/** What the form of a new token says, as the act takes it, and what in it names nobody. */
export async function tokenInput(
  asked: DeskAsked,
  whose: WhoseTokens,
  values: Values,
): Promise<{ input: Record<string, unknown>; faults: readonly Fault[] }> {
  const { desk, say } = asked;
  const holder = whose === "own" ? [] : ["user", "name", "role"];
  const said = (each: string) => (values.get(each) ?? "").trim();
  const [userName, name, role] = holder.map(said);
  const expiresOn = said("expiresOn");
  const users = userName ? (await desk.access().users({ name: [userName] }, { limit: 1 })).items : [];
  const named = await Promise.all(
    linesOf(values, "organizations").map(async (line) => ({ line, id: await organizationNamed(asked, line) })),
  );
  const acts = linesOf(values, "acts");
  const unknown = await Promise.all(
    named
      .filter(({ id }) => id === undefined)
      .map(async ({ line }) => unknownOrganization(asked, "tokens.organizations", line)),
  );
  return {
    input: {
      ...(users[0] && { user: users[0].id }),
      ...(name && { name }),
      ...(role && { role }),
      organizations: named.flatMap(({ id }) => id ?? []),
      ...(acts.length > 0 && { acts }),
      ...(expiresOn && { expiresOn }),
    },
    faults: [
      ...(userName && users.length === 0 ? [{ name: "user", text: say.message("fault.rule.tokenUser") }] : []),
      ...unknown.map((text) => ({ name: "organizations", text })),
    ],
  };
}

const places: readonly (readonly [name: string, label: MessageKey, rule: MessageKey])[] = [
  ["user", "tokens.user", "fault.rule.tokenUser"],
  ["name", "tokens.name", "fault.rule.tokenName"],
  ["role", "users.role.which", "fault.choice"],
  ["organizations", "tokens.organizations", "fault.rule.tokenOrganizations"],
  ["acts", "tokens.acts", "fault.rule.tokenActs"],
  ["expiresOn", "tokens.expiresOn", "fault.rule.tokenExpiry"],
  ["keepUntil", "tokens.keep", "fault.choice"],
];

/** Why a token was not made, each fault at its field. */
export function tokenFaults(say: Say, values: Values, error: unknown, whose: WhoseTokens): Fault[] {
  if (!isRefusal(error)) throw error;
  const scope = whose === "own" ? "fault.rule.tokenOwn" : undefined;
  const told: Told[] = places.map(([name, label, rule]) => ({
    ...{ name, label: say.message(label) },
    rule: name === "organizations" || name === "acts" ? (scope ?? rule) : rule,
  }));
  // Whose it is was told by neither of the two ways, or by both.
  const isHolder = error.code === "invalidInput" && error.issues.length === 0;
  const issues: readonly Issue[] = isHolder ? [{ name: "user", detail: error.message }] : error.issues;
  if (issues.length === 0) return [refusal(say, error)];
  return faultsAt({ say, values }, told, new DomainError(error.code, error.message, issues));
}
