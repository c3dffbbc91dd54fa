import type { Request } from "express";

const languages = ["en", "fr", "nl", "de"];

/** The first of our languages in Accept-Language (`nl-BE` counts as `nl`); `*` asks for none. */
export function languageOf(request: Request): string | undefined {
  return request
    .acceptsLanguages()
    .map((each) => each.split("-")[0]?.toLowerCase() ?? "")
    .find((each) => languages.includes(each));
}
