import { once } from "node:events";
import { Agent, request } from "node:http";
import { connect, type Socket } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { inOwnProcess, worldDatabase } from "./heed.ts";
import { api, serving } from "./serving.ts";

// Starting a service takes most of it.
vi.setConfig({ testTimeout: 120_000 });

async function served() {
  const { url } = await worldDatabase(inOwnProcess);
  const service = await serving(url);
  onTestFinished(() => void service.child.kill("SIGKILL"));
  const port = Number(new URL(service.address).port);
  return { ...service, port };
}

/** A connection of its own, and all that comes back on it until it is closed. */
async function connection(port: number): Promise<{ socket: Socket; told: Promise<string> }> {
  const socket = connect(port, "localhost");
  let text = "";
  const told = new Promise<string>((resolve) => {
    socket.setEncoding("utf8").on("data", (data) => {
      text += data;
    });
    socket.on("error", (error) => {
      text += ` ${error.message}`;
    });
    socket.on("close", () => resolve(text));
  });
  await new Promise((resolve) => socket.once("connect", resolve));
  return { socket, told };
}

const ask = `GET ${api}/overdue HTTP/1.1\r\nHost: localhost\r\n\r\n`;

test("a stop answers what was sent before it, on new and on kept connections, and closes each after its answer", async () => {
  const { child, end, port } = await served();
  const fresh = await Promise.all(Array.from({ length: 20 }, () => connection(port)));
  const kept = await connection(port);
  kept.socket.write(ask);
  const [first] = (await once(kept.socket, "data")) as [string];
  const body = first.slice(first.indexOf("\r\n\r\n"));
  const began = performance.now();
  for (const { socket } of fresh) socket.write(ask);
  kept.socket.write(ask);
  child.kill("SIGTERM");
  const answers = await Promise.all([...fresh, kept].map(({ told }) => told));
  for (const [index, answer] of answers.entries()) {
    expect(answer.match(/HTTP\/1\.1 200 OK\r\n/g)).toHaveLength(index < fresh.length ? 1 : 2);
    expect(answer).not.toContain("ECONNRESET");
    expect(answer.endsWith(body)).toBe(true);
  }
  expect(await end).toMatchObject({ code: 0 });
  expect(performance.now() - began).toBeLessThan(10_000);
});

test("a stop takes no new requests while one is running, and ends with it", async () => {
  const { child, end, port } = await served();
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const asked = () =>
    new Promise<string | undefined>((resolve) => {
      request({ port, path: `${api}/health`, agent }, (response) => {
        response.resume().on("end", () => resolve(response.headers.connection));
      })
        .on("error", (error) => resolve((error as NodeJS.ErrnoException).code))
        .end();
    });
  expect(await asked()).toBe("keep-alive");
  const running = await connection(port);
  running.socket.write(`POST ${api}/organizations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n`);
  running.socket.write("Content-Length: 2\r\n\r\n{");
  await new Promise((resolve) => setTimeout(resolve, 300));
  child.kill("SIGTERM");
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await asked()).toBe("ECONNREFUSED");
  const released = performance.now();
  running.socket.write("}");
  expect(await running.told).toMatch(/^HTTP\/1\.1 4\d\d [\s\S]*\r\nConnection: close\r\n/);
  expect(await end).toMatchObject({ code: 0 });
  expect(performance.now() - released).toBeLessThan(5_000);
});

test("a stop cuts a request that does not end, in less than the ten seconds that Docker gives", async () => {
  const { child, end, port } = await served();
  const { socket } = await connection(port);
  socket.write(`POST ${api}/organizations HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\n{`);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const began = performance.now();
  child.kill("SIGTERM");
  expect(await end).toMatchObject({ code: 0 });
  expect(performance.now() - began).toBeLessThan(10_000);
});
