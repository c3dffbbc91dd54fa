import { readFileSync } from "node:fs";
import type { DomainError } from "@heed/core";

/** The text of a file that holds a secret alone, without the line end. `fault` makes the error of what is wrong with it. */
export function readSecretFile(path: string, fault: (detail: string) => DomainError): string {
  const secret = textOf(path, fault).trim();
  if (secret === "") throw fault(`${path} is empty`);
  return secret;
}

function textOf(path: string, fault: (detail: string) => DomainError): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw fault(`cannot be read: ${(error as Error).message}`);
  }
}
