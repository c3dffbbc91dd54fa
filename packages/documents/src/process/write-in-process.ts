import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { DomainError } from "@heed/core";
import type { DocumentNews, DocumentOrder } from "./document-order.ts";

/** Also where the program runs from source, the process is the one that was built. */
const program = fileURLToPath(new URL("../../dist/process/document-process.js", import.meta.url));

/** Milliseconds: the longest document takes some seconds. */
const longest = 120_000;

/** The bytes of a document, written by a process of its own. Errors: invalidInput; Error with what the process told, or how it ended. */
export function writeInProcess(order: DocumentOrder): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const child = fork(program, {
      ...{ execArgv: [], serialization: "advanced", stdio: ["ignore", "ignore", "inherit", "ipc"] },
      ...{ timeout: longest, killSignal: "SIGKILL" },
    });
    child.on("message", (news: DocumentNews) => {
      if ("bytes" in news) resolve(news.bytes);
      else if ("refused" in news) reject(new DomainError("invalidInput", news.refused));
      else reject(new Error(news.fault));
    });
    child.on("error", reject);
    child.on("close", (code, signal) => reject(new Error(`the writing of a document ended with ${code ?? signal}`)));
    child.send(order, (error) => error && reject(error));
  });
}
