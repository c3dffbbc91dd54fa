import { RecordFile } from "@heed/core";
import { HtmlValidate } from "html-validate";
import supertest from "supertest";
import { expect, test } from "vitest";
import { describeDatabase } from "../../../store/test/describe-database.ts";

import { readersApp } from "../world-app.ts";
import { crawl, isPage } from "./crawl.ts";

const markup = `"><script>alert(1)</script><img src=x onerror=alert(1)> ' & {name} %2e%2e`;
const long = "x".repeat(1000);

const record = RecordFile.parse({
  heed: "record/1",
  organizations: [
    { id: "centre", code: "centre", name: { en: `Centre ${markup}` } },
    { id: "ministry", code: "ministry", name: { en: `Ministry ${long}` }, otherNames: [{ name: `Old ${markup}` }] },
  ],
  reports: [
    {
      id: "report",
      reference: `R/1 ?a=b#c ${markup}`,
      issuingBody: "centre",
      reportingYear: 2013,
      publishedOn: "2014-01-15",
      title: { en: `Report ${markup}` },
      documents: [{ language: "en", url: `https://example.org/a?b="c'd<e>` }],
    },
  ],
  recommendations: [
    {
      id: "one",
      report: "report",
      reference: `1/2 ?x#y ${markup}`,
      title: { en: `Title ${markup}` },
      text: { en: `Text ${markup} ${long}` },
      themes: [`theme ${markup}`, `..`],
    },
    { id: "two", report: "report", reference: "..", text: { en: "Dots" } },
    { id: "three", report: "report", reference: "same", text: { en: "One of two" } },
    { id: "four", report: "report", reference: "same", text: { en: "The other" } },
  ],
  followUps: [
    {
      id: "fu",
      recommendation: "one",
      addressee: "ministry",
      nameAtIssue: `Named ${markup}`,
      entries: [
        {
          id: "e1",
          type: "response",
          position: "accepted",
          reason: `Reason ${markup} ${long}`,
          actor: `Actor ${markup}`,
          givenOn: "2014-03-01",
          recordedAt: "2014-03-01T09:00:00Z",
          source: { name: `Source ${markup}` },
        },
        {
          id: "e2",
          type: "commitment",
          description: `Promise ${markup}`,
          due: { on: "2014-12-31", precision: "year", wording: `by ${markup}` },
          givenOn: "2014-03-01",
          recordedAt: "2014-03-01T09:00:01Z",
        },
        {
          id: "e3",
          type: "evidence",
          evidence: [{ kind: "document", title: `File ${markup}`, url: `https://example.org/"onclick="alert(1)` }],
          givenOn: "2014-03-02",
          recordedAt: "2014-03-02T09:00:00Z",
        },
      ],
    },
    { id: "fu2", recommendation: "two", addressee: "ministry" },
    { id: "fu3", recommendation: "three", addressee: "ministry" },
    { id: "fu4", recommendation: "four", addressee: "ministry" },
  ],
});

/** So many pages and files lead from the front: a crawl that stops early would show nothing. */
const leastAddresses = 100;

describeDatabase("hostile texts", (open) => {
  test("are shown as they are, do nothing, and every thing keeps an address of its own", {
    timeout: 300_000,
  }, async () => {
    const { database } = await open(record);
    const app = supertest.agent(readersApp(database));
    const found = await crawl(
      app,
      ["/en", `/en/recommendations?q=${encodeURIComponent(markup)}`, `/en/overdue?theme=${encodeURIComponent(markup)}`],
      (path) => !/^\/(nl|fr|de)/.test(path),
    );
    expect(found.size).toBeGreaterThan(leastAddresses);
    expect([...found.values()].filter(({ status }) => status >= 500)).toEqual([]);
    const pages = [...found.values()].filter(({ path }) => isPage(path));
    const broken = pages.filter(
      ({ status, path }) => status !== 200 && status !== 302 && !path.includes("/overdue?theme=%22"),
    );
    expect(broken.map(({ path, from, status }) => ({ path, from, status }))).toEqual([]);
    const valid = new HtmlValidate({
      rules: { "close-order": "error", "no-dup-id": "error" },
    });
    for (const { path, body } of pages) {
      expect(body, path).not.toMatch(/<script|<img|<[^>]* on\w+=|javascript:/i);
      expect(
        (await valid.validateString(body)).results.flatMap(({ messages }) =>
          messages.map(
            ({ message, line, column }) =>
              `${message} ${body.split("\n")[line - 1]?.slice(column - 100, column + 100)}`,
          ),
        ),
        path,
      ).toEqual([]);
    }
    const all = pages.map(({ body }) => body).join("");
    for (const text of ["Title", "Text", "Reason", "Named", "Actor", "Source", "Promise", "File", "Old", "Centre"])
      expect(all, text).toContain(`${text} &quot;>&lt;script>`);
    for (const text of ["Dots", "One of two", "The other"]) expect(all, text).toContain(text);
  });
});
