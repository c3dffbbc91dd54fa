import { isIP } from "node:net";
import type { Request, RequestHandler } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import { ProblemError, simpleProblems } from "../contract/problem.ts";

/** The address of the client; what is no address, such as `unknown`, is anybody behind that proxy. */
function clientOf({ ip, socket }: Request): string {
  return ipKeyGenerator(ip !== undefined && isIP(ip) ? ip : (socket.remoteAddress ?? ""));
}

/** So many requests of a client in a time, in milliseconds; those above are refused. */
export function limiter(limit: number, windowMs: number): RequestHandler {
  return rateLimit({
    windowMs,
    limit,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    keyGenerator: clientOf,
    // Without a trusted proxy anybody can set this header, so it is not read.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler: () => {
      throw new ProblemError(simpleProblems.tooManyRequests);
    },
  });
}
