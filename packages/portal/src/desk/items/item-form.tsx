import type { CollectedItem } from "@heed/core/collected-item/collected-item";
import type { ItemKindName } from "@heed/core/collected-item/item-kinds";
import {
  type ContentField,
  contentAsTyped,
  contentFields,
  typedContent,
} from "@heed/core/collected-item/typed-content";
import type { Choice } from "../../asked/choices.ts";
import { languageNameIn } from "../../language/language-name.ts";
import { pageLanguages } from "../../language/languages.ts";
import type { Say } from "../../language/say.ts";
import { Checkbox, DayInput, Radios, SelectInput, TextArea, TextInput } from "../form/inputs.tsx";
import type { Values } from "../form/values.ts";
import { type Filled, fieldIn, type Told } from "../register/filled.ts";
import { setTexts, TextsInput, textsIn, toldTexts } from "../register/texts.tsx";

/** The fields of an item: those of all kinds, and those that its kind has. A body is chosen where it is new. */
export function ItemFields({
  filled,
  kind,
  bodies,
}: {
  filled: Filled;
  kind: ItemKindName;
  bodies?: readonly Choice[];
}) {
  const { say } = filled;
  return (
    <>
      {bodies && <Radios {...fieldIn(filled, "issuingBody", say.message("collected.by"))} choices={bodies} />}
      <TextInput {...fieldIn(filled, "reference", say.message("collected.reference"), "collected.reference.hint")} />
      <TextInput {...fieldIn(filled, "year", say.message("collected.year"))} />
      <TextsInput filled={filled} name="title" label="collected.title" languages={pageLanguages} />
      <TextsInput filled={filled} name="text" label="collected.text" languages={pageLanguages} rows={4} />
      <TextArea {...fieldIn(filled, "themes", say.message("collected.themes"), "collected.lines")} rows={2} />
      {contentFields(kind).map((field) => (
        <ContentInput key={field.name} filled={filled} field={field} />
      ))}
      <Checkbox {...fieldIn(filled, "confidential", say.message("collected.confidential.mark"))} />
    </>
  );
}

function ContentInput({ filled, field }: { filled: Filled; field: ContentField }) {
  const { say } = filled;
  const { name, kind, choices } = field;
  const label = field.label[say.language];
  const id = `content.${name}`;
  if (kind === "texts")
    return (
      <>
        {pageLanguages.map((language) => (
          <TextArea
            key={language}
            {...fieldIn(filled, `${id}.${language}`, inLanguage(say, label, language))}
            rows={3}
          />
        ))}
      </>
    );
  if (kind === "day") return <DayInput {...fieldIn(filled, id, label)} />;
  if (kind === "lines") return <TextArea {...fieldIn(filled, id, label, "collected.lines")} rows={3} />;
  if (kind === "rows") return <TextArea {...fieldIn(filled, id, label, "collected.rows")} rows={5} />;
  if (kind === "yes")
    return (
      <Radios
        {...fieldIn(filled, id, label)}
        choices={(["yes", "no"] as const).map((value) => ({ value, text: say.message(`collected.${value}`) }))}
      />
    );
  if (kind === "choice")
    return (
      <SelectInput
        {...fieldIn(filled, id, label)}
        choices={choices.map((value) => ({ value, text: say.label("organizationLevel", value) }))}
        none={say.message("field.choose")}
      />
    );
  return <TextInput {...fieldIn(filled, id, label)} />;
}

function inLanguage(say: Say, label: string, language: string): string {
  return say.message("report.inLanguage", { label, language: languageNameIn(say.language, language) });
}

/** What the form says, as the act takes it. An empty field says nothing. */
export function itemInput(kind: ItemKindName, values: Values): Record<string, unknown> {
  const typed = (name: string) => (values.get(name) ?? "").trim();
  const year = typed("year");
  const themes = typed("themes")
    .split("\n")
    .flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  return {
    ...(typed("issuingBody") !== "" && { issuingBody: typed("issuingBody") }),
    ...(typed("reference") !== "" && { reference: typed("reference") }),
    ...(year !== "" && { year: /^\d{1,6}$/.test(year) ? Number(year) : year }),
    title: textsIn(values, "title", pageLanguages) ?? {},
    ...(textsIn(values, "text", pageLanguages) && { text: textsIn(values, "text", pageLanguages) }),
    themes,
    confidential: typed("confidential") === "yes",
    content: typedContent(kind, (field) => values.get(`content.${field}`) ?? "", pageLanguages),
  };
}

/** The form of an item as it is. */
export function itemValues({
  kind,
  reference,
  year,
  title,
  text,
  themes,
  confidential,
  content,
}: CollectedItem): Values {
  const values = new URLSearchParams({ reference, year: String(year), themes: themes.join("\n") });
  setTexts(values, "title", title);
  setTexts(values, "text", text);
  if (confidential) values.set("confidential", "yes");
  for (const [name, typed] of contentAsTyped(kind, content)) values.set(`content.${name}`, typed);
  return values;
}

export function itemPlaces(say: Say, kind: ItemKindName): Told[] {
  const [first = "en"] = pageLanguages;
  return [
    { name: "issuingBody", label: say.message("collected.by"), rule: "fault.choice" },
    { name: "reference", label: say.message("collected.reference") },
    { name: "year", label: say.message("collected.year") },
    ...toldTexts(say, "title", "collected.title", pageLanguages),
    { name: "title", label: say.message("collected.title"), at: `title.${first}` },
    ...toldTexts(say, "text", "collected.text", pageLanguages),
    { name: "themes", label: say.message("collected.themes") },
    ...contentFields(kind).flatMap(({ name, label: { [say.language]: label }, kind: is }): Told[] =>
      is === "texts"
        ? [
            ...pageLanguages.map((language) => ({
              name: `content.${name}.${language}`,
              label: inLanguage(say, label, language),
            })),
            { name: `content.${name}`, label, at: `content.${name}.${first}` },
          ]
        : [
            {
              ...{ name: `content.${name}`, label },
              ...(is === "choice" && { rule: "fault.choice" }),
              ...(is === "day" && { rule: "fault.day" }),
            },
          ],
    ),
  ];
}
