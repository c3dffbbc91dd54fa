import { type Label, label } from "../label.ts";

const here = label("decided here", "décidé ici", "hier beslist", "hier entschieden");

/** Who decided a rule, in a language; undefined where it is told in English alone, as the names of texts and bodies are. */
export function sourceIn(source: string, language: keyof Label): string | undefined {
  if (!source.startsWith(here.en)) return undefined;
  const rest = source.slice(here.en.length);
  return rest === "" || rest.startsWith(" (docs/decisions/") ? `${here[language]}${rest}` : undefined;
}
