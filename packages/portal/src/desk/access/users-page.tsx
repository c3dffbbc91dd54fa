import { isAdmin } from "@heed/core/users/require-admin";
import { hasLeft, rolesOn } from "@heed/core/users/user";
import type { Page } from "../../asked/page.ts";
import { lastPage, pageAsked } from "../../asked/parameters.ts";
import { Pager } from "../../components/pager.tsx";
import { shown } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { accessPath } from "./admin-desk.tsx";

const pageSize = 100;

/** Every user by name, with the roles of today. */
export async function usersPage(asked: DeskAsked): Promise<Page | undefined> {
  const { say, way, visitor, desk, today } = asked;
  if (!isAdmin(visitor.person)) return undefined;
  const page = pageAsked(asked, pageSize);
  const paging = { limit: pageSize, skip: (page - 1) * pageSize, withTotal: true };
  const { items, total = 0 } = await desk.access().users({}, paging);
  const title = say.message("users.title");
  return {
    ...{ title, address: deskAddresses.users(), kept: { page: page === 1 ? undefined : page } },
    ...{ last: lastPage(total, pageSize), path: accessPath(asked) },
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          <a class="govuk-link" href={way(deskAddresses.newUser())}>
            {say.message("users.add")}
          </a>
        </p>
        <h2 class="govuk-heading-m">{say.message("users.count", { total })}</h2>
        <ul class="govuk-list">
          {items.map((user) => (
            <li key={user.id}>
              <a class="govuk-link" href={way(deskAddresses.user(user.id))}>
                {shown(user.name)}
              </a>{" "}
              <span class="heed-meta">
                {user.leftOn !== undefined && hasLeft(user, today)
                  ? say.message("users.left", { day: say.day(user.leftOn) })
                  : say.list([...new Set(rolesOn(user, today).map(({ role }) => say.message(`users.role.${role}`)))])}
              </span>
            </li>
          ))}
        </ul>
        <Pager asked={asked} address={deskAddresses.users()} kept={{}} page={page} hasNext={page * pageSize < total} />
      </>
    ),
  };
}
