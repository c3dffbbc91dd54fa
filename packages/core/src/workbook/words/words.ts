import type { Label } from "../../label.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { nl } from "./nl.ts";
import type { WorkbookWords } from "./workbook-words.ts";

const words: Record<keyof Label, WorkbookWords> = { en, fr, nl, de };

export function workbookWords(language: keyof Label): WorkbookWords {
  return words[language];
}
