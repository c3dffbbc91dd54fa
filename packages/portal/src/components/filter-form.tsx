import type { Day } from "@heed/core";
import type { Asked } from "../asked/asked.ts";
import type { Choices } from "../asked/choices.ts";
import { Select } from "./select.tsx";

type FilterName =
  | "due"
  | "kind"
  | "days"
  | "responsible"
  | "report"
  | "theme"
  | "reportingYear"
  | "position"
  | "reported"
  | "assessed"
  | "lifecycle"
  | "show"
  | "movement";

type Props = {
  asked: Asked;
  address: string;
  filters: readonly (Choices<FilterName> & { label?: string })[];
  isFiltered: boolean;
  /** The words looked for, where the list can be searched. */
  words?: string;
  /** The references asked for, where the list can be chosen by them. */
  references?: readonly string[];
  /** The first day, where the list is about a period. */
  from?: Day;
};

/** The filters of a list, each with its choices; the day stays. */
export function FilterForm({ asked, address, filters, isFiltered, words, references, from }: Props) {
  const { say, way, asOf, today, parameters } = asked;
  return (
    <search>
      <form class="heed-filters" action={way(address).split("?")[0]} method="get">
        {asOf !== today && <input type="hidden" name="asOf" value={asOf} />}
        {words !== undefined && (
          <div class="heed-filters__words">
            <label class="govuk-label" for="words">
              {say.message("search.label")}
            </label>
            <input class="govuk-input" id="words" name="q" type="search" value={words} maxLength={200} />
          </div>
        )}
        {references !== undefined && (
          <div class="heed-filters__words">
            <label class="govuk-label" for="reference">
              {say.message("filter.reference")}
            </label>
            <input
              class="govuk-input"
              id="reference"
              name="reference"
              type="text"
              value={references.join("; ")}
              maxLength={4000}
              autocomplete="off"
            />
          </div>
        )}
        {from !== undefined && (
          <div>
            <label class="govuk-label" for="from">
              {say.message("filter.from")}
            </label>
            <input class="govuk-input" id="from" name="from" type="date" value={from} min="1900-01-01" max={asOf} />
          </div>
        )}
        {filters.map(({ name, label, choices, isOpen }) => (
          <Select
            key={name}
            name={name}
            label={label ?? say.message(`filter.${name}`)}
            any={say.message("filter.any")}
            chosen={parameters[name]?.[0]}
            choices={choices}
            named={isOpen ? say.message("filter.named") : undefined}
          />
        ))}
        <div class="heed-filters__do">
          <button class="govuk-button" type="submit">
            {say.message("filter.apply")}
          </button>{" "}
          {isFiltered && (
            <a class="govuk-link" href={way(address)}>
              {say.message("filter.clear")}
            </a>
          )}
        </div>
      </form>
    </search>
  );
}
