import { Day } from "@heed/core";
import { type ItemKindName, itemKinds } from "@heed/core/collected-item/item-kinds";
import { isTexts, writtenValue } from "@heed/core/collected-item/written-value";
import { addressProblem } from "@heed/core/text/web-address";
import { categoryTexts } from "@heed/core/wording/shown-value";
import { type Say, shown } from "../language/say.ts";
import { Text } from "./text.tsx";

/** A list is shown up to here. */
const mostShown = 200;

type Props = {
  say: Say;
  kind: ItemKindName;
  value: unknown;
  name: string;
  /** The properties whose numbers are years, which have no space between their thousands. */
  years: readonly string[];
};

/** A value of the content of an item: a day and a text in the reader's language, an address as a link. */
export function ContentValue({ say, kind, value, name, years }: Props) {
  if (Array.isArray(value))
    return (
      <ul class="govuk-list">
        {value.slice(0, mostShown).map((each) => (
          <li key={writtenValue(each, say.language)}>
            <ContentValue {...{ say, kind, years, name }} value={each} />
          </li>
        ))}
      </ul>
    );
  if (typeof value === "boolean") return <>{say.message(value ? "collected.yes" : "collected.no")}</>;
  if (typeof value === "number") return <>{years.includes(name) ? value : say.number(value)}</>;
  if (isTexts(value)) return <Text of={say.text(value)} />;
  const named = categoryTexts(value);
  if (named !== undefined) return <Text of={say.text(named)} />;
  if (typeof value === "object" && value !== null)
    return (
      <>
        {Object.entries(value).map(([key, each], index) => (
          <>
            {index > 0 && say.colon}
            <ContentValue {...{ say, kind, years }} value={each} name={key} />
          </>
        ))}
      </>
    );
  const list = itemKinds[kind].codes?.[name];
  if (list !== undefined) return <>{say.label(list, String(value))}</>;
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
