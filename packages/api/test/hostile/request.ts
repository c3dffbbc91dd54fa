import { randomBytes } from "node:crypto";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import type { z } from "zod";
import { basePath } from "../../src/contract/base-path.ts";
import type { Operation } from "../../src/contract/operation.ts";
import { likelyFor } from "./from-schema.ts";
import { hostileCursors, hostileDays, hostileTexts, numberTexts, prototypeNames } from "./values.ts";

export type HostileRequest = {
  method: string;
  path: string;
  headers: Record<string, string | string[]>;
  body: Buffer | undefined;
};

const encodings = ["%00", "%", "%zz", "%E0%A4%A", "%ED%A0%80", "%FF", "%2e%2e%2f", "%F0%9F%98%80", "a%0Ab"];

/** What exists in the example world at the start. */
const things: Record<string, readonly string[]> = {
  followUps: ["2013-02-just", "2011-03-just", "2013-04-oe", "2012-01-just", "2011-05-just"],
  entries: ["2011-03-just-response", "none"],
  reports: ["report-2011", "report-2013", "report-2012"],
  recommendations: ["2013-02", "2011-03", "2012-01"],
  reportingCycles: ["round-2014", "round-2012", "2014"],
  organizations: ["justice", "interior", "myria"],
};

/** One segment of a path, as it is written in an address. */
function segment(schema: z.ZodType | undefined, collection = ""): fc.Arbitrary<string> {
  const likely = schema ? likelyFor(schema) : fc.constant("none");
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...(things[collection] ?? ["none"])) },
    { weight: 3, arbitrary: likely.map((value) => encoded(shortened(value)) || "none") },
    { weight: 1, arbitrary: fc.constantFrom(...encodings) },
  );
}

/** A query as it is written in an address: mostly parameters that exist, some twice, some unknown. */
function queryOf(operation: Operation): fc.Arbitrary<string> {
  const shape = operation.query?.shape ?? {};
  const pair = (name: string, schema: z.ZodType) =>
    fc
      .oneof(
        {
          weight: 5,
          arbitrary: (name === "after" ? fc.constantFrom(...hostileCursors) : likelyFor(schema)).map(shortened),
        },
        { weight: 1, arbitrary: fc.constantFrom(...numberTexts, ...hostileTexts, ...hostileDays) },
      )
      .map((value) =>
        (Array.isArray(value) ? value : [value]).map((each) => `${name}=${encoded(shortened(each))}`).join("&"),
      );
  const known = Object.entries(shape).map(([name, schema]) => pair(name, schema));
  const other = fc.constantFrom(
    ...prototypeNames.map((name) => `${name}=1`),
    ...encodings.map((each) => `q=${each}`),
    "=",
    "&&",
    "a[b]=1",
    "lang=fr&lang=nl",
    "%00=1",
  );
  const one =
    known.length === 0
      ? other
      : fc.oneof({ weight: 8, arbitrary: fc.oneof(...known) }, { weight: 1, arbitrary: other });
  return fc
    .array(one, { maxLength: operation.method === "get" ? 4 : 1 })
    .map((pairs) => (pairs.length === 0 ? "" : `?${pairs.join("&")}`));
}

const tags = ['"1"', '"2"', 'W/"1"', "*", '"0"', '"1", "2"', '"x"', "1", '"', "", '"99999999999999999999"', "*, *"];

function headersOf(): fc.Arbitrary<Record<string, string>> {
  const some = (value: fc.Arbitrary<string>) => fc.option(value, { nil: undefined, freq: 3 });
  return fc
    .record({
      accept: fc.oneof(
        { weight: 12, arbitrary: fc.constant(undefined) },
        { weight: 2, arbitrary: fc.constantFrom("text/csv", "*/*", "text/csv;q=0.5, application/json;q=0.1") },
        { weight: 1, arbitrary: fc.constantFrom("text/html", "", "a/b;q=x", "application/json;q=0", ",,,") },
      ),
      "accept-language": some(fc.constantFrom("nl-BE", "*", "x-klingon", "de;q=2", "fr,".repeat(300))),
      "accept-encoding": some(fc.constantFrom("gzip", "br", "identity;q=0", "*;q=0", "gzip;q=x")),
      "if-none-match": some(fc.constantFrom(...tags)),
      "if-modified-since": some(fc.constantFrom("yesterday", "Tue, 30 Jun 2015 08:00:00 GMT")),
      "x-request-id": some(fc.constantFrom("one", "a b", "é", "x".repeat(500))),
      "x-forwarded-for": some(fc.constantFrom("1.2.3.4", "unknown", "::1, 1.2.3.4", "x".repeat(300))),
      range: some(fc.constantFrom("bytes=0-", "bytes=9-1")),
      origin: some(fc.constantFrom("https://example.org", "null")),
      cookie: some(fc.constant("a=b; __proto__=c")),
      "x-http-method-override": some(fc.constantFrom("DELETE")),
    })
    .map(defined);
}

