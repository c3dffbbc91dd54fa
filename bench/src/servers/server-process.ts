import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export type ServerProcess = { origin: string; process: ChildProcess; stop: () => Promise<void> };

/** Starts one of the two servers on a database and waits until it listens. */
export async function startServer(which: "heed" | "baseline", url: string): Promise<ServerProcess> {
  const program = fileURLToPath(new URL(`./${which}-server.js`, import.meta.url));
  const child = spawn(process.execPath, [program, url], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const first = await Promise.race([once(child.stdout, "data"), ended]);
  const port = Number(String(first[0]).trim());
  if (child.exitCode !== null || !Number.isInteger(port)) throw new Error(`the ${which} server did not start`);
  return {
    origin: `http://127.0.0.1:${port}`,
    process: child,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
