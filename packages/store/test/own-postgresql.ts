import { execFile } from "node:child_process";
import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { freePort } from "./free-port.ts";

const run = promisify(execFile);

/** A copy that follows a server by streaming. */
export type OwnReplica = OwnServer & {
  /** It takes what comes, and shows nothing of it. */
  pause: () => Promise<void>;
  resume: () => Promise<void>;
};

/** A PostgreSQL server for one test, which it may restart and stop. */
export type OwnServer = {
  url: string;
  /** As an operator would: clients are disconnected. */
  restart: () => Promise<void>;
  /** It keeps its connections and answers nothing. */
  freeze: () => Promise<void>;
  thaw: () => Promise<void>;
  replica: () => Promise<OwnReplica>;
  end: () => Promise<void>;
};

export function ownPostgresql(): Promise<OwnServer> {
  return serverIn((as, data) =>
    as("initdb", "-D", data, "--locale=C.UTF-8", "--encoding=UTF8", "--auth=trust", "--username=heed"),
  );
}

type Run = (program: string, ...args: string[]) => Promise<unknown>;

async function serverIn(fill: (as: Run, data: string) => Promise<unknown>): Promise<OwnServer> {
  const programs = await programsFolder();
  const folder = await mkdtemp(join(tmpdir(), "heed-postgresql-"));
  await chmod(folder, 0o755);
  // initdb refuses to run as root.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) await run("chown", ["postgres", folder]);
  const as: Run = (program, ...args) =>
    isRoot
      ? run("runuser", ["-u", "postgres", "--", join(programs, program), ...args], { cwd: folder })
      : run(join(programs, program), args, { cwd: folder });
  const data = join(folder, "data");
  await fill(as, data);
  const port = await freePort();
  const url = `postgresql://heed@127.0.0.1:${port}/postgres`;
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
    url,
    restart: async () => void (await control("-m", "fast", "restart")),
    freeze: () => signal("SIGSTOP"),
    thaw: () => signal("SIGCONT"),
    replica: () => replicaOf(port),
    end: async () => {
      await control("-m", "immediate", "stop").catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function replicaOf(port: number): Promise<OwnReplica> {
  const from = ["--host=127.0.0.1", `--port=${port}`, "--username=heed", "--write-recovery-conf", "--checkpoint=fast"];
  const server = await serverIn((as, data) => as("pg_basebackup", "-D", data, ...from));
  const ask = async (text: string) => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query(text);
    await client.end();
  };
  return {
    ...server,
    pause: () => ask("SELECT pg_wal_replay_pause()"),
    resume: () => ask("SELECT pg_wal_replay_resume()"),
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
