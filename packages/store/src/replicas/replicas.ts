import { DomainError } from "@heed/core";
import type { ReadFor } from "@heed/core/read-models/tracker-store";
import type { DatabaseLimits } from "../connection/database-limits.ts";
import { readDatabaseUrl } from "../connection/database-url.ts";
import type { Database } from "../connection/sql.ts";
import { ReadsOfRequest } from "./reads-of-request.ts";
import { type Position, positionOf, Replica, type ReplicaState } from "./replica.ts";

export type ReplicaOptions = {
  /** Addresses of PostgreSQL, each of one server: postgresql://… */
  urls: readonly string[];
  /** Milliseconds by which a replica may be behind the primary. */
  largestLag: number;
};

type Watching = ReplicaOptions & {
  primary: Database;
  limits: DatabaseLimits;
  /** Told when a replica begins or ends to be used; `why` where it is away. */
  changed: (replica: ReplicaStatus, why?: unknown) => void;
  /** Told of each request where its reads went, and why to the primary. */
  chosen?: (place: ReadPlace) => void;
};

export type ReplicaStatus = { name: string; state: ReplicaState; lagMilliseconds: number };

/** `notReached`: no replica had all yet that was recorded before a person asked. `failed`: one failed while it was read. */
export type ReadPlace = "replica" | "away" | "behind" | "notReached" | "failed";

/** Decides where a read goes: the one place that knows of replicas (docs/decisions/0090). */
export type Replicas = {
  /** What the reads of one request read from. */
  readsFor: (who: ReadFor) => Database;
  statuses: () => ReplicaStatus[];
  close: () => Promise<void>;
};

/** Milliseconds between two looks. */
const pauseBetweenLooks = 1_000;
/** Looks that are remembered: a replica that is further behind is told to be as far behind as the first of them. */
const mostMarks = 600;

/** Where the primary was at a moment. */
type Mark = { at: number; position: Position };

/** Errors: invalidInput where replicas are named for SQLite, or an address is not one of PostgreSQL. */
export async function openReplicas({
  urls,
  largestLag,
  primary,
  limits,
  changed,
  chosen = () => undefined,
}: Watching): Promise<Replicas> {
  requirePostgresql(primary, urls);
  const replicas = urls.map((url) => new Replica(url, limits));
  const marks: Mark[] = [];
  let turn = 0;

  function become(replica: Replica, state: ReplicaState, why?: unknown): void {
    const former = replica.state;
    replica.state = state;
    if (state === "away") replica.giveUp();
    if (former !== state) changed(statusOf(replica), why);
  }

  /** How long ago the primary was where the replica is now. */
  function lagOf(position: Position, now: number): number {
    const notReached = marks.find((mark) => mark.position > position);
    return notReached === undefined ? 0 : now - notReached.at;
  }

  async function lookAt(replica: Replica): Promise<void> {
    try {
      const position = await replica.position();
      replica.lag = lagOf(position, performance.now());
      // Before it has once been where the primary was at the start, it may be of an older schema.
      const isAtStart = marks[0] !== undefined && position >= marks[0].position;
      become(replica, isAtStart && replica.lag <= largestLag ? "usable" : "behind");
    } catch (error) {
      become(replica, "away", error);
    }
  }

  async function look(): Promise<void> {
    const at = performance.now();
    const position = await positionOf(primary).catch(() => undefined);
    if (position !== undefined) note({ at, position });
    await Promise.all(replicas.map(lookAt));
  }

  function note(mark: Mark): void {
    const last = marks.at(-1)?.position;
    // Another primary, which had not all of the former one: its log counts from where it has begun.
    if (last !== undefined && mark.position < last) marks.length = 0;
    if (mark.position !== last) marks.push(mark);
    if (marks.length > mostMarks) marks.shift();
  }

  async function choose(who: ReadFor): Promise<Replica | undefined> {
    const usable = replicas.filter(({ state }) => state === "usable");
    turn += 1;
    const replica = usable[turn % Math.max(usable.length, 1)];
    if (replica === undefined) {
      chosen(replicas.every(({ state }) => state === "away") ? "away" : "behind");
      return undefined;
    }
    const isThere = who === "anyone" || (await hasReached(replica));
    chosen(isThere ? "replica" : "notReached");
    return isThere ? replica : undefined;
  }

  /** Whether it shows all that was recorded before now, by whatever service: so also what the person recorded. */
  async function hasReached(replica: Replica): Promise<boolean> {
    try {
      const [recorded, reached] = await Promise.all([positionOf(primary), replica.position()]);
      return reached >= recorded;
    } catch {
      return false;
    }
  }

  function failed(replica: Replica, error: unknown): void {
    chosen("failed");
    // It may have ended one read alone: the next look tells whether it is there.
    if (error instanceof DomainError && error.code === "databaseUnreachable") become(replica, "away", error);
  }

  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  let looking = look();
  const lookAgain = () => {
    looking = look().finally(() => {
      if (!isOver) timer = setTimeout(lookAgain, pauseBetweenLooks).unref();
    });
  };
  await looking;
  timer = setTimeout(lookAgain, pauseBetweenLooks).unref();
  return {
    readsFor: (who) => new ReadsOfRequest(primary, () => choose(who), failed),
    statuses: () => replicas.map(statusOf),
    close: async () => {
      isOver = true;
      clearTimeout(timer);
      await looking;
      await Promise.all(replicas.map((replica) => replica.close()));
    },
  };
}

function statusOf({ name, state, lag }: Replica): ReplicaStatus {
  return { name, state, lagMilliseconds: lag };
}

function requirePostgresql({ dialect }: Database, urls: readonly string[]): void {
  if (dialect !== "postgresql") throw new DomainError("invalidInput", "a database of SQLite has no replicas");
  for (const url of urls)
    if (readDatabaseUrl(url).dialect !== "postgresql")
      throw new DomainError("invalidInput", "a replica is named by its address: postgresql://…");
}
