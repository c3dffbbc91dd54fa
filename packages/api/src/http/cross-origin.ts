import type { RequestHandler } from "express";

/**
 * Lets pages of these origins (`*`: of any origin) read what is public. Requests with a token, and requests that write,
 * are not allowed.
 */
export function crossOriginReads(origins: readonly string[]): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    response.vary("Origin");
    if (origin !== undefined && (origins.includes("*") || origins.includes(origin)) && isRead(request)) {
      response.setHeader("Access-Control-Allow-Origin", origins.includes("*") ? "*" : origin);
      response.setHeader(
        "Access-Control-Expose-Headers",
        "ETag, Content-Language, RateLimit, RateLimit-Policy, Retry-After",
      );
      response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
      if (request.method === "OPTIONS") {
        response.setHeader("Access-Control-Allow-Methods", "GET, HEAD");
        response.setHeader("Access-Control-Allow-Headers", "Accept, Accept-Language, If-None-Match");
        response.setHeader("Access-Control-Max-Age", "600");
      }
    }
    next();
  };
}

function isRead({ method, headers }: { method: string; headers: Record<string, unknown> }): boolean {
  const asked = method === "OPTIONS" ? headers["access-control-request-method"] : method;
  return asked === "GET" || asked === "HEAD";
}
