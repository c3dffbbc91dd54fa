import { request } from "undici";
import { worldToday } from "../world/organizations.ts";
import { base } from "./reads.ts";

/** Exports the whole overdue list as CSV, again and again until the end. Answers the number of lines that came. */
export async function exporting(origin: string, signal: AbortSignal): Promise<number> {
  let lines = 0;
  while (!signal.aborted)
    try {
      const { body } = await request(`${origin}${base}/overdue?asOf=${worldToday}`, {
        headers: { accept: "text/csv" },
        headersTimeout: 0,
        bodyTimeout: 0,
        signal,
      });
      for await (const part of body) lines += String(part).split("\n").length - 1;
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  return lines;
}
