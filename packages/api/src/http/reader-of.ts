import { publicReader, type Reader } from "@heed/core";
import type { Request } from "express";

/** Who is asking. Today everyone is the public; tokens and roles come in here and nowhere else. */
export function readerOf(_request: Request): Reader {
  return publicReader;
}
