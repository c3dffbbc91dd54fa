import type { AddressInfo } from "node:net";
import { createApp } from "@heed/api";
import type { Database } from "@heed/store";
import { trackerOf } from "../../../api/src/tracker.ts";

/** A service in this process, at a port of its own on the loopback. */
export async function serve(database: Database): Promise<{ address: string; close: () => Promise<void> }> {
  const app = createApp({ ...trackerOf(database), isUp: async () => true });
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
