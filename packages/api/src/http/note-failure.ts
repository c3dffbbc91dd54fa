import { DomainError } from "@heed/core";
import type { Request, Response } from "express";
import type { Logger } from "pino";

type At = { request: Request; response: Response; logger: Logger | undefined };

/** Logs what failed on our side, and leaves its reason for the metrics. */
export function noteFailure(error: unknown, { request, response, logger }: At, told: string): void {
  logger?.error({ err: error, request: request.get("x-request-id") }, told);
  response.locals.failure = error instanceof DomainError ? error.code : "unexpected";
}
