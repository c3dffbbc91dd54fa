import { createReadStream } from "node:fs";
import { connect, type NetConnectOpts, type Socket } from "node:net";
import { pipeline } from "node:stream/promises";
import { DomainError } from "@heed/core";

/** How long the scanner may say nothing, in milliseconds. */
const patience = 60_000;

/** Where clamd listens: `tcp://HOST:PORT` or `unix:PATH`. Errors: invalidInput. */
export function scannerAddress(address: string): NetConnectOpts {
  const path = /^unix:(?:\/\/)?(\/.+)$/.exec(address)?.[1];
  if (path !== undefined) return { path };
  const [, host, bare, port = "3310"] =
    /^tcp:\/\/(?:\[([0-9a-f:]+)\]|([^\s/:]+))(?::(\d{1,5}))?\/?$/i.exec(address) ?? [];
  const name = host ?? bare;
  if (name !== undefined && Number(port) > 0 && Number(port) < 65_536) return { host: name, port: Number(port) };
  throw new DomainError("invalidInput", "the address of the virus scanner cannot be read", [
    { name: "--virus-scanner", value: address, detail: "write tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl" },
  ]);
}

/**
 * Has clamd read a file, by its command INSTREAM. Errors: invalidInput when it finds something; scannerUnreachable when it gives
 * no verdict, because a file that nobody looked at is not taken.
 */
export async function scanFile(path: string, name: string, scanner: NetConnectOpts): Promise<void> {
  const said = await verdictOn(path, scanner).catch((error: Error) => {
    throw Object.assign(new DomainError("scannerUnreachable", `the virus scanner gave no verdict: ${error.message}`), {
      cause: error,
    });
  });
  if (/^stream: OK$/.test(said)) return;
  const found = /^stream: (.+) FOUND$/.exec(said)?.[1];
  if (found === undefined) throw new DomainError("scannerUnreachable", `the virus scanner gave no verdict: ${said}`);
  throw new DomainError("invalidInput", "the file is not taken as evidence", [
    { name: "name", value: name, detail: `the virus scanner found ${found} in it` },
  ]);
}

async function verdictOn(path: string, scanner: NetConnectOpts): Promise<string> {
  const socket = connect(scanner);
  socket.setTimeout(patience, () => socket.destroy(new Error(`it said nothing for ${patience / 1000} seconds`)));
  const said = answerOf(socket);
  // It may answer and close before it has read all, when the file is longer than it takes.
  const sent = pipeline(inStream(path), socket, { end: false });
  sent.catch(() => undefined);
  try {
    return await said;
  } finally {
    socket.destroy();
  }
}

async function* inStream(path: string): AsyncGenerator<Buffer> {
  yield Buffer.from("zINSTREAM\0");
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) yield* [lengthOf(piece.length), piece];
  yield lengthOf(0);
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

const longestAnswer = 4096;

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    socket.on("data", (piece: Buffer) => {
      said = (said + piece.toString("utf8")).slice(0, longestAnswer);
      if (said.includes("\0")) resolve(said.slice(0, said.indexOf("\0")));
    });
    socket.on("error", reject);
    socket.on("close", () => (said === "" ? reject(new Error("it closed the connection")) : resolve(said.trim())));
  });
}
