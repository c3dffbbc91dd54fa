import { isIP } from "node:net";
import { type Command, InvalidArgumentError, Option } from "commander";

/**
 * How the service is reached from outside: through proxies, at a public address, by pages of other origins; and on what terms its data
 * may be used.
 */
export type AccessOptions = {
  trustProxy?: string[];
  publicUrl?: string;
  allowOrigin?: string[];
  dataLicence?: string;
  contact?: string;
};

export function addAccessOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        "--trust-proxy <addresses>",
        "proxies whose X-Forwarded-For is trusted: addresses, networks, or loopback, linklocal, uniquelocal; separated by commas",
      )
        .env("HEED_TRUST_PROXY")
        .argParser((text) =>
          parts(text, isProxy, "an address, a network such as 10.0.0.0/8, loopback, linklocal or uniquelocal"),
        ),
    )
    .addOption(publicUrlOption())
    .addOption(
      new Option(
        "--allow-origin <origins>",
        "origins whose pages may read what is public, separated by commas; * is any",
      )
        .env("HEED_ALLOW_ORIGIN")
        .argParser((text) => parts(text, isOrigin, "* or an origin such as https://example.org")),
    )
    .addOption(
      new Option("--data-licence <address>", "the address of the licence under which the data may be used")
        .env("HEED_DATA_LICENCE")
        .argParser(dataLicence),
    )
    .addOption(
      new Option("--contact <address>", "where questions about the data go: an address of mail, or of a page")
        .env("HEED_CONTACT")
        .argParser(contact),
    );
}

export function publicUrlOption(): Option {
  return new Option("--public-url <address>", "the address from outside, with the prefix of a proxy")
    .env("HEED_PUBLIC_URL")
    .argParser(publicUrl);
}

function parts(text: string, isOne: (part: string) => boolean, what: string): string[] {
  const all = text.split(",").map((part) => part.trim());
  const wrong = all.find((part) => !isOne(part));
  if (wrong !== undefined) throw new InvalidArgumentError(`${JSON.stringify(wrong)} is not ${what}.`);
  return all;
}

function isProxy(text: string): boolean {
  if (["loopback", "linklocal", "uniquelocal"].includes(text)) return true;
  const [address = "", bits, ...more] = text.split("/");
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  // A network of every address would let each client choose its own address.
  return more.length === 0 && most > 0 && (bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= most));
}

function isOrigin(text: string): boolean {
  return text === "*" || (/^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text);
}

function publicUrl(text: string): string {
  if (/^https?:\/\/[^?#@\s]+$/.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError("It is not an address such as https://example.org/heed.");
}

function dataLicence(text: string): string {
  if (isPage(text)) return text;
  throw new InvalidArgumentError("It is not an address such as https://creativecommons.org/licenses/by/4.0/.");
}

function contact(text: string): string {
  if (isPage(text) || /^[^\s@:/?#%]+@[^\s@:/?#%]+\.[^\s@:/?#%]+$/.test(text)) return text;
  throw new InvalidArgumentError("It is not an address such as info@example.org or https://example.org/contact.");
}

function isPage(text: string): boolean {
  return /^https?:\/\/[^@\s"<>]+$/.test(text) && URL.canParse(text);
}

export function accessOf({ trustProxy, publicUrl, allowOrigin, dataLicence, contact }: AccessOptions) {
  return {
    ...(trustProxy && { trustedProxies: trustProxy }),
    ...(publicUrl && { publicUrl }),
    ...(allowOrigin && { allowedOrigins: allowOrigin }),
    ...((dataLicence ?? contact) && { terms: { licence: dataLicence, contact } }),
  };
}
