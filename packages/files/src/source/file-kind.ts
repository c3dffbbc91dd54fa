import { open } from "node:fs/promises";
import { unreadable } from "./unreadable.ts";

/** `zip` is a workbook or document since Office 2007; `compound` is an older one, or one with a password. */
export type FileKind = "zip" | "compound" | "other";

const kinds: Readonly<Record<string, FileKind>> = { "504b0304": "zip", d0cf11e0: "compound" };

/** The kind of a file, by its first bytes. Throws unreadableFile when it cannot be opened. */
export async function fileKindOf(path: string): Promise<FileKind> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
      return kinds[buffer.toString("hex", 0, bytesRead)] ?? "other";
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(path, `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
