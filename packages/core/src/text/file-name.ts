import { ReadableName } from "./bounded-text.ts";

const maxBytes = 200;

/** What Windows opens as a device, whatever the ending. */
const device = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])\s*(?:\.|$)/i;

/**
 * The name of a file without a folder, which every system can write: where a name could lead elsewhere, or show another ending
 * than it has, it is refused rather than changed.
 */
export const FileName = ReadableName.superRefine((name, context) => {
  const problem = problemOf(name);
  if (problem !== undefined) context.addIssue({ code: "custom", message: problem });
});

function problemOf(name: string): string | undefined {
  if (/[/\\]/.test(name)) return "must be the name of a file, without a folder";
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name)) return "must have no control characters and no invisible ones";
  if (/[<>:"|?*]/.test(name)) return 'must have none of < > : " | ? *, which not every system can write';
  if (/^[.\s]|[.\s]$/.test(name)) return "must not begin or end with a dot or a space";
  if (device.test(name)) return "must not be the name of a device, such as CON: not every system can write it";
  if (utf8Length(name) > maxBytes) return `must be no longer than ${maxBytes} bytes`;
  return undefined;
}

function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return length;
}
