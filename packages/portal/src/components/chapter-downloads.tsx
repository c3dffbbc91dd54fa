import type { Id } from "@heed/core";
import { chapterAsked } from "@heed/core/follow-up-chapter/chapter-asked";
import { hasChapter } from "@heed/core/follow-up-chapter/has-chapter";
import type { JSX } from "preact";
import type { Asked } from "../asked/asked.ts";
import { DocumentLinks } from "./document-links.tsx";

/**
 * What became of a body's earlier recommendations by its report on a year, as a document in the reader's language; nothing where it has none.
 */
export async function chapterDownloads(
  { reads, reader, today, say, data }: Pick<Asked, "reads" | "reader" | "today" | "say" | "data">,
  issuingBody: Id,
  year: number,
): Promise<JSX.Element | null> {
  const asked = await chapterAsked(reads, issuingBody, year, { today });
  if (!(await hasChapter(reads, reader, asked))) return null;
  const file = (name: string, format: string) =>
    data(`/documents/${name}`, { issuingBody, year, lang: say.language, format });
  const downloads = (name: "followUpChapter" | "followUpSummary") => (
    <DocumentLinks say={say} text={`document.${name}`} year={year} address={(format) => file(name, format)} />
  );
  return (
    <div key={issuingBody}>
      {downloads("followUpChapter")}
      {downloads("followUpSummary")}
    </div>
  );
}
