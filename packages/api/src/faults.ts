import { AsyncLocalStorage } from "node:async_hooks";
import type { EventEmitter } from "node:events";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import type { Logger } from "pino";

/** Answers the request in which an error occurred that nobody awaits. */
type Fail = (error: unknown) => void;
const failing = new AsyncLocalStorage<Fail>();

/**
 * Connects everything that a request starts with its response, so that an error in it is answered to the right client.
 */
export function withFaults(answer: (error: unknown, request: Request, response: Response) => void): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) =>
    failing.run((error) => {
      if (response.headersSent) response.destroy();
      else answer(error, request, response);
    }, next);
}

/**
 * An error or rejection that nobody awaits fails the request that it belongs to, and no other request. Answers a
 * function that stops the watch.
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
