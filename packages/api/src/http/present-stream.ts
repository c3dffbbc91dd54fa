import type { Request, Response } from "express";
import type { Streamed } from "../contract/operation.ts";
import { stream } from "./stream.ts";

/** Milliseconds after which a reader that takes nothing is gone: what it reads holds a snapshot of the database. */
const longestPause = 60_000;

/** Sends JSON in pieces, to be saved. It has no entity tag: its tag would be known only at its end. */
export async function presentStream({ name, pieces }: Streamed, request: Request, response: Response): Promise<void> {
  response.setHeader("Content-Disposition", `attachment; filename="${name}"`);
  response.type("application/json");
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  response.setTimeout(longestPause, () => response.destroy());
  await stream(pieces, response);
}
