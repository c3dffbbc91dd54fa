import { rules as allRules } from "@heed/core/rules/rules";
import { sourceIn } from "@heed/core/rules/source-in";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import type { Page } from "../asked/page.ts";
import type { PageLanguage } from "../language/languages.ts";

const series = ["R", "D"] as const;

/** Every rule with its source, each to be linked to by its number. */
export async function rules({ say, data }: Asked): Promise<Page> {
  const title = say.message("nav.rules");
  return {
    title,
    description: say.message("rules.description"),
    address: addresses.rules(),
    data: data("/refData/rules"),
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="heed-lead">{say.message("rules.lead")}</p>
        {series.map((letter) => (
          <section key={letter}>
            <h2 class="govuk-heading-m">{say.message(`rules.group.${letter}`)}</h2>
            {Object.entries(allRules)
              .filter(([number]) => number.startsWith(letter))
              .map(([number, rule]) => (
                <article class="heed-rule" id={number} key={number}>
                  <h3 class="govuk-heading-s">
                    <a class="govuk-link" href={`#${number}`}>
                      {number}
                    </a>{" "}
                    {rule.title[say.language]}
                  </h3>
                  <p class="govuk-body heed-text">{rule.text[say.language]}</p>
                  <Source of={rule.source} language={say.language} />
                </article>
              ))}
          </section>
        ))}
      </>
    ),
  };
}

/** A source that is told in English alone is marked so. */
function Source({ of, language }: { of: string; language: PageLanguage }) {
  const own = sourceIn(of, language);
  return (
    <p class="heed-meta" lang={own === undefined && language !== "en" ? "en" : undefined}>
      {own ?? of}
    </p>
  );
}
