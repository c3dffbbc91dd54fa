import type { ChildProcess } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { type Ended, ended, start } from "./heed.ts";

export const api = "/recommendationFollowUp/v1";

/** A `heed serve` in a process of its own. */
export type Serving = {
  child: ChildProcess;
  address: string;
  end: Promise<Ended>;
  get: (path: string) => Promise<{ status: number; body: string }>;
};

/** Resolves when it serves; rejects with its output when it ends before that. */
export async function serving(
  url: string,
  options: readonly string[] = [],
  begin: (args: readonly string[], url: string) => ChildProcess = start,
): Promise<Serving> {
  const child = begin(["serve", "--port", "0", "--rate-limit", "0", ...options], url);
  const end = ended(child);
  const address = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout?.on("data", (text: string) => {
      said += text;
      const found = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    });
    void end.then(({ code, stderr }) => reject(new Error(`heed serve ended with ${code}: ${stderr}`)));
  });
  const get = async (path: string) => {
    const response = await fetch(`${address}${api}${path}`);
    return { status: response.status, body: await response.text() };
  };
  return { child, address, end, get };
}

/** The answers that a writer got: the acknowledged entries, and how often each other status came. */
export type Told = { acknowledged: string[]; statuses: Map<number, number>; cut: number };

/**
 * Acts on one follow-up again and again until it is stopped. Each act has its own idempotency key and is sent again
 * under that key when the answer was lost.
 */
export async function writing(
  addressOf: () => string,
  followUp: string,
  token: string,
  told: Told,
  isOver: () => boolean,
): Promise<void> {
  let key = randomUUID();
  while (!isOver()) {
    const at = `${addressOf()}${api}/followUps/${followUp}`;
    try {
      const asked = await fetch(at, { headers: { Authorization: `Bearer ${token}` } });
      if (asked.status !== 200) {
        told.statuses.set(asked.status, (told.statuses.get(asked.status) ?? 0) + 1);
        await new Promise((resolve) => setTimeout(resolve, 50));
        continue;
      }
      const response = await fetch(`${at}/observations`, {
        method: "POST",
        headers: {
          Authorization: `Bearer ${token}`,
          "Content-Type": "application/json",
          "If-Match": asked.headers.get("etag") ?? "",
          "Idempotency-Key": key,
        },
        body: JSON.stringify({ by: "GRETA", text: key }),
      });
      told.statuses.set(response.status, (told.statuses.get(response.status) ?? 0) + 1);
      const body = (await response.json()) as { entries?: { id: string }[] };
      if (response.status === 201) {
        told.acknowledged.push(body.entries?.[0]?.id ?? "");
        key = randomUUID();
      } else await new Promise((resolve) => setTimeout(resolve, 50));
    } catch {
      told.cut += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** What a person who brings files was told: the digest of each that was acknowledged, by its id. */
export type Brought = Map<string, string>;

/** Brings files, each other bytes, until it is stopped. One whose answer was lost is brought again under its key. */
export async function bringing(
  addressOf: () => string,
  token: string,
  brought: Brought,
  isOver: () => boolean,
): Promise<void> {
  let text = ownBytes();
  while (!isOver()) {
    try {
      const response = await fetch(`${addressOf()}${api}/files?name=note.txt`, {
        method: "POST",
        headers: {
          Authorization: `Bearer ${token}`,
          "Content-Type": "application/octet-stream",
          "Idempotency-Key": text.slice(0, 36),
        },
        body: text,
      });
      const { id, digest } = (await response.json()) as { id: string; digest: string };
      if (response.status === 201) {
        brought.set(id, digest);
        if (digest !== createHash("sha256").update(text).digest("hex")) throw new Error(`${id} has other bytes`);
        text = ownBytes();
      } else await new Promise((resolve) => setTimeout(resolve, 50));
    } catch (error) {
      if (error instanceof Error && error.message.endsWith("other bytes")) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

function ownBytes(): string {
  const id = randomUUID();
  return `${id}\n`.repeat(2_000);
}
