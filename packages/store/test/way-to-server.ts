import { connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A connection to a PostgreSQL server that the test can cut, and mend again. */
export async function wayTo(url: string): Promise<{ url: string; cut: () => void; mend: () => Promise<void> }> {
  const { hostname, port } = new URL(url);
  const open = new Set<Socket>();
  const way = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on("error", () => to.destroy()).pipe(to);
    }
  });
  const listen = (at: number) => new Promise<void>((resolve) => way.listen(at, "127.0.0.1", resolve));
  await listen(0);
  const ownPort = (way.address() as { port: number }).port;
  const cut = () => {
    way.close();
    for (const each of open) each.destroy();
    open.clear();
  };
  onTestFinished(cut);
  const through = new URL(url);
  through.hostname = "127.0.0.1";
  through.port = String(ownPort);
  return { url: through.href, cut, mend: () => listen(ownPort) };
}
