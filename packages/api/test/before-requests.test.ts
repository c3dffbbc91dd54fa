import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { Problem } from "../src/contract/common.ts";
import { withProblems } from "../src/http/before-requests.ts";

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

const long = "x".repeat(20_000);

test.each([
  ["what is no HTTP", "nonsense\r\n\r\n", 400],
  ["a header that is none", "GET / HTTP/1.1\r\nHost: heed\r\nBad Header: x\r\n\r\n", 400],
  ["two lengths", "POST / HTTP/1.1\r\nHost: heed\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx", 400],
  [
    "a length and chunks",
    "POST / HTTP/1.1\r\nHost: heed\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0",
    400,
  ],
  ["NUL in a header", "GET / HTTP/1.1\r\nHost: heed\r\nX: a\0b\r\n\r\n", 400],
  ["headers that are too large", `GET / HTTP/1.1\r\nHost: heed\r\nX: ${long}\r\n\r\n`, 431],
  ["an address that is too large", `GET /${long} HTTP/1.1\r\nHost: heed\r\n\r\n`, 431],
  [
    "an expectation that nobody knows",
    "GET / HTTP/1.1\r\nHost: heed\r\nExpect: 200-ok\r\nConnection: close\r\n\r\n",
    417,
  ],
])("%s is refused with problem details, and others are answered", async (_, bytes, status) => {
  const server = withProblems(createServer((_request, response) => response.end("here"))).listen(0, "127.0.0.1");
  await once(server, "listening");
  endings.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  socket.write(bytes, "latin1");
  const [head = "", body = ""] = (await text(socket)).split("\r\n\r\n");
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head).toMatch(/content-type: application\/problem\+json/i);
  expect(Problem.parse(JSON.parse(body.slice(body.indexOf("{"), body.lastIndexOf("}") + 1))).status).toBe(status);
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe("here");
});
