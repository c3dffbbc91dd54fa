import { DomainError } from "@heed/core";
import type { FilesAt } from "@heed/store";
import { readSecretFile } from "./secret-file.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where files of evidence are kept, as the user names it: a folder, or `s3://bucket/prefix` with an object store that the environment
 * names. Undefined for the usual place of the database. Errors: invalidInput where something of the object store is not given.
 */
export async function readFilesAt(named: string | undefined, environment: Environment): Promise<FilesAt | undefined> {
  if (named === undefined || !named.startsWith("s3:")) return named;
  const [, bucket, prefix = ""] = /^s3:\/\/([a-z0-9][a-z0-9.-]*)(?:\/((?:[\w.-]+\/)*[\w.-]+)?\/?)?$/.exec(named) ?? [];
  if (bucket === undefined) throw needs("--files (HEED_FILES)", `${named} is not s3://BUCKET or s3://BUCKET/PREFIX`);
  return {
    ...{ bucket, prefix: prefix && `${prefix}/` },
    endpoint: endpointIn(environment),
    region: environment.HEED_FILES_REGION || "us-east-1",
    keyId: environment.HEED_FILES_KEY || absent("HEED_FILES_KEY"),
    secret: readSecretFile(environment.HEED_FILES_SECRET_FILE || absent("HEED_FILES_SECRET_FILE"), (detail) =>
      needs("HEED_FILES_SECRET_FILE", detail),
    ),
  };
}

/** From elsewhere than this machine over https alone: what is sent without it anybody on the way can read. */
function endpointIn({ HEED_FILES_ENDPOINT: named }: Environment): string {
  const endpoint = named || absent("HEED_FILES_ENDPOINT");
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  const isHere = url?.protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (url === undefined || !(url.protocol === "https:" || isHere) || url.username !== "" || url.search !== "")
    throw needs("HEED_FILES_ENDPOINT", "is not an address such as https://s3.example.org");
  return endpoint;
}

function absent(name: string): never {
  throw needs(name, "is not given");
}

function needs(name: string, detail: string): DomainError {
  return new DomainError("invalidInput", "the object store of the files cannot be used", [{ name, detail }]);
}
