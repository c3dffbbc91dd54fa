import { z } from "zod";

const schemes = ["http", "https", "mailto", "urn"];

/**
 * The address of a document. Only these schemes are allowed, because others can run a program when somebody follows the
 * link. Control characters are refused, because a browser drops tabs and line breaks from an address.
 */
export const WebAddress = z
  .string()
  .min(1)
  .max(8192)
  .refine((address) => !/[\p{Cc}\u2028\u2029]/u.test(address), "must have no control characters")
  .refine(
    (address) => schemes.includes(/^\s*([a-z][a-z0-9+.-]*):\S/i.exec(address)?.[1]?.toLowerCase() ?? ""),
    `must be an address that begins with ${schemes.slice(0, -1).join(":, ")}: or ${schemes.at(-1)}:`,
  );

/** What is wrong with an address; undefined when it can be followed. */
export function addressProblem(address: string): string | undefined {
  const parsed = WebAddress.safeParse(address);
  return parsed.success ? undefined : parsed.error.issues[0]?.message;
}
