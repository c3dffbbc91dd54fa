import { Day } from "@heed/core";
import { isTexts, writtenValue } from "@heed/core/collected-item/written-value";
import { addressProblem } from "@heed/core/text/web-address";
import { type Say, shown } from "../language/say.ts";
import { Text } from "./text.tsx";

/** A list is shown up to here. */
const mostShown = 200;

/** A value of the content of an item: a day and a text in the reader's language, an address as a link. */
export function ContentValue({ say, value }: { say: Say; value: unknown }) {
  if (Array.isArray(value))
    return (
      <ul class="govuk-list">
        {value.slice(0, mostShown).map((each) => (
          <li key={writtenValue(each, say.language)}>
            <ContentValue say={say} value={each} />
          </li>
        ))}
      </ul>
    );
  if (typeof value === "boolean") return <>{say.message(value ? "collected.yes" : "collected.no")}</>;
  if (typeof value === "number") return <>{say.number(value)}</>;
  if (isTexts(value)) return <Text of={say.text(value)} />;
  if (typeof value === "object" && value !== null)
    return (
      <>
        {Object.values(value).map((each, index) => (
          <>
            {index > 0 && ": "}
            <ContentValue say={say} value={each} />
          </>
        ))}
      </>
    );
  const text = String(value);
  if (Day.safeParse(text).success) return <>{say.day(text)}</>;
  if (/^https?:/i.test(text) && addressProblem(text) === undefined)
    return (
      <a class="govuk-link" href={text} rel="nofollow noopener">
        <bdi>{shown(text)}</bdi>
      </a>
    );
  return <bdi>{shown(text)}</bdi>;
}
