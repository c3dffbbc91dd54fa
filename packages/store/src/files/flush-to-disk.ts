import { open } from "node:fs/promises";

/** What was written to a file, or which names a folder has, is on the disk afterwards. */
export async function flushToDisk(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
