import type TestAgent from "supertest/lib/agent.js";

const mostAddresses = 4000;

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
    const { status, type, text, headers } = await app.get(path).buffer(true);
    found.set(path, { path, from, status, type, body: text ?? "" });
    if (status === 302) waiting.push({ path: String(headers.location), from: path });
    // A page of another day has the same links on that day: it is looked at, and what lies behind it is not.
    if (type === "text/html" && isPage(path) && !/[?&]asOf=/.test(path))
      for (const each of linksIn(text)) if (!found.has(each)) waiting.push({ path: each, from: path });
  }
  return found;
}

export const isPage = (path: string) => /^\/(nl|fr|de|en)(\/|\?|$)/.test(path);

function linksIn(html: string): string[] {
  return [...html.matchAll(/(?:href|action)="([^"]*)"/g)]
    .map(([, link = ""]) => link.replaceAll("&amp;", "&").replace(/#.*/, ""))
    .filter((link) => link.startsWith("/"));
}
