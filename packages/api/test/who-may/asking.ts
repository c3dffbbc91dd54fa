import { randomUUID } from "node:crypto";
import { Agent, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { type Database, performRegisterAct } from "@heed/store";
import type { Express } from "express";
import { createApp } from "../../src/app.ts";
import { basePath } from "../../src/contract/base-path.ts";
import type { Operation } from "../../src/contract/operation.ts";
import { trackerOf } from "../../src/tracker.ts";
import { undoing } from "./undone.ts";

export type Answer = { status: number; text: string };
export type Ask = (
  operation: Operation,
  path: string,
  sent: { token: string | undefined; body: object | undefined },
) => Promise<Answer>;

const now = () => new Date("2015-06-30T10:00:00+02:00");

/** The service on a database: as it is, to prepare things, and one in which nothing that is written stays, over one connection. */
export function asking(database: Database): { prepared: Express; ask: Ask; end: () => void } {
  const undone = undoing(database);
  const tracker = trackerOf(undone);
  const app = createApp({
    ...tracker,
    // Writing its documents takes seconds, and who may freeze it is asked without them.
    performRegister: async (acting, act) =>
      act.act === "freezeReport" && act.thing === "published"
        ? performRegisterAct(undone, { ...act, ...acting, systemUser: "service", newId: randomUUID, written: [] })
        : tracker.performRegister(acting, act),
    ...{ isUp: async () => true, now },
  });
  const server = createServer(app).listen(0, "127.0.0.1");
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask: Ask = ({ method, takesFile }, path, { token, body }) =>
    new Promise((resolve, reject) => {
      const text = method === "get" ? "" : takesFile ? "Judges are trained.\n" : JSON.stringify(body ?? {});
      const headers = {
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(method !== "get" && {
          "If-Match": "*",
          "Content-Type": typeOf(method, takesFile),
          "Content-Length": Buffer.byteLength(text),
        }),
      };
      const { port } = server.address() as AddressInfo;
      const sent = request(
        {
          ...{ host: "127.0.0.1", port, agent, headers },
          method: method.toUpperCase(),
          path: encodeURI(basePath + path),
        },
        (response) => {
          const pieces: Buffer[] = [];
          response.on("data", (piece) => pieces.push(piece));
          response.on("end", () =>
            resolve({ status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString() }),
          );
        },
      );
      sent.on("error", reject);
      sent.end(text);
    });
  return {
    prepared: createApp({ ...trackerOf(database), isUp: async () => true, now }),
    ask,
    end: () => {
      agent.destroy();
      server.close();
    },
  };
}

function typeOf(method: Operation["method"], takesFile: boolean | undefined): string {
  if (takesFile) return "application/octet-stream";
  return method === "patch" ? "application/merge-patch+json" : "application/json";
}
