import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import { HiddenFields } from "./hidden-fields.tsx";

/** Finds recommendations by words, on the day of the page. */
export function SearchForm({ asked: { say, way }, words = "" }: { asked: Pick<Asked, "say" | "way">; words?: string }) {
  const [action, fields] = way(addresses.recommendations()).split("?");
  return (
    <search>
      <form class="heed-search" action={action} method="get">
        <HiddenFields of={fields} />
        <div>
          <label class="govuk-label" for="words">
            {say.message("search.label")}
          </label>
          <input class="govuk-input" id="words" name="q" type="search" value={words} maxLength={200} />
        </div>
        <button class="govuk-button" type="submit">
          {say.message("search.button")}
        </button>
      </form>
    </search>
  );
}
