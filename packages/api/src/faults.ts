import { AsyncLocalStorage } from "node:async_hooks";
import type { EventEmitter } from "node:events";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import type { Logger } from "pino";

/** How the request is answered in which something fails that nobody waits for. */
type Fail = (error: unknown) => void;
const failing = new AsyncLocalStorage<Fail>();

/** Ties what a request starts to its answer, so that a fault in it is told to its own client. */
export function withFaults(answer: (error: unknown, request: Request, response: Response) => void): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) =>
    failing.run((error) => {
      if (response.headersSent) response.destroy();
      else answer(error, request, response);
    }, next);
}

/**
 * A thrown error or a rejection that nobody waits for fails the request that it belongs to, and ends nobody else's. Answers how
 * to end the watch.
 */
export function watchFaults(logger: Logger | undefined, process: EventEmitter = globalThis.process): () => void {
  const told = (error: unknown) => {
    const fail = failing.getStore();
    if (fail === undefined) logger?.error({ err: error }, "something failed outside a request");
    else fail(error);
  };
  const events = ["uncaughtException", "unhandledRejection"];
  for (const event of events) process.on(event, told);
  return () => {
    for (const event of events) process.off(event, told);
  };
}
