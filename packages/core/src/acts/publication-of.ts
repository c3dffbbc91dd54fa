import type { Author } from "../follow-up/entries/author.ts";
import type { EntryType } from "../follow-up/entries/entry.ts";
import { answeringTypes } from "../follow-up/entries/unpublished.ts";
import { settingsOn } from "../settings/settings.ts";
import type { Acting } from "./act.ts";

/** From when what an addressee answers now is public, as the settings of today say (R60). */
export function publicationOf(
  { settings, today }: Pick<Acting, "settings" | "today">,
  type: EntryType,
  { side }: Author,
): { publication?: "byAct" } {
  if (side !== "addressee" || !answeringTypes.includes(type)) return {};
  return settingsOn(settings, today).publicationOfAnswers === "byAct" ? { publication: "byAct" } : {};
}
