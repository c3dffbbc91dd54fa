import { execFile } from "node:child_process";
import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A PostgreSQL server for one test, which it may restart and stop. */
export type OwnServer = {
  url: string;
  /** As an operator would: clients are disconnected. */
  restart: () => Promise<void>;
  /** It keeps its connections and answers nothing. */
  freeze: () => Promise<void>;
  thaw: () => Promise<void>;
  end: () => Promise<void>;
};

export async function ownPostgresql(): Promise<OwnServer> {
  const programs = await programsFolder();
  const folder = await mkdtemp(join(tmpdir(), "heed-postgresql-"));
  await chmod(folder, 0o755);
  // initdb refuses to run as root.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) await run("chown", ["postgres", folder]);
  const as = (program: string, ...args: string[]) =>
    isRoot
      ? run("runuser", ["-u", "postgres", "--", join(programs, program), ...args], { cwd: folder })
      : run(join(programs, program), args, { cwd: folder });
  const data = join(folder, "data");
  await as("initdb", "-D", data, "--locale=C.UTF-8", "--encoding=UTF8", "--auth=trust", "--username=heed");
  const port = await freePort();
  const options = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories='' -c fsync=off`;
  const control = (...args: string[]) =>
    as("pg_ctl", "-D", data, "-w", "-l", join(folder, "log"), "-o", options, ...args);
  await control("start");
  // The postmaster first: once it stands still, it starts no further process. A process of it may end meanwhile.
  const signal = async (name: NodeJS.Signals) => {
    const postmaster = await postmasterOf(data);
    process.kill(postmaster, name);
    for (const pid of await childrenOf(postmaster)) {
      try {
        process.kill(pid, name);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
      }
    }
  };
  return {
    url: `postgresql://heed@127.0.0.1:${port}/postgres`,
    restart: async () => void (await control("-m", "fast", "restart")),
    freeze: () => signal("SIGSTOP"),
    thaw: () => signal("SIGCONT"),
    end: async () => {
      await control("-m", "immediate", "stop").catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function postmasterOf(data: string): Promise<number> {
  const [first] = (await readFile(join(data, "postmaster.pid"), "utf8")).split("\n");
  return Number(first);
}

async function childrenOf(pid: number): Promise<number[]> {
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, "utf8")).trim();
  return children === "" ? [] : children.split(" ").map(Number);
}

async function programsFolder(): Promise<string> {
  const versions = await readdir("/usr/lib/postgresql").catch(() => []);
  const newest = versions.map(Number).sort((a, b) => b - a)[0];
  if (newest === undefined) throw new Error("no PostgreSQL server is installed (Debian's package: postgresql)");
  return `/usr/lib/postgresql/${newest}/bin`;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
