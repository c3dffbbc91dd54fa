import type { Server } from "node:http";
import { badHeader, type Problem, problemType, simpleProblems } from "../contract/problem.ts";

/** What Node refuses before it is a request. The answer has none of our headers yet, and the connection is closed. */
const refused: Readonly<Record<string, Problem>> = {
  HPE_HEADER_OVERFLOW: simpleProblems.requestHeaderFieldsTooLarge,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: simpleProblems.payloadTooLarge,
  ERR_HTTP_REQUEST_TIMEOUT: simpleProblems.requestTimeout,
};

/** Makes a server answer with problem details where Node would answer by itself: 400, 408, 413, 417, 431. */
export function withProblems(server: Server): Server {
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
    const problem = refused[error.code ?? ""] ?? badHeader("the request is not HTTP/1.1");
    const body = JSON.stringify(problem);
    const head = [
      `HTTP/1.1 ${problem.status} ${problem.title}`,
      "Connection: close",
      "Cache-Control: no-store",
      `Content-Type: ${problemType}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
    ];
    socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
  });
  return server.on("checkExpectation", (_request, response) => {
    const { expectationFailed } = simpleProblems;
    response
      .writeHead(expectationFailed.status, {
        "Content-Type": problemType,
        "Cache-Control": "no-store",
        Connection: "close",
      })
      .end(JSON.stringify(expectationFailed));
  });
}
