import { Command } from "commander";
import { expect, test } from "vitest";
import { accessOf, addAccessOptions } from "../src/options/access-options.ts";
import { freshDatabase, runKept } from "./heed.ts";

/** How the service is reached with these arguments; throws the message of commander. */
function settingsOf(...args: string[]) {
  const command = addAccessOptions(new Command())
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
  return accessOf(command.parse(args, { from: "user" }).opts());
}

test.each([
  ["--trust-proxy", "10.0.0.0/33"],
  ["--trust-proxy", "0.0.0.0/0"],
  ["--trust-proxy", "::/0"],
  ["--trust-proxy", "10.0.0.0/8,proxy.example"],
  ["--trust-proxy", "10.0.0.0/8/9"],
  ["--trust-proxy", "true"],
  ["--trust-proxy", ""],
  ["--public-url", "example.org/heed"],
  ["--public-url", "https://example.org/heed?a=b"],
  ["--public-url", "https://example.org/heed#a"],
  ["--public-url", "https://user:word@example.org"],
  ["--public-url", "https://exa mple.org"],
  ["--public-url", "ftp://example.org"],
  ["--public-url", ""],
  ["--allow-origin", "https://example.org/"],
  ["--allow-origin", "https://example.org,example.com"],
  ["--allow-origin", "null"],
  ["--allow-origin", ""],
  ["--data-licence", "CC BY 4.0"],
  ["--data-licence", "javascript:alert(1)"],
  ["--contact", "the Centre"],
  ["--contact", "javascript:alert@example.org"],
  ["--contact", "a@example.org?bcc=b@example.org"],
])("%s is not %j", (option, value) => {
  expect(() => settingsOf(`${option}=${value}`)).toThrow(option);
});

test("how a service is reached can be said in full", () => {
  expect(
    settingsOf(
      "--trust-proxy=loopback, 10.0.0.0/8,2001:db8::1,2001:db8::/32",
      "--public-url=https://example.org/heed/",
      "--allow-origin=https://example.org,http://localhost:8080",
      "--data-licence=https://creativecommons.org/licenses/by/4.0/",
      "--contact=info@example.org",
    ),
  ).toEqual({
    trustedProxies: ["loopback", "10.0.0.0/8", "2001:db8::1", "2001:db8::/32"],
    publicUrl: "https://example.org/heed/",
    allowedOrigins: ["https://example.org", "http://localhost:8080"],
    terms: { licence: "https://creativecommons.org/licenses/by/4.0/", contact: "info@example.org" },
  });
  expect(settingsOf()).toEqual({});
});

test("a service does not start with a setting of the environment that cannot be read", async () => {
  const { url } = await freshDatabase();
  for (const [variable, value, option] of [
    ["HEED_TRUST_PROXY", "10.0.0.0/33", "--trust-proxy"],
    ["HEED_PUBLIC_URL", "example.org", "--public-url"],
    ["HEED_ALLOW_ORIGIN", "example.org", "--allow-origin"],
    ["HEED_RATE_LIMIT", "many", "--rate-limit"],
    ["HEED_LOG_LEVEL", "loud", "--log-level"],
    ["HEED_PORT", "70000", "--port"],
    ["HEED_PORT", "abc", "--port"],
    ["HEED_HOST", "300.1.1.1", "--host"],
    ["HEED_HOST", "", "--host"],
    ["HEED_WRITE_WAIT", "soon", "--write-wait"],
    ["HEED_STATEMENT_TIMEOUT", "-1", "--statement-timeout"],
    ["HEED_READ_CONNECTIONS", "0", "--read-connections"],
    ["HEED_WRITE_CONNECTIONS", "x", "--write-connections"],
  ] as const) {
    const free = variable === "HEED_PORT" ? [] : ["--port", "0"];
    const { code, stderr } = await runKept(["serve", "--create", ...free], url, "", { [variable]: value });
    expect(code, stderr).toBe(2);
    expect(stderr).toContain(option);
    expect(stderr).toContain(variable);
    expect(stderr).not.toContain("    at ");
    expect(stderr).not.toContain("unexpected failure");
    if (option === "--port") expect(stderr).toContain("65535");
  }
});

test("commands name a setting of the environment that cannot be read", async () => {
  const { url } = await freshDatabase();
  for (const [variable, value] of [
    ["HEED_WRITE_WAIT", "soon"],
    ["HEED_WRITE_WAIT", " "],
    ["HEED_DATABASE", "mysql://localhost/heed"],
    ["HEED_DATABASE", "file:"],
    ["HEED_DATABASE", "file:%E0%A4%A"],
    ["HEED_DATABASE", "postgresql://[::1"],
  ] as const) {
    const { code, stderr } = await runKept(["database", "upgrade"], url, "", { [variable]: value });
    expect(code, `${variable}=${value}: ${stderr}`).toBe(2);
    expect(stderr).toMatch(variable === "HEED_DATABASE" ? /database/i : /HEED_WRITE_WAIT/);
  }
});
