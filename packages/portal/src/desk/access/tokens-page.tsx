import type { ApiToken } from "@heed/core/users/access-desk";
import type { Page } from "../../asked/page.ts";
import { lastPage, pageAsked } from "../../asked/parameters.ts";
import { Pager } from "../../components/pager.tsx";
import { Scrolling } from "../../components/scrolling.tsx";
import { shown } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { accessPath } from "./admin-desk.tsx";
import { whoseTokens } from "./whose-tokens.ts";

const pageSize = 100;

/** Every token for an admin, the own ones for another user, the oldest first: when each was last used, and until when it is valid. */
export async function tokensPage(asked: DeskAsked): Promise<Page | undefined> {
  const { say, way, desk, parameters } = asked;
  const whose = await whoseTokens(asked);
  if (whose === undefined) return undefined;
  const page = pageAsked(asked, pageSize);
  const { user } = parameters;
  const paging = { limit: pageSize, skip: (page - 1) * pageSize, withTotal: true };
  const { items, total = 0 } = await desk.access().tokens(user === undefined ? {} : { user }, paging);
  const title = say.message(whose === "own" ? "tokens.own.title" : "tokens.title");
  return {
    ...{ title, address: deskAddresses.tokens(), kept: { user, page: page === 1 ? undefined : page } },
    ...{ last: lastPage(total, pageSize), path: accessPath(asked) },
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        {whose === "own" && <p class="govuk-body">{say.message("tokens.own.text")}</p>}
        <p class="govuk-body">
          <a class="govuk-link" href={way(deskAddresses.newToken())}>
            {say.message("tokens.make")}
          </a>
        </p>
        <h2 class="govuk-heading-m">{say.message("tokens.count", { total })}</h2>
        <Scrolling label={title}>
          <table class="govuk-table">
            <caption class="govuk-visually-hidden">{title}</caption>
            <thead>
              <tr>
                {(["tokens.begins", "tokens.whose", "tokens.lastUsed", "tokens.until"] as const).map((head) => (
                  <th key={head} scope="col">
                    {say.message(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((token) => (
                <tr key={token.prefix}>
                  <th scope="row">
                    <a class="govuk-link" href={way(deskAddresses.token(token.prefix))}>
                      heed_{token.prefix}
                    </a>
                  </th>
                  <td>{shown(token.name)}</td>
                  <td>{token.lastUsedAt ? say.day(token.lastUsedAt.slice(0, 10)) : say.message("tokens.never")}</td>
                  <td>{validText(asked, token)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolling>
        <Pager
          asked={asked}
          address={deskAddresses.tokens()}
          kept={{ user }}
          page={page}
          hasNext={page * pageSize < total}
        />
      </>
    ),
  };
}

/** Whether a token can still be used. */
export function isInUse({ desk }: DeskAsked, { revokedAt, expiresAt }: ApiToken): boolean {
  return revokedAt === undefined && (expiresAt === undefined || Date.parse(expiresAt) > Date.parse(desk.at));
}

/** Until when a token is valid, or since when it is not. */
export function validText(asked: DeskAsked, token: ApiToken): string {
  const { say } = asked;
  const { revokedAt, expiresAt } = token;
  if (revokedAt !== undefined) return say.message("tokens.revokedOn", { day: say.day(revokedAt.slice(0, 10)) });
  if (expiresAt === undefined) return say.message("tokens.always");
  const day = say.day(expiresAt.slice(0, 10));
  return say.message(isInUse(asked, token) ? "tokens.validUntil" : "tokens.expiredOn", { day });
}
