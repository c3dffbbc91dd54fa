import { type ReportSection, SectionState } from "@heed/core/report-section/report-section";
import type { Choice } from "../../asked/choices.ts";
import { languageNameIn } from "../../language/language-name.ts";
import type { Say } from "../../language/say.ts";
import { Checkbox, Radios, SelectInput, TextArea, TextInput } from "../form/inputs.tsx";
import type { Values } from "../form/values.ts";
import { type Filled, fieldIn, optional, type Told } from "../register/filled.ts";
import { setTexts, TextsInput, textsIn, toldTexts } from "../register/texts.tsx";

type Props = {
  filled: Filled;
  languages: readonly string[];
  /** The sections of the report that it can be part of. */
  parents: readonly Choice[];
  /** The translations that are older than the authentic text. */
  stale?: readonly string[];
};

export function SectionFields({ filled, languages, parents, stale = [] }: Props) {
  const { say } = filled;
  const named = (language: string) => languageNameIn(say.language, language);
  return (
    <>
      <TextInput {...fieldIn(filled, "reference", say.message("section.reference"), "section.reference.hint")} />
      <TextInput {...fieldIn(filled, "kind", optional(say, "section.kind"), "section.kind.hint")} />
      <SelectInput
        {...fieldIn(filled, "parent", say.message("section.parent"))}
        choices={parents}
        none={say.message("section.parent.none")}
      />
      <TextInput {...fieldIn(filled, "position", optional(say, "section.position"), "section.position.hint")} />
      <Radios
        {...fieldIn(filled, "authenticLanguage", say.message("section.authentic"))}
        choices={languages.map((value) => ({ value, text: named(value) }))}
      />
      <TextsInput filled={filled} name="title" label="section.title" languages={languages} />
      {languages.map((language) => (
        <TextArea
          key={language}
          {...fieldIn(filled, `text.${language}`, textLabel(say, language), "section.text.hint")}
          rows={14}
        />
      ))}
      {stale.map((language) => (
        <Checkbox
          key={language}
          {...fieldIn(filled, `checked.${language}`, say.message("section.checked", { language: named(language) }))}
        />
      ))}
      <TextArea {...fieldIn(filled, "authors", optional(say, "section.authors"), "collected.lines")} rows={2} />
      <Radios
        {...fieldIn(filled, "state", say.message("section.state"), "section.state.hint")}
        choices={SectionState.options.map((value) => ({ value, text: say.label("sectionState", value) }))}
      />
    </>
  );
}

function textLabel(say: Say, language: string): string {
  return say.message("report.inLanguage", {
    label: say.message("section.text"),
    language: languageNameIn(say.language, language),
  });
}

/** What the form says, as the act takes it. An empty field says nothing. */
export function sectionInput(values: Values, languages: readonly string[]): Record<string, unknown> {
  const typed = (name: string) => (values.get(name) ?? "").trim();
  const said = (name: string) => (typed(name) === "" ? {} : { [name]: typed(name) });
  const position = typed("position");
  const text = textsIn(values, "text", languages);
  return {
    ...{ ...said("reference"), ...said("kind"), ...said("parent"), ...said("authenticLanguage"), ...said("state") },
    ...(position !== "" && { position: /^\d{1,6}$/.test(position) ? Number(position) : position }),
    title: textsIn(values, "title", languages) ?? {},
    ...(text && { text }),
    authors: typed("authors")
      .split("\n")
      .flatMap((line) => (line.trim() === "" ? [] : [line.trim()])),
  };
}

/** The same as changes of a section: what is empty now is taken away. */
export function sectionChanges(section: ReportSection, values: Values, languages: readonly string[]) {
  const input = sectionInput(values, languages);
  const checked = section.stale.filter((language) => values.get(`checked.${language}`) === "yes");
  const emptied = (texts: object | undefined) =>
    Object.fromEntries(Object.keys(texts ?? {}).map((each) => [each, null]));
  return {
    ...{ kind: null, parent: null, ...input },
    title: { ...emptied(section.title), ...(input.title as object) },
    text: input.text === undefined ? null : { ...emptied(section.text), ...(input.text as object) },
    ...(checked.length > 0 && { translationsChecked: checked }),
  };
}

/** The form of a section as it is. */
export function sectionValues(section: ReportSection): Values {
  const { reference, kind = "", parent = "", position, title, text, authors, state, authenticLanguage } = section;
  const values = new URLSearchParams({
    ...{ reference, kind, parent, state, authenticLanguage },
    ...{ position: String(position), authors: authors.join("\n") },
  });
  setTexts(values, "title", title);
  setTexts(values, "text", text);
  return values;
}

export function sectionPlaces(say: Say, languages: readonly string[]): Told[] {
  const [first = "nl"] = languages;
  return [
    { name: "reference", label: say.message("section.reference") },
    { name: "kind", label: say.message("section.kind") },
    { name: "parent", label: say.message("section.parent"), rule: "fault.choice" },
    { name: "position", label: say.message("section.position") },
    { name: "authenticLanguage", label: say.message("section.authentic"), rule: "fault.choice" },
    ...toldTexts(say, "title", "section.title", languages),
    { name: "title", label: say.message("section.title"), at: `title.${first}` },
    ...toldTexts(say, "text", "section.text", languages).map((each) => ({ ...each, isLong: true as const })),
    { name: "authors", label: say.message("section.authors") },
    { name: "state", label: say.message("section.state"), rule: "fault.choice" },
    { name: "reason", label: say.message("section.reason") },
  ];
}
