import type { Request } from "express";

/**
 * Whether a form comes from a page of this service. Browsers say where a request comes from (Fetch Metadata); one that does not,
 * over http or because it is old, names the origin. Whatever says neither is refused.
 */
export function isOwnForm(request: Request, publicUrl: string | undefined): boolean {
  const site = request.get("sec-fetch-site");
  if (site !== undefined) return site === "same-origin";
  const origin = request.get("origin");
  if (origin === undefined || !URL.canParse(origin)) return false;
  if (publicUrl !== undefined) return origin === new URL(publicUrl).origin;
  return new URL(origin).host === request.headers.host;
}
