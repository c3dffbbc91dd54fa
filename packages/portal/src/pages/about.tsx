import { contactAddress } from "@heed/core/exchange/open-data-terms";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import type { Page } from "../asked/page.ts";

/** How the pages are made: from what, by which rules, as which data, and for whom. */
export async function about({ say, way, data, asOf, terms }: Asked): Promise<Page> {
  const title = say.message("nav.about");
  const link = (href: string, text: string) => (
    <li>
      <a class="govuk-link" href={href}>
        {text}
      </a>
    </li>
  );
  return {
    title,
    description: say.message("about.description"),
    address: addresses.about(),
    body: (
      <div class="heed-text">
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="heed-lead">{say.message("about.description")}</p>
        {(["record", "voices", "days"] as const).map((part) => (
          <section key={part} id={part}>
            <h2 class="govuk-heading-m">{say.message(`about.${part}.title`)}</h2>
            <p class="govuk-body">{say.message(`about.${part}.text`)}</p>
          </section>
        ))}
        <section id="data">
          <h2 class="govuk-heading-m">{say.message("about.data.title")}</h2>
          <p class="govuk-body">{say.message("about.data.text")}</p>
          <ul class="govuk-list govuk-list--bullet">
            {link(data("/exports/overdue", { asOf, lang: say.language }), say.message("about.data.overdue"))}
            {link(data("/exports/obligations", { asOf, lang: say.language }), say.message("about.data.owed"))}
            {link(data("/exports/progressMatrix", { asOf, lang: say.language }), say.message("about.data.progress"))}
            {link(data("/exports/linkedRecord"), say.message("about.data.linked"))}
            {link(data("/exchange/dataCatalogue"), say.message("about.data.catalogue"))}
            {link(data("/exchange/dataPackage"), say.message("about.data.columns"))}
            {link(data("/doc/"), say.message("about.data.service"))}
            {link(way(addresses.rules()), say.message("nav.rules"))}
          </ul>
          {terms.licence !== undefined && (
            <p class="govuk-body">
              {`${say.message("about.data.licence")} `}
              <a class="govuk-link" rel="license" href={terms.licence}>
                {terms.licence}
              </a>
            </p>
          )}
        </section>
        {terms.contact !== undefined && (
          <section id="contact">
            <h2 class="govuk-heading-m">{say.message("about.contact.title")}</h2>
            <p class="govuk-body">
              {`${say.message("about.contact.text")} `}
              <a class="govuk-link" href={contactAddress(terms.contact)}>
                {terms.contact}
              </a>
            </p>
          </section>
        )}
        {(["accessibility", "privacy"] as const).map((part) => (
          <section key={part} id={part}>
            <h2 class="govuk-heading-m">{say.message(`about.${part}.title`)}</h2>
            <p class="govuk-body">{say.message(`about.${part}.text`)}</p>
          </section>
        ))}
      </div>
    ),
  };
}
