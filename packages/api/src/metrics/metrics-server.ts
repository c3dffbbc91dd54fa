import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServiceMetrics } from "./service-metrics.ts";

export type MetricsServer = { port: number; close: () => void };

/**
 * Answers `GET /metrics` at a port of its own, so that what is for operators is not at the address of the public. Errors: node's own
 * such as EADDRINUSE.
 */
export async function serveMetrics(metrics: ServiceMetrics, port: number, host: string): Promise<MetricsServer> {
  const server = createServer(async (request, response) => {
    if (request.url !== "/metrics" || request.method !== "GET") {
      response.writeHead(404).end();
      return;
    }
    const { type, text } = await metrics.read();
    response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-store" }).end(text);
  });
  server.listen(port, host);
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