type Sent = { body?: Buffer; headers: Record<string, string> };

const asType = (type: string, body: Buffer, headers: Record<string, string> = {}): Sent => ({
  body,
  headers: { "content-type": type, ...headers },
});

/** Ways to send one body as another coding or type than it has. */
const disguises: readonly ((body: Buffer) => [body: Buffer, headers: (type: string) => Record<string, string>])[] = [
  (body) => [gzipSync(body), () => ({ "content-encoding": "gzip" })],
  (body) => [deflateSync(body), () => ({ "content-encoding": "deflate" })],
  (body) => [brotliCompressSync(body), () => ({ "content-encoding": "br" })],
  (body) => [gzipSync(body).subarray(0, -5), () => ({ "content-encoding": "gzip" })],
  (body) => [body, () => ({ "content-encoding": "gzip" })],
  (body) => [body, () => ({ "content-encoding": "deflate" })],
  (body) => [body, () => ({ "content-encoding": "br" })],
  (body) => [body, () => ({ "content-encoding": "compress" })],
  (body) => [body, (type) => ({ "content-type": `${type}; charset=utf-16` })],
  (body) => [body, (type) => ({ "content-type": `${type}; charset=nonsense` })],
  (body) => [body, () => ({ "content-type": "text/plain" })],
  (body) => [body, () => ({ "content-type": "multipart/form-data" })],
  (body) => [body, () => ({ "content-type": "" })],
];

// Made once: some are large, and each operation is sent all of them.
const broken = [
  "",
  "{",
  "null",
  '{"reason":1e400}',
  '{"reason":"\\ud800"}',
  '{"reason":"\\u0000"}',
  '{"\\u0000":"\\udfff"}',
  '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
  Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from("{}")]),
  randomBytes(64),
  "[".repeat(100_000) + "]".repeat(100_000),
  `${'{"x":'.repeat(30_000)}1${"}".repeat(30_000)}`,
  `{"reason":"${"x".repeat(300_000)}"}`,
].map((body) => Buffer.from(body));
const hugeOnceRead = gzipSync(Buffer.alloc(5_000_000, 0x20));

/** How a body is sent: as it is, compressed, broken, huge, or as another type. */
function sent({ method, input }: Operation): fc.Arbitrary<Sent> {
  if (input === undefined)
    return fc.constantFrom<Sent>(
      { headers: {} },
      { headers: {} },
      { body: Buffer.from("{}"), headers: { "content-type": "application/json" } },
    );
  const type = method === "patch" ? "application/merge-patch+json" : "application/json";
  const json = likelyFor(input).map((value) => Buffer.from(JSON.stringify(value) ?? ""));
  return fc.oneof(
    { weight: 12, arbitrary: json.map((body) => asType(type, body)) },
    {
      weight: 1,
      arbitrary: fc.tuple(json, fc.constantFrom(...disguises)).map(([whole, disguise]) => {
        const [body, headers] = disguise(whole);
        return asType(type, body, headers(type));
      }),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        ...broken.map((body) => asType(type, body)),
        asType(type, hugeOnceRead, { "content-encoding": "gzip" }),
      ),
    },
  );
}

/** A request of an operation; any part of it may be hostile. */
export function requestOf(operation: Operation): fc.Arbitrary<HostileRequest> {
  const params = operation.params?.shape ?? {};
  const segments = operation.path.split("/").map((part, index, parts) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    return name === undefined ? fc.constant(part) : segment(params[name], parts[index - 1]);
  });
  return fc
    .record({
      path: fc.tuple(...segments).map((parts) => parts.join("/")),
      query: queryOf(operation),
      headers: headersOf(),
      sent: sent(operation),
      writing: fc
        .record({
          "if-match": fc.oneof(
            { weight: 6, arbitrary: fc.constantFrom("*", '"1"') },
            { weight: 1, arbitrary: fc.constantFrom(undefined, ...tags) },
          ),
          "idempotency-key": fc.option(fc.constantFrom("one", "two", "", "é", "x".repeat(3_000)), { nil: undefined }),
        })
        .map(defined),
      method: fc.oneof(
        { weight: 30, arbitrary: fc.constant(operation.method.toUpperCase()) },
        { weight: 1, arbitrary: fc.constantFrom("HEAD", "OPTIONS", "PUT", "TRACE", "PROPFIND", "POST", "PATCH") },
      ),
    })
    .map(({ path, query, headers, sent: { body, headers: ofBody }, writing, method }) => ({
      method,
      path: basePath + path + query,
      headers: { ...headers, ...ofBody, ...(operation.method !== "get" && writing) },
      body,
    }));
}

function encoded(value: unknown): string {
  const text = typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
  return encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd")).slice(0, 6_000);
}

/** An address cannot hold a very long text. */
function shortened(value: unknown): unknown {
  return typeof value === "string" ? value.slice(0, 1_500) : value;
}

function defined<Value extends Record<string, string | undefined>>(value: Value): Record<string, string> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Record<string, string>;
}
