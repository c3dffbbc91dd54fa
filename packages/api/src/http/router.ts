import { once } from "node:events";
import { dayIn, type TrackerReads } from "@heed/core";
import express, { type Request, type Response, type Router } from "express";
import { z } from "zod";
import type { Answer, Context, Operation } from "../operation.ts";
import { entityTag, isKnown } from "./entity-tag.ts";
import { languageOf } from "./language.ts";
import { ProblemError, simpleProblems } from "./problem.ts";
import { readPath, readQuery } from "./read-input.ts";
import { readerOf } from "./reader-of.ts";

/** Builds the router from the operations: parse, call, present. Another method on a known path is a 405 with Allow. */
export function operationRouter(
  operations: readonly Operation[],
  { reads, now }: { reads: TrackerReads; now: () => Date },
): Router {
  const router = express.Router({ caseSensitive: true, strict: true });
  for (const operation of operations)
    router
      .route(operation.path.replaceAll(/\{(\w+)\}/g, ":$1"))
      .get(async (request, response) => {
        const mediaType = mediaTypeOf(operation, request);
        const settings = await reads.settings();
        const context: Context = {
          reads,
          reader: readerOf(request),
          today: dayIn(settings.timeZone, now().toISOString()),
          language: languageOf(request),
        };
        const input = {
          ...(operation.params && readPath(operation.params, request.params)),
          ...readQuery(operation.query ?? noQuery, queryOf(request)),
        };
        const answer = await operation.handle(context, input as never);
        await present(operation, answer, mediaType, context, request, response);
      })
      .all(() => {
        throw new ProblemError(simpleProblems.methodNotAllowed, { Allow: "GET, HEAD" });
      });
  return router;
}

const noQuery = z.object({});

function queryOf({ originalUrl }: Request): string {
  const mark = originalUrl.indexOf("?");
  return mark < 0 ? "" : originalUrl.slice(mark + 1);
}

function mediaTypeOf({ csv }: Operation, request: Request): "application/json" | "text/csv" {
  const best = request.accepts(csv ? ["application/json", "text/csv"] : ["application/json"]);
  if (best === false) throw new ProblemError(simpleProblems.notAcceptable);
  return best === "text/csv" ? "text/csv" : "application/json";
}

async function present(
  { single, csv }: Operation,
  answer: Answer,
  mediaType: "application/json" | "text/csv",
  { reader, language }: Context,
  request: Request,
  response: Response,
): Promise<void> {
  response.vary("Accept");
  response.setHeader("Cache-Control", "no-cache");
  if (csv) response.vary("Accept-Language");
  if (mediaType === "text/csv" && answer.csv) {
    if (language) response.setHeader("Content-Language", language);
    response.type("text/csv; charset=utf-8");
    await stream(answer.csv, response);
    return;
  }
  const body = JSON.stringify(answer.body);
  if (single) {
    const tag = entityTag(body, mediaType, reader, answer.version);
    response.setHeader("ETag", tag);
    if (isKnown(request.get("if-none-match"), tag)) {
      response.status(304).end();
      return;
    }
  }
  response.type("application/json").send(body);
}

/** Waits for a slow reader instead of filling the memory, and stops when it is gone. */
async function stream(parts: AsyncIterable<string>, response: Response): Promise<void> {
  for await (const part of parts) {
    if (response.destroyed) return;
    if (!response.write(part)) await Promise.race([once(response, "drain"), once(response, "close")]);
  }
  response.end();
}
