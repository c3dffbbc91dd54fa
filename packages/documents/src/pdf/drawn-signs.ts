import { codeOf } from "@heed/core/text/harmless-text";
import type { Drawn } from "./printed-document.ts";

/** Formats of the table of signs of a font that name every sign; see the OpenType specification, "cmap". */
const segments = 12;

/**
 * Writes each sign that one of the fonts lacks by its code point, such as "[U+4E2D]": a PDF that is accessible may not have a sign
 * that is not drawn, and a text of the record with one would leave the whole document unwritten.
 */
export function drawnBy(fonts: readonly Uint8Array[]): Drawn {
  const ranges = fonts.map(rangesOf);
  const isDrawn = (sign: number) => ranges.every((each) => each.some(([from, to]) => from <= sign && sign <= to));
  const known = new Map<string, string>();
  const shown = (sign: string) => (isDrawn(sign.codePointAt(0) as number) ? sign : `[${codeOf(sign)}]`);
  return (text) =>
    text.normalize("NFC").replace(/[^\n\t -~]/gu, (sign) => {
      const found = known.get(sign) ?? shown(sign);
      known.set(sign, found);
      return found;
    });
}

function rangesOf(font: Uint8Array): [number, number][] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableAt(view, "cmap");
  const count = view.getUint16(cmap + 2);
  for (let index = 0; index < count; index++) {
    const table = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    if (view.getUint16(table) !== segments) continue;
    const groups = view.getUint32(table + 12);
    return Array.from({ length: groups }, (_, group) => {
      const place = table + 16 + group * 12;
      return [view.getUint32(place), view.getUint32(place + 4)];
    });
  }
  throw new Error(`a font has no list of its signs in format ${segments}`);
}

function tableAt(view: DataView, name: string): number {
  const count = view.getUint16(4);
  for (let index = 0; index < count; index++) {
    const place = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(place + byte)));
    if (tag === name) return view.getUint32(place + 8);
  }
  throw new Error(`a font has no table ${name}`);
}
