import { readFile } from "node:fs/promises";
import type { DomainError } from "@heed/core";

/** The text of a file that holds a secret alone, without the line end. `fault` makes the error of what is wrong with it. */
export async function readSecretFile(path: string, fault: (detail: string) => DomainError): Promise<string> {
  const secret = await readFile(path, "utf8").catch((error: Error) => {
    throw fault(`cannot be read: ${error.message}`);
  });
  if (secret.trim() === "") throw fault(`${path} is empty`);
  return secret.trim();
}
