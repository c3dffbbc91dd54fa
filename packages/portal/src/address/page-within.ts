import { isPageLanguage } from "../language/languages.ts";

const somewhere = "http://pages.invalid";

/**
 * The path of a page, with its parameters, where a text is one of these pages and nothing else; undefined for an address elsewhere,
 * however it is written. Whoever signs in goes there afterwards, so that it must not lead out of the service.
 */
export function pageWithin(text: string | undefined): string | undefined {
  if (text === undefined || text.length > 2000 || !/^\/[\x21-\x5b\x5d-\x7e]*$/.test(text)) return undefined;
  if (text.startsWith("//") || !URL.canParse(text, somewhere)) return undefined;
  // Parsed as a browser does, which takes away dots: `/nl/..//elsewhere` would lead to `//elsewhere`.
  const { origin, pathname, search } = new URL(text, somewhere);
  const [, language, ...rest] = pathname.split("/");
  if (origin !== somewhere || !isPageLanguage(language) || /^sign(?:-|ed-)/.test(rest[0] ?? "")) return undefined;
  return `${pathname}${search}`;
}
