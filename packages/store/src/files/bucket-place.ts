import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { type IncomingMessage, request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import { tmpdir } from "node:os";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { DomainError, type Instant } from "@heed/core";
import type { FilePlace } from "./file-place.ts";

/** A bucket of an object store that speaks S3, and who uses it. */
export type Bucket = {
  /** The address of the object store. */
  endpoint: string;
  region: string;
  bucket: string;
  /** What the name of each object begins with; empty, or with a slash at its end. */
  prefix: string;
  keyId: string;
  secret: string;
};

type Asked = {
  /** What is asked for: an object, or the bucket itself. */
  path?: string;
  query?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  /** The file whose bytes are sent. */
  file?: string;
};

type Method = "GET" | "HEAD" | "PUT" | "DELETE";

/** How long the object store may say nothing, in milliseconds. */
const patience = 10_000;

const octets = "application/octet-stream";
/** Nothing is sent. */
const noBytes = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/**
 * A bucket, with an object for each digest. The object store is told the digest of what it gets, signed, so that it takes no other
 * bytes. Errors: filesUnreachable where it does not answer, or refuses.
 */
export function bucketPlace(bucket: Bucket): FilePlace {
  const keyOf = (digest: string) => `${bucket.prefix}${digest}`;

  async function write(digest: string, path: string): Promise<void> {
    const { size } = await stat(path);
    const headers = { "content-length": String(size), "content-type": octets, "x-amz-content-sha256": digest };
    await requireDone(await ask("PUT", { path: keyOf(digest), headers, file: path }));
  }

  async function sizeOf(digest: string): Promise<number | undefined> {
    const answer = await ask("HEAD", { path: keyOf(digest) });
    answer.resume();
    if (answer.statusCode === 404) return undefined;
    if (answer.statusCode !== 200) throw unreachable(`it answered ${answer.statusCode}`);
    return Number(answer.headers["content-length"]);
  }

  return {
    name: `s3://${bucket.bucket}/${bucket.prefix}`,
    incoming: tmpdir(),
    putBefore: write,
    async put(_sql, digest, path) {
      if ((await sizeOf(digest)) === undefined) await write(digest, path);
    },
    async open(digest, range) {
      return (await sizeOf(digest)) === undefined ? undefined : piecesOf(digest, range);
    },
    sizeOf,
    async *kept() {
      let next: string | undefined;
      do {
        const query = { "list-type": "2", prefix: bucket.prefix, ...(next && { "continuation-token": next }) };
        const told = await bodyOf(await ask("GET", { query }));
        for (const [object] of told.matchAll(/<Contents>.*?<\/Contents>/gs)) {
          const digest = within(object, "Key")?.slice(bucket.prefix.length) ?? "";
          const putAt = new Date(within(object, "LastModified") ?? "");
          if (/^[0-9a-f]{64}$/.test(digest)) yield { digest, putAt: putAt.toISOString() as Instant };
        }
        next = within(told, "NextContinuationToken");
      } while (next !== undefined);
    },
    async remove(_sql, digest) {
      const answer = await ask("DELETE", { path: keyOf(digest) });
      if (answer.statusCode === 404) answer.resume();
      else await requireDone(answer);
    },
  };

  /** The answer is asked for when somebody reads: who never begins leaves no connection open. */
  async function* piecesOf(digest: string, range?: { start: number; end: number }): AsyncGenerator<Uint8Array> {
    const headers = range && { range: `bytes=${range.start}-${range.end}` };
    const answer = await ask("GET", { path: keyOf(digest), ...(headers && { headers }) });
    if (answer.statusCode !== (range === undefined ? 200 : 206)) throw await refusal(answer);
    try {
      yield* answer as AsyncIterable<Uint8Array>;
    } catch (error) {
      throw unreachable("its answer broke off", error);
    }
  }

  /** A connection that was kept may have been closed meanwhile: then it is asked once more. */
  async function ask(method: Method, asked: Asked): Promise<IncomingMessage> {
    try {
      return await send(bucket, method, asked).catch((error: Failed) => {
        if (error.wasKept) return send(bucket, method, asked);
        throw error;
      });
    } catch (error) {
      throw unreachable((error as Error).message, error);
    }
  }
}

type Failed = Error & { wasKept?: boolean };

async function send(
  { endpoint, bucket, region, keyId, secret }: Bucket,
  method: Method,
  { path = "", query, headers, file }: Asked,
): Promise<IncomingMessage> {
  const { AwsV4Signer } = await import("aws4fetch");
  const url = new URL(`${endpoint.replace(/\/$/, "")}/${bucket}/${path}`);
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  const signer = new AwsV4Signer({
    ...{ method, url: url.href, region, service: "s3", accessKeyId: keyId, secretAccessKey: secret },
    headers: { "x-amz-content-sha256": noBytes, ...headers },
  });
  const signed = await signer.sign();
  return new Promise((resolve, reject) => {
    const over = url.protocol === "https:" ? overHttps : overHttp;
    const options = { method, headers: Object.fromEntries(signed.headers), timeout: patience };
    const request = over(signed.url, options, resolve);
    request.on("timeout", () => request.destroy(new Error(`it said nothing for ${patience / 1000} seconds`)));
    request.on("error", (error: Failed) => reject(Object.assign(error, { wasKept: request.reusedSocket })));
    if (file === undefined) request.end();
    else pipeline(createReadStream(file), request).catch(reject);
  });
}

async function requireDone(answer: IncomingMessage): Promise<void> {
  const { statusCode = 0 } = answer;
  if (statusCode < 200 || statusCode > 299) throw await refusal(answer);
  answer.resume();
}

async function bodyOf(answer: IncomingMessage): Promise<string> {
  if (answer.statusCode !== 200) throw await refusal(answer);
  return text(answer).catch((error) => {
    throw unreachable("its answer broke off", error);
  });
}

/** Why it did not do what it was asked, by its own code, such as AccessDenied or NoSuchBucket. */
async function refusal(answer: IncomingMessage): Promise<DomainError> {
  const told = await text(answer).catch(() => "");
  return unreachable(`it answered ${answer.statusCode} ${within(told.slice(0, 10_000), "Code") ?? ""}`.trim());
}

function unreachable(detail: string, cause?: unknown): DomainError {
  if (cause instanceof DomainError) return cause;
  return Object.assign(new DomainError("filesUnreachable", `the object store of the files is not there: ${detail}`), {
    cause,
  });
}

/** The text of the first such element of an answer in XML. */
function within(xml: string, element: string): string | undefined {
  const found = new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1];
  return found
    ?.replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
