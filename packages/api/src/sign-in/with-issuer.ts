import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import { type Database, readUserOf } from "@heed/store";
import type { Identify } from "./identify.ts";
import { personOfJwt } from "./person-of-jwt.ts";
import type { SignInFile } from "./sign-in-file.ts";

type Own = { reads: TrackerReads; identify: Identify };

/** Finds the person of a token of the service or of the issuer. Errors: those of personOfJwt(). */
export async function withIssuer(file: SignInFile, database: Database, { reads, identify }: Own): Promise<Identify> {
  const ofIssuer = await personOfJwt(file, { reads, userOf: (identity) => readUserOf(database, identity) });
  // Only a JSON Web Token has parts that points divide.
  return (token, at) => (token.includes(".") ? ofIssuer(token, at) : identify(token, at));
}
