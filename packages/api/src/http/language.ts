import type { Request } from "express";

const languages = ["en", "fr", "nl", "de"];

/** The first of our languages that Accept-Language asks for. */
export function languageOf(request: Request): string | undefined {
  const best = request.acceptsLanguages(...languages);
  return request.get("accept-language") === undefined || best === false ? undefined : best;
}
