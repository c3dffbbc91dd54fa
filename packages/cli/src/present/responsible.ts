import { textIn } from "@heed/core";
import type { OverdueItem } from "@heed/core/read-models/overdue-item";

/** The responsible organization and, where it is another one, the printed addressee. */
export function responsibleText(
  { addressee, responsible }: Pick<OverdueItem, "addressee" | "responsible">,
  lang: string | undefined,
): string {
  const name = textIn(responsible.name, lang);
  return addressee.id === responsible.id ? name : `${name} (printed: ${textIn(addressee.name, lang)})`;
}
