import { once } from "node:events";
import { createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import compression from "compression";
import express from "express";
import { afterEach, expect, test } from "vitest";
import { stream } from "../src/http/stream.ts";

const part = `${"recommendation,".repeat(4000)}\n`;
const many = 200;

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

/** A server with one answer in many parts; it reports how far it came and how the answer ended. */
async function answering(answer: (response: ServerResponse, parts: AsyncIterable<string>) => Promise<void>) {
  const told = { parts: 0, listeners: 0, ended: false, over: Promise.resolve() };
  async function* parts(response: ServerResponse) {
    try {
      for (; told.parts < many; told.parts += 1) {
        told.listeners = Math.max(told.listeners, response.listenerCount("close"), response.listenerCount("error"));
        yield part;
      }
    } finally {
      told.ended = true;
    }
  }
  const app = express().get("/other", (_, response) => void response.json({ parts: told.parts }));
  app.use(compression(), (_, response) => {
    response.type("text/csv");
    told.over = answer(response, parts(response));
  });
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  endings.push(() => server.close());
  const ask = async (headers: Record<string, string> = {}) => {
    const request = get({ port: (server.address() as AddressInfo).port, host: "127.0.0.1", headers });
    endings.push(() => request.destroy());
    const [response] = (await once(request, "response")) as [IncomingMessage];
    return { request, response };
  };
  const other = async () =>
    (await (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/other`)).json()) as {
      parts: number;
    };
  return { told, ask, other };
}

test.each<Record<string, string>>([{}, { "accept-encoding": "gzip" }])(
  "an answer in parts waits for its reader, and keeps no listener of each part (%o)",
  async (headers) => {
    const { told, ask } = await answering((response, parts) => stream(parts, response));
    const { response } = await ask(headers);
    let bytes = 0;
    for await (const chunk of response) bytes += (chunk as Buffer).length;
    await told.over;
    expect(told.parts).toBe(many);
    if (!("accept-encoding" in headers)) expect(bytes).toBe(part.length * many);
    expect(told.listeners).toBeLessThan(10);
  },
);

test("others are answered while a long answer is read", async () => {
  const { told, ask, other } = await answering((response, parts) => stream(parts, response));
  const { response } = await ask();
  response.resume();
  expect((await other()).parts).toBeLessThan(many);
  await told.over;
});

test("an answer whose reader is gone ends, and what it reads from is let go", async () => {
  const { told, ask } = await answering((response, parts) => stream(parts, response));
  const { request, response } = await ask();
  await once(response, "readable");
  request.destroy();
  response.on("error", () => undefined);
  await expect.poll(() => told.ended).toBe(true);
  await told.over;
  expect(told.parts).toBeLessThan(many);
});

test("an answer that fails while it is read is cut off, and says so to the service", async () => {
  const { told, ask } = await answering(async (response, parts) => {
    async function* failing() {
      for await (const each of parts) {
        yield each;
        if (told.parts > 5) throw new Error("the database is gone");
      }
    }
    await expect(stream(failing(), response)).rejects.toThrow("the database is gone");
  });
  const { response } = await ask();
  await expect(
    (async () => {
      for await (const _ of response);
    })(),
  ).rejects.toThrow("aborted");
  await told.over;
});
