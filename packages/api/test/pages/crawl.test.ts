import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@heed/store";
import { HtmlValidate } from "html-validate";
import supertest from "supertest";
import { describe, expect, onTestFinished, test } from "vitest";
import { worldApp } from "../world-app.ts";
import { crawl, isPacked, isPage } from "./crawl.ts";

const htmlValidate = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // What preact writes: both ways are valid HTML.
    "void-style": "off",
    "no-inline-style": "error",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "doctype-style": "off",
    // A picture has its text in aria-label; its parts have none.
    "svg-focusable": "off",
    // Long words of a table's head, and dates, may break.
    "tel-non-breaking": "off",
    // Titles that tell the thing and where it is are longer than 70 signs.
    "long-title": "off",
  },
});

describe("all pages of the example world", () => {
  test("lead to pages that are there, are valid HTML, and stay small", { timeout: 300_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), "heed-pages-"));
    const database = await openDatabase(`file:${folder}/heed.sqlite`, { mode: "upgrade" });
    onTestFinished(async () => {
      await database.close();
      await rm(folder, { recursive: true });
    });
    const app = supertest.agent(await worldApp(database));
    // A file is the same in each language, and so is a feed: it is asked for in one.
    const isOtherFile = (path: string) =>
      isPacked(path) ||
      /\/(?:exports\/|documents?[/?]).*lang=(?:fr|de|en)|^\/(?:fr|de|en)\/.*\.(?:ics|atom)/.test(path);
    const found = await crawl(app, ["/nl", "/fr", "/de", "/en"], (path) => !isOtherFile(path));
    const pages = [...found.values()].filter(({ path, status }) => isPage(path) && status === 200);
    expect([...found.values()].filter(({ status }) => status !== 200 && status !== 302)).toEqual([]);
    // Each language has the same pages: at least one for each recommendation, report, organization and theme.
    const inLanguage = (language: string) =>
      pages
        .filter(({ path }) => path.startsWith(`/${language}`))
        .map(({ path }) => path.slice(3))
        .sort();
    expect(inLanguage("nl").length).toBeGreaterThan(100);
    for (const language of ["fr", "de", "en"]) expect(inLanguage(language)).toEqual(inLanguage("nl"));
    for (const { path, body } of pages) {
      expect(Buffer.byteLength(body), path).toBeLessThan(path.length === 3 ? 60_000 : 150_000);
      expect(body, path).not.toMatch(/undefined|\[object|NaN|\{\w+\}/);
    }
    const faults: string[] = [];
    // The languages differ in their words: a page is looked at once where its elements are the same.
    const elements = ({ path, body }: { path: string; body: string }) =>
      path.slice(3) + body.match(/<\/?\w+/g)?.join("");
    const distinct = new Map(pages.map((page) => [elements(page), page]));
    expect(distinct.size).toBeLessThan(pages.length / 2);
    for (const { path, body } of distinct.values()) {
      const { results } = await htmlValidate.validateString(body);
      for (const { messages } of results)
        for (const { ruleId, message, selector } of messages)
          faults.push(`${path}: ${ruleId}: ${message} (${selector})`);
    }
    expect(faults.slice(0, 20)).toEqual([]);
  });
});
