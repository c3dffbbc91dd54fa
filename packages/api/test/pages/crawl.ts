import type TestAgent from "supertest/lib/agent.js";
import { workbookText } from "../../../files/test/workbook-text.ts";

const mostAddresses = 6000;

export type Fetched = { path: string; from: string; status: number; type: string; body: string };

/** Every address within the service that can be reached from some pages by links and forms, each asked for once. */
export async function crawl(
  app: TestAgent,
  starts: readonly string[],
  follows: (path: string) => boolean = () => true,
): Promise<Map<string, Fetched>> {
  const found = new Map<string, Fetched>();
  const waiting = starts.map((path) => ({ path, from: "the start" }));
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { path, from } = next;
    if (found.has(path) || !follows(path)) continue;
    if (found.size >= mostAddresses) throw new Error(`more than ${mostAddresses} addresses`);
    const { status, type, body, headers } = await app.get(path).buffer(true).parse(asBytes);
    const shown = type.endsWith("spreadsheetml.sheet") ? workbookText(body) : String(body);
    found.set(path, { path, from, status, type, body: shown });
    if (status === 302) waiting.push({ path: String(headers.location), from: path });
    // A page of another day has the same links on that day: it is looked at, and what lies behind it is not.
    if (type === "text/html" && isPage(path) && !/[?&]asOf=/.test(path))
      for (const each of linksIn(shown)) if (!found.has(each)) waiting.push({ path: each, from: path });
  }
  return found;
}

/** The body as it was sent, so that a workbook can be read. */
export function asBytes(response: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const stream = response as NodeJS.ReadableStream;
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  stream.on("end", () => done(null, Buffer.concat(chunks)));
}

export const isPage = (path: string) => /^\/(nl|fr|de|en)(\/|\?|$)/.test(path);

function linksIn(html: string): string[] {
  return [...html.matchAll(/(?:href|action)="([^"]*)"/g)]
    .map(([, link = ""]) => link.replaceAll("&amp;", "&").replace(/#.*/, ""))
    .filter((link) => link.startsWith("/"));
}
