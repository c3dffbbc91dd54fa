import fc from "fast-check";
import { expect, test } from "vitest";
import { pageWithin } from "../src/address/page-within.ts";

test.each([
  "/nl",
  "/fr/overdue?days=overAYear&page=2",
  "/de/desk",
  "/en/recommendations/2011/2011-03",
  "/en/reports/A%2FHRC%2F48",
  "/en?asOf=2015-06-30",
])("%s is a page", (path) => {
  expect(pageWithin(path)).toBe(path);
});

test.each([
  "",
  "nl",
  "https://evil.example",
  "https:/nl",
  "https:nl",
  "javascript:alert(1)",
  "//evil.example",
  "//evil.example/nl",
  "///evil.example/nl",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example/nl",
  "\u0000/nl",
  "/nl\r\nSet-Cookie: heed=x",
  "/nl\u2028",
  "/%2f%2fevil.example",
  "%2f%2fevil.example",
  "/nl/..//evil.example",
  "/nl/../..//evil.example/nl",
  "/nl/%2e%2e//evil.example",
  "/nl/..\\/evil.example",
  "/nl@evil.example",
  "/it/overdue",
  "/recommendationFollowUp/v1/overdue",
  "/nl/../recommendationFollowUp/v1/overdue",
  "/nl/sign-out",
  "/nl/sign-in/issuer",
  "/nl/signed-out",
  `/nl/${"x".repeat(3000)}`,
])("%j is none", (text) => {
  expect(pageWithin(text)).toBeUndefined();
});

test("whatever is written, a browser that follows it stays at the service, on a page", () => {
  const part = fc.constantFrom(
    "/",
    "\\",
    "//",
    "nl",
    "..",
    ".",
    "%2f",
    "%5c",
    "%2e",
    "@",
    ":",
    "https:",
    "evil.example",
    "?",
    "#",
    "\t",
    " ",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
      const found = pageWithin(`/nl${parts.join("")}`);
      if (found === undefined) return;
      const led = new URL(found, "https://heed.example");
      expect(led.origin).toBe("https://heed.example");
      expect(led.pathname).toMatch(/^\/nl(\/|$)/);
    }),
    { numRuns: 2000 },
  );
});
