import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RecordFile } from "@heed/core";
import { type Database, openDatabase } from "@heed/store";
import type { Page } from "playwright-core";
import { imported } from "../../../store/test/importing.ts";
import { createApp } from "../../src/app.ts";
import { pageSignIn } from "../../src/sign-in/page-sign-in.ts";
import { SignInFile } from "../../src/sign-in/sign-in-file.ts";
import { trackerOf } from "../../src/tracker.ts";
import { issuerClient, startIssuer } from "../sign-in-issuer.ts";
import { worldApp } from "../world-app.ts";
import { launch } from "./browser.ts";
import { deskApp } from "./desk-app.ts";

/** `zoomed`: to 200 %, so that a window of 1,280 pixels shows what fits in 640. */
export type Look = { colorScheme?: "light" | "dark"; width?: number; script?: boolean; zoomed?: boolean };
/** Milliseconds: a page of the example world is there in a fraction of them. */
const patience = 20_000;

export type Opened = { page: Page; complaints: string[]; close: () => Promise<void> };

type Served = {
  /** With the desks of who is signed in, on this record. */
  desks?: RecordFile;
  /** People sign in at a real issuer, and not by the name in a cookie. */
  signsIn?: boolean;
};

/** The service on the example world, and a browser; every page that is opened tells what it complained of. */
export async function servedWorld({ desks, signsIn = false }: Served = {}) {
  const folder = await mkdtemp(join(tmpdir(), "heed-browser-"));
  const database = await openDatabase(`file:${folder}/heed.sqlite`, { mode: "upgrade" });
  if (desks) await imported(database, desks);
  const server = createServer().listen(0, "127.0.0.1");
  server.keepAliveTimeout = 60_000;
  await once(server, "listening");
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer = signsIn ? await startIssuer(`${base}/sign-in/callback`) : undefined;
  const app = issuer
    ? await appAt(issuer.address, database, base)
    : desks
      ? deskApp(database)
      : await worldApp(database);
  server.on("request", app);
  const browser = await launch();
  return {
    base,
    database,
    issuer: issuer?.state,
    opened: async ({ colorScheme = "light", width = 1280, script = true, zoomed = false }: Look): Promise<Opened> => {
      const times = zoomed ? 2 : 1;
      const viewport = { width: width / times, height: 900 / times };
      const context = await browser.newContext({
        ...{ colorScheme, viewport, javaScriptEnabled: script, deviceScaleFactor: times },
      });
      const page = await context.newPage();
      page.setDefaultTimeout(patience);
      const complaints: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      page.on("requestfailed", (request) => {
        // Who goes on before all of a page is there ends what is still asked for.
        if (request.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`failed: ${request.url()}`);
      });
      page.on("request", (request) => {
        const { origin } = new URL(request.url());
        if (origin !== base && origin !== issuer?.address) complaints.push(`elsewhere: ${request.url()}`);
      });
      return { page, complaints, close: () => context.close() };
    },
    end: async () => {
      await browser.close();
      server.close();
      issuer?.close();
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** At which the groups of an account tell for which organization somebody answers. */
async function appAt(issuer: string, database: Database, publicUrl: string) {
  const client = { id: issuerClient.client_id, scopes: ["profile", "groups"] };
  const rights = [{ claim: "groups", value: "heed-justice", role: "respondent", organizations: ["just"] }];
  const file = SignInFile.parse({ ...{ issuer, audience: "heed", keys: `${issuer}/jwks`, rights, client } });
  const signIn = await pageSignIn(database, { file, clientSecret: issuerClient.client_secret, publicUrl });
  const now = () => new Date("2015-06-30T10:00:00+02:00");
  return createApp({ ...trackerOf(database), isUp: async () => true, now, signIn, publicUrl });
}
