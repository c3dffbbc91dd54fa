import { textIn } from "@heed/core";
import { remarkText } from "@heed/core/drafting/remark-words";
import type { DraftingRemark } from "@heed/core/read-models/drafting-remark";
import { titleOrBeginning } from "@heed/core/recommendation/beginning";
import { readerLanguage } from "@heed/core/wording/reader-language";
import { nameAndCode } from "./organization-names.ts";

/** A remark for JSON, with its sentence. */
export function remarkWithText(remark: DraftingRemark) {
  return { ...remark, text: remarkText(remark) };
}

/** A remark with what it is about, in lines. */
export function remarkLines(remark: DraftingRemark, lang: string | undefined): string {
  const { language, passages = [], organizations = [], similar = [] } = remark;
  const details = [
    ...passages,
    ...organizations.map((each) => nameAndCode(each, lang)),
    ...similar.map(({ reference, report, title, beginning }) => {
      const named = titleOrBeginning({ title, beginning });
      return `${reference} (${report.reference})${named ? `: ${textIn(named, lang, report.authenticLanguages)}` : ""}`;
    }),
  ];
  const of = language === undefined ? "" : ` [${language}]`;
  return [`- ${remarkText(remark)[readerLanguage(lang)]}${of}`, ...details.map((each) => `    ${each}`)]
    .map((line) => `${line}\n`)
    .join("");
}
