import { once } from "node:events";
import type { Server, ServerResponse } from "node:http";
import { Server as NetServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** Milliseconds in which requests that were sent before the stop are still read. */
const onTheWay = 250;
/** Milliseconds between two looks for connections that have become idle. */
const untilNextLook = 50;

/**
 * Answers a function that stops the server: requests that run or are on their way are answered, and each connection is
 * closed after its answer, so that no new request begins on it. After `longest` milliseconds all connections are cut.
 */
export function stopOf(server: Server): (longest: number) => Promise<void> {
  const running = new Set<ServerResponse>();
  let isStopping = false;
  server.prependListener("request", (_request, response) => {
    if (isStopping) closeAfterwards(response);
    running.add(response);
    response.once("close", () => running.delete(response));
  });
  return async (longest) => {
    isStopping = true;
    for (const response of running) closeAfterwards(response);
    const closed = once(server, "close");
    const cut = setTimeout(() => server.closeAllConnections(), longest);
    await whatIsOnTheWay();
    // An HTTP server would also close connections whose first request has not been read yet.
    NetServer.prototype.close.call(server);
    await whatIsOnTheWay();
    const look = setInterval(() => server.closeIdleConnections(), untilNextLook);
    server.closeIdleConnections();
    await closed;
    clearInterval(look);
    clearTimeout(cut);
  };
}

function closeAfterwards(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("Connection", "close");
}

/** Also when the process is busy: what has arrived is read before the callbacks of setImmediate() run. */
async function whatIsOnTheWay(): Promise<void> {
  await pause(onTheWay);
  await new Promise(setImmediate);
}
