import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { Bucket } from "@heed/store";
import { sign } from "aws4";
import { onTestFinished } from "vitest";

type Kept = Map<string, { bytes: Buffer; at: Date }>;

/** How many objects it lists at once. */
const pageSize = 2;

/**
 * A small object store that speaks as much of S3 as the place of files asks for, on this machine, with one bucket. It takes a
 * request only with the signature that another library (aws4) makes of it, and bytes only with the digest that was signed.
 * `cutAfter`: ends each answer after so many bytes.
 */
export async function objectStore() {
  const kept: Kept = new Map();
  const bucket: Bucket = {
    ...{
      endpoint: "",
      region: "eu-west-1",
      bucket: "evidence",
      prefix: "heed/",
      keyId: "the-key",
      secret: "a/secret+",
    },
  };
  const store = { kept, bucket, cutAfter: Number.POSITIVE_INFINITY, close };
  const server = createServer(async (request, response) => {
    const bytes = await buffer(request);
    const code = faultOf(request, bytes, bucket);
    tell(response, code === undefined ? replyTo(store, request, bytes) : { status: 403, code }, store.cutAfter);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  store.bucket = { ...bucket, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  onTestFinished(close);
  return store;

  async function close(): Promise<void> {
    server.closeAllConnections();
    if (server.listening) await new Promise((done) => server.close(done));
  }
}

function faultOf(request: IncomingMessage, bytes: Buffer, { keyId, secret, region }: Bucket): string | undefined {
  const { authorization = "", ...headers } = request.headers;
  const names = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(";") ?? [];
  const signed = sign(
    {
      ...{ service: "s3", region, method: request.method ?? "", path: request.url ?? "" },
      headers: Object.fromEntries(names.map((name) => [name, String(headers[name] ?? "")])),
    },
    { accessKeyId: keyId, secretAccessKey: secret },
  );
  if (signed.headers?.Authorization !== authorization) return "SignatureDoesNotMatch";
  const digest = createHash("sha256").update(bytes).digest("hex");
  return headers["x-amz-content-sha256"] === digest ? undefined : "XAmzContentSHA256Mismatch";
}

type Reply = { status: number; body?: Buffer | string; code?: string };

function replyTo({ kept, bucket }: { kept: Kept; bucket: Bucket }, request: IncomingMessage, bytes: Buffer): Reply {
  const { method, url = "", headers } = request;
  const { pathname, searchParams } = new URL(url, "http://localhost");
  const [, named, ...rest] = pathname.split("/");
  const key = rest.join("/");
  if (named !== bucket.bucket) return { status: 404, code: "NoSuchBucket" };
  if (key === "") return { status: 200, body: listed(kept, searchParams) };
  if (method === "PUT") kept.set(key, { bytes, at: new Date() });
  if (method === "PUT") return { status: 200 };
  if (method === "DELETE") kept.delete(key);
  if (method === "DELETE") return { status: 204 };
  const found = kept.get(key);
  if (found === undefined) return { status: 404, code: "NoSuchKey" };
  const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? "") ?? [];
  return start === undefined
    ? { status: 200, body: found.bytes }
    : { status: 206, body: found.bytes.subarray(Number(start), Number(end) + 1) };
}

function tell(response: ServerResponse, { status, body = "", code }: Reply, cutAfter: number): void {
  const told = Buffer.from(code === undefined ? body : `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
  if (status !== 204) response.setHeader("Content-Length", told.length);
  response.writeHead(status);
  if (response.req.method === "HEAD" || told.length <= cutAfter) response.end(told);
  else response.write(told.subarray(0, cutAfter), () => response.destroy());
}

/** The place where the next page begins has signs that XML writes otherwise, as those of object stores may. */
function listed(kept: Kept, asked: URLSearchParams): string {
  const keys = [...kept.keys()].filter((key) => key.startsWith(asked.get("prefix") ?? "")).sort();
  const after = asked.get("continuation-token")?.slice("<&".length) ?? "";
  const rest = keys.filter((key) => key > after);
  const page = rest.slice(0, pageSize);
  const contents = page.map(
    (key) => `<Contents><Key>${key}</Key><LastModified>${kept.get(key)?.at.toISOString()}</LastModified></Contents>`,
  );
  const next = rest.length > pageSize ? `<NextContinuationToken>&lt;&amp;${page.at(-1)}</NextContinuationToken>` : "";
  return `<?xml version="1.0"?><ListBucketResult>${next}${contents.join("")}</ListBucketResult>`;
}
