import { expect, test } from "vitest";
import { WebAddress } from "../../src/text/web-address.ts";

test.each([
  "https://example.org",
  "http://example.org:8080/a?b=c#d",
  "HTTPS://EXAMPLE.ORG/",
  "https://économie.example.be/a%20b",
  " https://example.org/a b ",
  "https://192.0.2.1/",
  "https://[2001:db8::1]/x",
  "https://localhost/a@b",
  "https://example.org:65535/",
  "https://example.org:/",
  "mailto:office@example.org",
  "urn:isbn:9780306406157",
])("%s can be followed", (address) => {
  expect(WebAddress.safeParse(address).success).toBe(true);
});

test.each([
  "",
  "http://",
  "https:",
  "https:///path",
  "https://?q",
  "http://:80/",
  "http://...",
  "http://a b",
  "https://exa mple.org/a",
  "https://user:pw@example.org/",
  "https://user@example.org",
  "https://x/\u202e",
  "https://x/\u200b",
  "https://x/\u0007",
  "javascript:alert(1)",
  "https://example.org:65536/",
  "https://[::1]:99999/",
  "https:example.org",
  "https://example.org\\@other.example/",
  "https://example.org\\.other.example",
])("%j cannot", (address) => {
  expect(WebAddress.safeParse(address).error?.issues).toHaveLength(1);
});
