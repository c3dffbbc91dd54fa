import { Pool } from "undici";

export type Call = { path: string; method?: "GET" | "POST"; headers?: Record<string, string>; body?: string };

export type Load = { requests: number; seconds: number; perSecond: number; medianMs: number; p95Ms: number };

/**
 * Sends requests over a number of connections until the time is over; every answer must be a success. Several that belong
 * together are sent one after the other, and count as one.
 */
export async function load(
  origin: string,
  next: () => Call | readonly Call[],
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Load> {
  const pool = new Pool(origin, { connections, pipelining: 1, headersTimeout: 0, bodyTimeout: 0 });
  const times: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1000;
  const connection = async () => {
    do {
      const from = performance.now();
      for (const each of [next()].flat()) await call(pool, each);
      times.push(performance.now() - from);
    } while (performance.now() < end);
  };
  await Promise.all(Array.from({ length: connections }, connection));
  const took = (performance.now() - begun) / 1000;
  await pool.close();
  times.sort((a, b) => a - b);
  return {
    requests: times.length,
    seconds: took,
    perSecond: times.length / took,
    medianMs: times[Math.floor(times.length / 2)] ?? Number.NaN,
    p95Ms: times[Math.floor(times.length * 0.95)] ?? Number.NaN,
  };
}

async function call(pool: Pool, { path, method = "GET", headers, body }: Call): Promise<void> {
  const response = await pool.request({ path, method, ...(headers && { headers }), ...(body && { body }) });
  if (response.statusCode >= 300)
    throw new Error(`${method} ${path} answered ${response.statusCode}: ${await response.body.text()}`);
  await response.body.dump();
}

/** One complete answer. */
export async function answerOf<Body>(origin: string, call: Call): Promise<Body> {
  return JSON.parse(await textOf(origin, call)) as Body;
}

/** The same as it was sent, such as a page. */
export async function textOf(origin: string, { path, method = "GET", headers, body }: Call): Promise<string> {
  const response = await fetch(origin + path, { method, ...(headers && { headers }), ...(body && { body }) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return text;
}
