import { isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";

/** Names of an encoding of one byte a sign that files are read as by mistake. */
const usual = "windows-1252";

/** What UTF-8 is, where it was read as another encoding: letters with signs of the West, and the signs of printed text. */
const plausible = /^[\t\n\r -~\u00a0-\u017f\u2010-\u203a\u20ac\u2122]*$/u;

/**
 * How a text reads when its signs are taken as the bytes of UTF-8, where it is such a text as a whole: "prévu" for "prÃ©vu".
 * `encoding`: the one that the file was read as, where one is named; a text may also have been spoiled before it was saved.
 */
export function ungarbling(encoding: string | undefined): (text: string) => string | undefined {
  const tables = [...new Set([encoding ?? usual, usual])].map((each) => {
    const bytes = bytesOf(each);
    return { bytes, begins: beginning(bytes) };
  });
  return (text) => {
    for (const { bytes, begins } of tables) {
      if (!begins.test(text)) continue;
      const given = Array.from(text, (sign) => bytes.get(sign) ?? -1);
      if (given.includes(-1) || !isUtf8(Buffer.from(given))) continue;
      const meant = Buffer.from(given).toString("utf8");
      if (plausible.test(meant)) return meant;
    }
    return undefined;
  };
}

/** What such a text begins with: its first sign beyond ASCII leads a sign of UTF-8. Most texts are passed over by this alone. */
function beginning(bytes: ReadonlyMap<string, number>): RegExp {
  const between = (from: number, to: number) =>
    [...bytes]
      .filter(([, byte]) => byte >= from && byte <= to)
      .map(([sign]) => `\\u{${sign.codePointAt(0)?.toString(16)}}`)
      .join("");
  return new RegExp(`^[\\0-\\x7f]*[${between(0xc2, 0xf4)}][${between(0x80, 0xbf)}]`, "u");
}

/** The byte of each sign; none for an encoding that has signs of several bytes, in which such texts may be meant. */
function bytesOf(encoding: string): ReadonlyMap<string, number> {
  const decoder = new TextDecoder(encoding);
  const signs = Array.from({ length: 256 }, (_, byte) => decoder.decode(Uint8Array.of(byte)));
  return new Map(signs.flatMap((sign, byte) => (sign.length === 1 && sign !== "\ufffd" ? [[sign, byte]] : [])));
}
