import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RecordFile } from "@heed/core";
import { openDatabase } from "@heed/store";
import type { Page } from "playwright-core";
import { imported } from "../../../store/test/importing.ts";
import { worldApp } from "../world-app.ts";
import { launch } from "./browser.ts";
import { deskApp } from "./desk-app.ts";

export type Look = { colorScheme?: "light" | "dark"; width?: number; script?: boolean };
/** Milliseconds: a page of the example world is there in a fraction of them. */
const patience = 20_000;

export type Opened = { page: Page; complaints: string[]; close: () => Promise<void> };

/**
 * The service on the example world, and a browser; every page that is opened tells what it complained of. `desks`: with the desks
 * of who is signed in, on this record.
 */
export async function servedWorld({ desks }: { desks?: RecordFile } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "heed-browser-"));
  const database = await openDatabase(`file:${folder}/heed.sqlite`, { mode: "upgrade" });
  if (desks) await imported(database, desks);
  const app = desks ? deskApp(database) : await worldApp(database);
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await launch();
  return {
    base,
    opened: async ({ colorScheme = "light", width = 1280, script = true }: Look): Promise<Opened> => {
      const viewport = { width, height: 900 };
      const context = await browser.newContext({ colorScheme, viewport, javaScriptEnabled: script });
      const page = await context.newPage();
      page.setDefaultTimeout(patience);
      const complaints: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      page.on("requestfailed", (request) => {
        // Who goes on before all of a page is there ends what is still asked for.
        if (request.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`failed: ${request.url()}`);
      });
      page.on("request", (request) => {
        if (!request.url().startsWith(base)) complaints.push(`elsewhere: ${request.url()}`);
      });
      return { page, complaints, close: () => context.close() };
    },
    end: async () => {
      await browser.close();
      server.close();
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}
