import type { ComponentChildren } from "preact";
import { addresses } from "../address/addresses.ts";
import { type Query, queryText } from "../address/query.ts";
import type { Asked } from "../asked/asked.ts";
import type { Page } from "../asked/page.ts";
import { languageNames, pageLanguages } from "../language/languages.ts";
import { shown } from "../language/say.ts";
import { HiddenFields } from "./hidden-fields.tsx";
import { VisitorBar } from "./visitor-bar.tsx";

export type Site = {
  /** What stands before every path, without a slash at its end. */
  before: string;
  /** The scheme and host at which the pages are reached, where that is known. */
  origin: string;
  /** The folder of the style sheet and the typeface. */
  assets: string;
  /** Whether people can sign in. */
  offersSignIn: boolean;
};

type Props = { site: Site; page: Page; asked: Pick<Asked, "say" | "way" | "today" | "asOf" | "visitor"> };

/** The whole document: the head, what stands around every page, and the page. */
export function Layout({ site, page, asked }: Props) {
  const { say, today, asOf } = asked;
  const { language } = say;
  const kept: Query = { asOf: asOf === today ? undefined : asOf, ...page.kept };
  const at = (each: string) => `${site.before}/${each}${page.address}${queryText(kept)}`;
  const title = shown(page.title);
  return (
    <html lang={language} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{page.address === "" ? `${title} – Heed` : `${title} – ${say.message("site.what")}`}</title>
        {page.description && <meta name="description" content={shown(page.description)} />}
        <meta property="og:title" content={title} />
        {page.description && <meta property="og:description" content={shown(page.description)} />}
        <meta name="color-scheme" content="light dark" />
        {page.isPrivate ? (
          <meta name="robots" content="noindex" />
        ) : (
          <>
            <link rel="canonical" href={site.origin + at(language)} />
            {pageLanguages.map((each) => (
              <link key={each} rel="alternate" hreflang={each} href={site.origin + at(each)} />
            ))}
          </>
        )}
        {page.data && <link rel="alternate" type="application/json" href={page.data} />}
        {page.feeds?.map(({ type, title, href }) => (
          <link key={href} rel="alternate" type={type} title={title} href={href} />
        ))}
        <link rel="icon" type="image/svg+xml" href={`${site.assets}/icon.svg`} />
        <link
          rel="preload"
          as="font"
          type="font/woff2"
          href={`${site.assets}/source-sans-3-latin.woff2`}
          crossOrigin="anonymous"
        />
        <link rel="stylesheet" href={`${site.assets}/portal.css`} />
        {page.saves && <script type="module" src={`${site.assets}/save-while-typing.js`} />}
      </head>
      <body class="govuk-template__body">
        <a href="#content" class="govuk-skip-link">
          {say.message("site.skip")}
        </a>
        <Header site={site} asked={asked} page={page} at={at} />
        <div class="govuk-width-container">
          <Path asked={asked} page={page} />
          <main class="govuk-main-wrapper" id="content" tabIndex={-1}>
            {page.body}
          </main>
        </div>
        <Foot asked={asked} page={page} address={site.origin + at(language)} />
      </body>
    </html>
  );
}

const sections = [
  "overdue",
  "owed",
  "changes",
  "briefing",
  "recommendations",
  "reports",
  "organizations",
  "themes",
  "cycles",
  "collectedItems",
  "rules",
] as const;

function Header({ site, asked, page, at }: Props & { at: (language: string) => string }) {
  const { say, way } = asked;
  const back = page.isPrivate ? undefined : at(say.language).slice(site.before.length);
  const here = (address: string) => (page.address === address ? "page" : undefined);
  return (
    <header>
      <div class="heed-header">
        <div class="govuk-width-container">
          <div class="heed-header__top">
            <a class="heed-header__name" href={way(addresses.front())}>
              {say.message("site.name")}
            </a>{" "}
            <span class="heed-header__what">{say.message("site.what")}</span>
            <nav aria-label={say.message("site.languages")}>
              <ul class="heed-languages">
                {pageLanguages.map((each) => (
                  <li key={each}>
                    <a
                      href={at(each)}
                      hreflang={each}
                      lang={each}
                      aria-current={each === say.language ? "true" : undefined}
                    >
                      {languageNames[each]}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            <VisitorBar asked={asked} before={site.before} offersSignIn={site.offersSignIn} back={back} />
          </div>
          <nav class="heed-nav" aria-label={say.message("site.sections")}>
            <ul>
              {sections.map((section) => (
                <li key={section}>
                  <a href={way(addresses[section]())} aria-current={here(addresses[section]())}>
                    {say.message(`nav.${section}`)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </div>
      {!page.isPrivate && <DayForm asked={asked} page={page} />}
    </header>
  );
}

/** The day that the page is about, and the way to another. */
function DayForm({ asked, page }: Omit<Props, "site">) {
  const { say, way, today, asOf } = asked;
  const [action = "", fields] = way(page.address, page.kept ?? {}).split("?");
  return (
    <div class={asOf === today ? "heed-day" : "heed-day heed-day--other"}>
      <div class="govuk-width-container">
        <form action={action} method="get">
          <HiddenFields of={fields} without={["asOf"]} />
          <label class="govuk-label" for="day">
            {say.message("day.label")}
          </label>
          <input class="govuk-input" id="day" name="asOf" type="date" value={asOf} min="1900-01-01" max="2100-12-31" />
          <button class="govuk-button govuk-button--secondary" type="submit">
            {say.message("day.show")}
          </button>
          {asOf !== today && (
            <p>
              {say.message("day.other", { day: say.day(asOf) })}{" "}
              <a class="govuk-link" href={`${action}${queryText(page.kept ?? {})}`}>
                {say.message("day.today")}
              </a>
            </p>
          )}
        </form>
      </div>
    </div>
  );
}

function Path({ asked: { say, way }, page }: Omit<Props, "site">) {
  if (page.address === "") return null;
  const above = [{ title: say.message("site.start"), address: addresses.front() }, ...(page.path ?? [])];
  return (
    <nav class="govuk-breadcrumbs" aria-label={say.message("site.path")}>
      <ol class="govuk-breadcrumbs__list">
        {above.map(({ title, address }) => (
          <li class="govuk-breadcrumbs__list-item" key={address}>
            <a class="govuk-breadcrumbs__link" href={way(address)}>
              {shown(title)}
            </a>
          </li>
        ))}
        <li class="govuk-breadcrumbs__list-item" aria-current="page">
          {shown(page.title)}
        </li>
      </ol>
    </nav>
  );
}

function Foot({ asked: { say, way, asOf }, page, address }: Omit<Props, "site"> & { address: string }) {
  return (
    <footer class="heed-foot">
      <div class="govuk-width-container">
        <nav aria-label={say.message("site.foot")}>
          <ul>
            <FootLink href={way(addresses.about())}>{say.message("nav.about")}</FootLink>
            <FootLink href={way(addresses.rules())}>{say.message("nav.rules")}</FootLink>
            {page.data && <FootLink href={page.data}>{say.message("site.json")}</FootLink>}
          </ul>
        </nav>
        <p class="heed-print">{say.message("site.printed", { address, day: say.day(asOf) })}</p>
      </div>
    </footer>
  );
}

function FootLink({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <li>
      <a class="govuk-link" href={href}>
        {children}
      </a>
    </li>
  );
}
