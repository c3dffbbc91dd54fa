import { mostBriefs, readBriefing } from "@heed/core/briefing/read-briefing";
import { briefingDocument } from "@heed/core/briefing-document/briefing-document";
import { readerLanguage } from "@heed/core/wording/reader-language";
import { z } from "zod";
import { filterNamed } from "../contract/named.ts";
import type { Operation } from "../contract/operation.ts";
import { documentFormat, lang } from "../contract/parameters.ts";
import { documentDownload } from "../documents/document-download.ts";
import { briefingQuery } from "./get-briefing.ts";

const query = z.object({ ...briefingQuery, format: documentFormat, lang });

export const getBriefingDocument: Operation = {
  id: "getBriefingDocument",
  method: "get",
  path: "/documents/briefing",
  tag: "recommendations",
  summary: "A chosen set of recommendations in short, as a document",
  description: `What getBriefing answers, for who reads it on paper. At most ${mostBriefs}. The entity tag is the SHA-256 of the bytes.`,
  query,
  output: z.string(),
  async download(context, { format, asOf, q, reference, responsible, report, theme }: z.output<typeof query>) {
    const day = asOf ?? context.today;
    const language = readerLanguage(context.language);
    const named = await filterNamed(context, { q, reference, responsible, report, theme });
    return documentDownload(`briefing-${day}-${language}`, format, context, async () => {
      const { items } = await readBriefing(context.reads, context.reader, { asOf: day, ...named }, {});
      return briefingDocument(items, day, language);
    });
  },
};
