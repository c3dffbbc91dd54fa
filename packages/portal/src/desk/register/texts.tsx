import { languageNameIn } from "../../language/language-name.ts";
import type { MessageKey } from "../../language/message.ts";
import type { Say } from "../../language/say.ts";
import { TextArea, TextInput } from "../form/inputs.tsx";
import type { Values } from "../form/values.ts";
import { type Filled, fieldIn, type Told } from "./filled.ts";

/** The label of a text in one of its languages. */
export function textLabel(say: Say, label: MessageKey, language: string): string {
  return say.message("report.inLanguage", {
    label: say.message(label),
    language: languageNameIn(say.language, language),
  });
}

type Props = {
  filled: Filled;
  name: string;
  label: MessageKey;
  languages: readonly string[];
  /** The number of lines; one line of text where absent. */
  rows?: number;
};

/** A text in each of its languages. */
export function TextsInput({ filled, name, label, languages, rows }: Props) {
  return (
    <>
      {languages.map((language) => {
        const field = fieldIn(filled, `${name}.${language}`, textLabel(filled.say, label, language));
        return rows === undefined ? (
          <TextInput key={language} {...field} />
        ) : (
          <TextArea key={language} {...field} rows={rows} />
        );
      })}
    </>
  );
}

/** What was typed in the languages of a text; undefined for nothing. */
export function textsIn(values: Values, name: string, languages: readonly string[]): object | undefined {
  const texts = languages.flatMap((language) => {
    const text = (values.get(`${name}.${language}`) ?? "").trim();
    return text === "" ? [] : [[language, text]];
  });
  return texts.length === 0 ? undefined : Object.fromEntries(texts);
}

export function setTexts(values: Values, name: string, texts: Readonly<Record<string, string>> | undefined): void {
  for (const [language, text] of Object.entries(texts ?? {})) values.set(`${name}.${language}`, text);
}

/** Where the faults of a text are told. */
export function toldTexts(say: Say, name: string, label: MessageKey, languages: readonly string[]): Told[] {
  return languages.map((language) => ({ name: `${name}.${language}`, label: textLabel(say, label, language) }));
}
