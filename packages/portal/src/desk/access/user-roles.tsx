import type { Id } from "@heed/core";
import type { OrganizationRef } from "@heed/core/read-models/organization-ref";
import { hasLeft, type User, type UserRole } from "@heed/core/users/user";
import type { DeskAsked } from "../desk-asked.ts";

type Roled = Pick<User, "name" | "roles" | "leftOn">;

/** The organizations for which a user holds roles. */
export async function organizationsOfRoles({ reads }: DeskAsked, { roles }: Pick<User, "roles">) {
  return reads.organizationsById([...new Set(roles.flatMap(({ organization }) => organization ?? []))]);
}

/** A role, for whom and how long it is held. */
export function roleText(
  { say }: Pick<DeskAsked, "say">,
  { role, organization, from, until }: UserRole,
  names: ReadonlyMap<Id, Pick<OrganizationRef, "name">>,
): string {
  const named = organization === undefined ? undefined : names.get(organization);
  const of = organization === undefined ? "" : `, ${named === undefined ? organization : say.text(named.name).text}`;
  const days =
    until === undefined
      ? say.message("users.role.from", { from: say.day(from) })
      : say.message("users.role.fromUntil", { from: say.day(from), until: say.day(until) });
  return `${say.message(`users.role.${role}`)}${of}, ${days}`;
}

/** What a user may do, role by role, with those that have not begun; nothing of those that ended. */
export async function mayDoView(asked: DeskAsked, user: Roled) {
  const { say, today } = asked;
  const names = await organizationsOfRoles(asked, user);
  const held = hasLeft(user, today) ? [] : user.roles.filter(({ until }) => until === undefined || until >= today);
  if (held.length === 0) return <p class="govuk-body">{say.message("users.may.nothing")}</p>;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {held.map((each) => {
        const told = roleText(asked, each, names);
        return (
          <li key={told}>
            {told}
            {say.colon}
            {say.message(`users.may.${each.role}`)}
          </li>
        );
      })}
      {user.leftOn !== undefined && <li>{say.message("users.leaves", { day: say.day(user.leftOn) })}</li>}
    </ul>
  );
}
