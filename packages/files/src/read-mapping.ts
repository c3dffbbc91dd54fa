import { createHash } from "node:crypto";
import { Mapping } from "@heed/core/mapping/mapping";
import { readYaml } from "./read-yaml.ts";

/** A mapping file, and the SHA-256 of its bytes. Throws invalidMapping with file, line and key of each fault. */
export async function readMapping(path: string): Promise<{ mapping: Mapping; digest: string }> {
  const { value, bytes } = await readYaml<Mapping>(path, Mapping, "invalidMapping");
  return { mapping: value, digest: createHash("sha256").update(bytes).digest("hex") };
}
