import type { Say } from "../../language/say.ts";
import { shown } from "../../language/say.ts";
import type { Fault } from "./faults.ts";

/** What is wrong with a form, above it. It takes the focus, without script too, and leads to each field. */
export function ErrorSummary({ say, faults }: { say: Say; faults: readonly Fault[] }) {
  if (faults.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: without script it is the only way to lead who sent a faulty form to its faults.
    <div class="govuk-error-summary" tabIndex={-1} autoFocus={true} id="faults">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{say.message("fault.title")}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {faults.map(({ name, text, lang }) => (
              <li key={`${name} ${text}`}>
                {name === undefined ? (
                  <bdi lang={lang}>{shown(text)}</bdi>
                ) : (
                  <a href={`#${name}`} lang={lang}>
                    {shown(text)}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
