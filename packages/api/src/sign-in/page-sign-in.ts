import type { Day, Id, Instant, Person } from "@heed/core";
import {
  type Database,
  endSession,
  endSessionsOf,
  personOfSession,
  personSigningIn,
  readSignInLink,
  readUserOf,
  type SessionLimits,
  type SignInLink,
  sessionsOf,
  signInByLink,
  startSession,
  trackerReads,
  usualSessionLimits,
} from "@heed/store";
import { type GoingOn, type IssuerClient, issuerClient } from "./issuer-client.ts";
import { personOfClaims } from "./person-of-claims.ts";
import type { SignInFile } from "./sign-in-file.ts";
import { SignInRefused } from "./sign-in-refused.ts";

/** A session that began: its secret, and who has it. */
export type Begun = { session: string } & Partial<GoingOn>;

/** Who is signed in on the pages, and how people get in and out. `today` is the day of the request. */
export type PageSignIn = {
  personOf: (secret: string, at: Instant, today: Day) => Promise<Person | undefined>;
  /** The name of who signs in by a link; looking does not use it up. Errors: SignInRefused. */
  nameOnLink: (secret: string, at: Instant, today: Day) => Promise<string>;
  /** Errors: SignInRefused. */
  byLink: (secret: string, at: Instant, today: Day) => Promise<Begun>;
  /** Absent where there is no issuer. */
  issuer?: {
    begin: IssuerClient["begin"];
    /** Errors: SignInRefused. */
    finish: (search: string, kept: string | undefined, at: Instant, today: Day) => Promise<Begun>;
  };
  sessions: (person: Id, at: Instant) => Promise<number>;
  end: (secret: string) => Promise<void>;
  endAll: (person: Id) => Promise<void>;
};

export type PageSignInOptions = {
  limits?: Partial<SessionLimits> | undefined;
  /** The issuer, with the secret of the client and the address from outside; without a `client` in the file only links sign in. */
  file?: SignInFile | undefined;
  clientSecret?: string | undefined;
  publicUrl?: string | undefined;
};

/** Where the issuer sends browsers back to: one address for all languages, because it is registered there. */
export const callbackPath = "/sign-in/callback";

/** Errors: those of personOfClaims(). */
export async function pageSignIn(
  database: Database,
  { limits: given, file, clientSecret, publicUrl }: PageSignInOptions = {},
): Promise<PageSignIn> {
  const limits = { ...usualSessionLimits, ...given };
  const issuer =
    file?.client === undefined || clientSecret === undefined || publicUrl === undefined
      ? undefined
      : await atIssuer(database, limits, { ...file, client: file.client }, clientSecret, publicUrl);
  return {
    personOf: (secret, at, today) => personOfSession(database, secret, limits, at, today),
    nameOnLink: async (secret, at, today) => {
      const link = await readSignInLink(database, secret, at, today);
      return link.state === "usable" ? link.user.name : refuse(link);
    },
    byLink: async (secret, at, today) => {
      const done = await signInByLink(database, secret, limits, at, today);
      return "session" in done ? done : refuse(done);
    },
    ...(issuer && { issuer }),
    sessions: async (person, at) => (await sessionsOf(database, person, at)).length,
    end: (secret) => endSession(database, secret),
    endAll: async (person) => void (await endSessionsOf(database, person)),
  };
}

const reasons = { unknown: "linkUnknown", used: "linkUsed", expired: "linkExpired", noRole: "noRole" } as const;

function refuse(link: Exclude<SignInLink, { state: "usable" }>): never {
  throw new SignInRefused(reasons[link.state], link.state, link.state === "noRole" ? link.name : undefined);
}

async function atIssuer(
  database: Database,
  limits: SessionLimits,
  file: SignInFile & Required<Pick<SignInFile, "client">>,
  clientSecret: string,
  publicUrl: string,
): Promise<PageSignIn["issuer"]> {
  const client = issuerClient(file, clientSecret, `${publicUrl.replace(/\/+$/, "")}${callbackPath}`);
  const whoHas = await personOfClaims(file, {
    reads: trackerReads(database),
    userOf: (identity) => readUserOf(database, identity),
  });
  return {
    begin: client.begin,
    finish: async (search, kept, at, today) => {
      const { claims, ...goingOn } = await client.finish(search, kept, at);
      const refused = (...why: ConstructorParameters<typeof SignInRefused>) =>
        Object.assign(new SignInRefused(...why), { language: goingOn.language });
      const who = await whoHas(claims);
      if (who === undefined) throw refused("issuerRefused", "the claims make no name");
      const { id, name, user, claimed } = who;
      if (personSigningIn(who, user, today) === undefined) throw refused("noRole", "holds no role", name);
      const signingIn = { id, name, ...(user && { userId: user.id }), claimed };
      return { session: await startSession(database, signingIn, limits, at), ...goingOn };
    },
  };
}
