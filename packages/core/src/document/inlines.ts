import { type LocalizedText, shownLanguage } from "../localized-text.ts";
import { terminalSafeText } from "../text/harmless-text.ts";
import type { Block, DocumentLanguage, Inline } from "./document.ts";

/** A text without signs that turn its direction or that no reader sees: they are shown by their names. */
export function text(value: string): Inline {
  return { kind: "text", text: terminalSafeText(value) };
}

export function strong(value: string): Inline {
  return { kind: "strong", content: [text(value)] };
}

export function emphasis(value: string): Inline {
  return { kind: "emphasis", content: [text(value)] };
}

export function footnote(...content: readonly Inline[]): Inline {
  return { kind: "footnote", content };
}

export function link(href: string, label: string): Inline {
  return { kind: "link", href, content: [text(label)] };
}

export function paragraph(...content: readonly Inline[]): Block {
  return { kind: "paragraph", content };
}

/** A text of the record in the document's language, or else in an authentic one, marked as foreign. */
export function recordText(
  texts: LocalizedText,
  language: DocumentLanguage,
  authentic: readonly string[] = [],
): Inline {
  const found = shownLanguage(texts, language, authentic) ?? language;
  const content = text(texts[found] ?? "");
  return found === language ? content : { kind: "foreign", language: found, content: [content] };
}
