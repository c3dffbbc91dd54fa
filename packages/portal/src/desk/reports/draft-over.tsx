import type { Id } from "@heed/core";
import type { ComponentChildren } from "preact";
import type { Page } from "../../asked/page.ts";
import { pageLanguages } from "../../language/languages.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { hasTyped, keptTyped } from "../form/kept-typed.tsx";
import type { Values } from "../form/values.ts";
import { isEditor } from "../own-bodies.ts";
import { ownReport, pathTo } from "./own-report.ts";
import { languagesOf } from "./report-languages.ts";

type Over = {
  title: string;
  address: string;
  values: Values;
  /** The fields of its form, in the languages. */
  fields: (languages: readonly string[]) => ComponentChildren;
};

/** What was typed for a draft report that was published or discarded meanwhile; nothing where nothing was typed. */
export async function draftOver(
  asked: DeskAsked,
  id: Id,
  { title, address, values, fields }: Over,
): Promise<Page | undefined> {
  const { say, way, visitor } = asked;
  if (!isEditor(visitor.person) || !hasTyped(values)) return undefined;
  const report = (await ownReport(asked, id))?.report;
  const known = report === undefined ? [] : languagesOf(report);
  const languages = pageLanguages.filter((each) => known.includes(each) || isWritten(values, each));
  return keptTyped(asked, {
    ...{ title, address, path: pathTo(asked, report), fields: fields(languages) },
    text: say.message(report === undefined ? "refused.draftReport" : "refused.published"),
    ways: [
      ...(report === undefined ? [] : [[way(deskAddresses.report(report.id)), say.message("report.toIt")] as const]),
      [way(deskAddresses.reports()), say.message("desk.reports.title")],
    ],
    status: report === undefined ? 404 : 409,
  });
}

function isWritten(values: Values, language: string): boolean {
  return [...values].some(([name, text]) => name.endsWith(`.${language}`) && text.trim() !== "");
}
