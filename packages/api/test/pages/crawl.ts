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
  const narrowed = new Set<string>();
  const waiting = starts.map((path) => ({ path, from: "the start" }));
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { path, from } = next;
    if (found.has(path) || !follows(path)) continue;
    if (found.size >= mostAddresses) throw new Error(`more than ${mostAddresses} addresses`);
    const { status, type, body, headers } = await app.get(path).buffer(true).parse(asBytes);
    const shown = type.endsWith("spreadsheetml.sheet") ? workbookText(body) : String(body);
    found.set(path, { path, from, status, type, body: shown });
    if (status === 302) waiting.push({ path: String(headers.location), from: path });
    // A page of another day has the same links on that day, and a list that was narrowed can be narrowed again: each is
    // looked at, and what lies behind it is not.
    if (type === "text/html" && isPage(path) && !/[?&]asOf=/.test(path) && !narrowed.has(path))
      for (const { link, narrows } of linksIn(shown)) {
        if (narrows && path.includes("?")) continue;
        if (narrows) narrowed.add(link);
        if (!found.has(link)) waiting.push({ path: link, from: path });
      }
  }
  return found;
}

/** PDF and Word have the text of the same document packed, and take seconds: it is read in HTML and Markdown. */
export function isPacked(path: string): boolean {
  return /\/documents?[/?].*format=(?:pdf|docx)/.test(path);
}

/** The body as it was sent, so that a workbook can be read. */
export function asBytes(response: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const stream = response as NodeJS.ReadableStream;
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  stream.on("end", () => done(null, Buffer.concat(chunks)));
}

/** What programs follow stands beside the pages, and is none. */
export const isPage = (path: string) => /^\/(nl|fr|de|en)(\/|\?|$)/.test(path) && !/\.(?:ics|atom)(?:\?|$)/.test(path);

function linksIn(html: string): { link: string; narrows: boolean }[] {
  return [...html.matchAll(/(?:href|action)="([^"]*)"( rel="nofollow")?/g)]
    .map(([, link = "", narrows]) => ({
      link: link.replaceAll("&amp;", "&").replace(/#.*/, ""),
      narrows: narrows !== undefined,
    }))
    .filter(({ link }) => link.startsWith("/"));
}
