import { evidenceKindOf } from "@heed/core/collected-item/evidence-kind";
import { organizationNamed } from "../../asked/named.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { FormAct } from "./act-fields.ts";
import { thingReferred } from "./thing-referred.ts";
import { evidenceName, evidenceRows, type Values } from "./values.ts";

/** A form with what its names and references mean; what means nothing stays as it was typed. */
export async function withNames(asked: DeskAsked, act: FormAct, values: Values): Promise<Values> {
  const typed = values.get("successor")?.trim();
  const named = await withCited(asked, values);
  if (act !== "decideSuccessor" || !typed) return named;
  const id = await organizationNamed(asked, typed);
  if (id !== undefined) named.set("successor", id);
  return named;
}

/** Each piece of evidence with what its reference cites, which gives its title and kind where none is told. */
async function withCited(asked: DeskAsked, values: Values): Promise<Values> {
  const named = new URLSearchParams(values);
  const rows = evidenceRows(values, "evidence");
  for (let row = 0; row < rows; row += 1) {
    const at = (part: Parameters<typeof evidenceName>[2]) => evidenceName("evidence", row, part);
    const reference = values.get(at("cited"))?.trim();
    // Whoever empties the field cites nothing any more.
    if (reference === "") for (const part of ["item", "section"] as const) named.delete(at(part));
    if (!reference) continue;
    const { item, section } = await thingReferred(asked, reference);
    // What nothing is called by is refused at its field.
    named.set(at("item"), item?.id ?? (section === undefined ? reference : ""));
    named.set(at("section"), section?.id ?? "");
    const title =
      item === undefined
        ? section && asked.say.text(section.title, [section.authenticLanguage])
        : asked.say.text(item.title);
    if (title === undefined) continue;
    if (!values.get(at("title"))?.trim()) named.set(at("title"), `${reference} ${title.text}`);
    if (!values.get(at("kind"))) named.set(at("kind"), item === undefined ? "document" : evidenceKindOf(item.kind));
  }
  return named;
}
