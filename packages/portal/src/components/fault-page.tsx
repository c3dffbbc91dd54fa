import { addresses } from "../address/addresses.ts";
import { visitorAddresses } from "../address/visitor-addresses.ts";
import type { Asked } from "../asked/asked.ts";
import type { AddressFault } from "../asked/faulty-address.ts";
import type { Page } from "../asked/page.ts";
import { shown } from "../language/say.ts";
import { SearchForm } from "./search-form.tsx";

export type FaultStatus = 400 | 403 | 404 | 500 | 503;

type Props = {
  asked: Pick<Asked, "say" | "way">;
  status: FaultStatus;
  faults?: readonly AddressFault[];
  /** Somebody who is signed in asked for a page of the desk. */
  isAtDesk?: boolean;
};

/** What a reader sees instead of a page, and where to go from there. */
export function faultPage({ asked, status, faults = [], isAtDesk = false }: Props): Page {
  const { say, way } = asked;
  const title = say.message(`error.${status}.title`);
  return {
    title,
    address: addresses.front(),
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{say.message(status === 404 && isAtDesk ? "error.404.desk" : `error.${status}.text`)}</p>
        {faults.length > 0 && (
          <ul class="govuk-list govuk-list--bullet">
            {faults.map(({ text, instead = [] }) => (
              <li key={text}>
                <bdi>{shown(text)}</bdi>
                {instead.length > 0 && (
                  <>
                    {" "}
                    {say.message("error.400.instead")}
                    {instead.map((each, place) => (
                      <>
                        {place === 0 ? " " : ", "}
                        <a class="govuk-link" href={each.address} key={each.address}>
                          <bdi>{shown(each.text)}</bdi>
                        </a>
                      </>
                    ))}
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
        {isAtDesk && (
          <p class="govuk-body">
            <a class="govuk-link" href={way(visitorAddresses.desk)}>
              {say.message("visitor.desk")}
            </a>
          </p>
        )}
        {status < 500 && <SearchForm asked={asked} />}
        <p class="govuk-body">
          <a class="govuk-link" href={way(addresses.front())}>
            {say.message("site.start")}
          </a>
        </p>
      </>
    ),
  };
}
