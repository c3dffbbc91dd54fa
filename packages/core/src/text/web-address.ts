import { z } from "zod";

const schemes = ["http", "https", "mailto", "urn"];
const begins = `must be an address that begins with ${schemes.slice(0, -1).join(":, ")}: or ${schemes.at(-1)}:`;

/** What comes before the path of a web address: a host in letters or numbers, or an IPv6 address, and a port. */
const host =
  /^(?:[\p{L}\p{N}\p{M}_~%!$&'()*+,;=.-]*[\p{L}\p{N}][\p{L}\p{N}\p{M}_~%!$&'()*+,;=.-]*|\[[0-9a-f:.]+\])(?::\d{0,5})?$/iu;

/**
 * The address of a document. Only these schemes are allowed, because others can run a program when somebody follows the
 * link. What no reader sees is refused, because a browser drops it or it shows another address; a user name would be a
 * secret, or look like the host.
 */
export const WebAddress = z
  .string()
  .min(1)
  .max(8192)
  .check((context) => {
    const problem = context.value === "" ? undefined : problemOf(context.value);
    if (problem !== undefined) context.issues.push({ code: "custom", input: context.value, message: problem });
  });

function problemOf(address: string): string | undefined {
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(address)) return "must have no control characters and no invisible ones";
  // Files of the field have spaces around an address and in its path: a browser takes both.
  const [, scheme = "", rest = ""] = /^\s*([a-z][a-z0-9+.-]*):(.+)$/i.exec(address) ?? [];
  if (!schemes.includes(scheme.toLowerCase())) return begins;
  if (!/^https?$/i.test(scheme)) return undefined;
  const [, authority] = /^\/\/([^/?#\\]*)/.exec(rest.trimEnd()) ?? [];
  // A browser ends the host at a backslash, other programs do not: the address would lead to two hosts.
  if (/^\/\/[^/?#]*\\/.test(rest)) return "must have no backslash in its host";
  if (authority?.includes("@")) return "must have no user name or password";
  if (authority === undefined || !host.test(authority)) return "must name a host after ://";
  return Number(/:(\d+)$/.exec(authority)?.[1] ?? 0) > 65_535 ? "must name a port up to 65535" : undefined;
}

/** What is wrong with an address; undefined when it can be followed. */
export function addressProblem(address: string): string | undefined {
  const parsed = WebAddress.safeParse(address);
  return parsed.success ? undefined : parsed.error.issues[0]?.message;
}
