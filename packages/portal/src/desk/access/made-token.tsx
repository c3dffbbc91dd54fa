import type { MadeToken } from "@heed/core/users/access-desk";
import type { Page } from "../../asked/page.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { framed } from "../form/framed.tsx";
import { tokensPath, type WhoseTokens } from "./whose-tokens.ts";

/** A token that was made: it is shown here once. A form that was sent twice made one, and its text is there no more. */
export function madeTokenPage(asked: DeskAsked, whose: WhoseTokens, { prefix, token }: MadeToken): Page {
  const { say, way } = asked;
  return framed(asked, {
    title: say.message("tokens.made"),
    ...{ address: deskAddresses.token(prefix), path: tokensPath(asked, whose) },
    body: (
      <>
        <p class="govuk-body">{say.message(token === undefined ? "tokens.made.before" : "tokens.made.once")}</p>
        {token !== undefined && (
          <p class="govuk-inset-text">
            <code class="heed-digest">{token}</code>
          </p>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={way(deskAddresses.token(prefix))}>
            heed_{prefix}
          </a>
        </p>
      </>
    ),
  });
}
