import { hkdfSync } from "node:crypto";
import type { Instant } from "@heed/core";
import { EncryptJWT, jwtDecrypt } from "jose";
import * as oidc from "openid-client";
import type { SignInFile } from "./sign-in-file.ts";
import { SignInRefused } from "./sign-in-refused.ts";
import { isOfThisMachine } from "./this-machine.ts";
import type { Claims } from "./verified-claims.ts";

/** Where somebody goes on after signing in: in which language, and to which page. */
export type GoingOn = { language: string; to?: string | undefined };

/** Sends a browser to the issuer, and takes what the issuer sends back. */
export type IssuerClient = {
  /** The address at the issuer, and what the browser keeps meanwhile. Errors: SignInRefused. */
  begin: (goingOn: GoingOn, at: Instant) => Promise<{ address: string; kept: string }>;
  /** The claims of who signed in; `search` is what follows the path. Errors: SignInRefused. */
  finish: (search: string, kept: string | undefined, at: Instant) => Promise<{ claims: Claims } & GoingOn>;
};

/** How long signing in at the issuer may take, in milliseconds. */
export const signInTime = 10 * 60_000;

/** How many seconds an answer of the issuer is waited for. */
const maxWait = 5;

/**
 * The issuer's client, by the file: code flow with PKCE, state and nonce. What has to be known afterwards is kept by the browser,
 * encrypted, so that nobody else's browser can end what it began, and nothing is stored for who never comes back.
 */
export function issuerClient(
  { issuer, client, clockTolerance }: SignInFile & Required<Pick<SignInFile, "client">>,
  secret: string,
  redirectUri: string,
): IssuerClient {
  const configured = once(async () => {
    const options = isOfThisMachine(issuer) ? { execute: [oidc.allowInsecureRequests] } : {};
    const metadata = { [oidc.clockTolerance]: clockTolerance };
    const at = new URL(issuer);
    const found = await oidc.discovery(at, client.id, metadata, oidc.ClientSecretBasic(secret), {
      ...options,
      timeout: maxWait,
    });
    // The signature of what the issuer says is checked too, not only the connection that it came over.
    oidc.enableNonRepudiationChecks(found);
    return found;
  });
  const key = new Uint8Array(hkdfSync("sha256", secret, client.id, "heed sign-in", 32));
  const scope = [...new Set(["openid", ...client.scopes])].join(" ");
  return {
    begin: async ({ language, to }, at) => {
      const configuration = await configured().catch((error: unknown) => {
        throw refusalOf(error);
      });
      const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
      const address = oidc.buildAuthorizationUrl(configuration, {
        ...{ redirect_uri: redirectUri, scope, state, nonce, code_challenge_method: "S256" },
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      });
      const kept = await new EncryptJWT({ state, nonce, verifier, language, to })
        .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
        .setExpirationTime(Math.floor((Date.parse(at) + signInTime) / 1000))
        .encrypt(key);
      return { address: address.href, kept };
    },
    finish: async (search, kept, at) => {
      const held = kept && (await jwtDecrypt<Kept>(kept, key, { currentDate: new Date(at) }).catch(() => undefined));
      if (!held) throw new SignInRefused("notBegun");
      const { state, nonce, verifier, language, to } = held.payload;
      if (new URLSearchParams(search).get("state") !== state) throw new SignInRefused("notBegun");
      const current = new URL(redirectUri);
      current.search = search;
      try {
        const configuration = await configured();
        const tokens = await oidc.authorizationCodeGrant(configuration, current, {
          ...{ pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true },
        });
        const claims = tokens.claims();
        if (claims === undefined) throw new SignInRefused("issuerRefused");
        // Some issuers tell groups there alone.
        const told =
          configuration.serverMetadata().userinfo_endpoint === undefined
            ? {}
            : await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub);
        return { claims: { ...told, ...claims }, language, to };
      } catch (error) {
        throw Object.assign(refusalOf(error), { language });
      }
    },
  };
}

type Kept = { state: string; nonce: string; verifier: string } & GoingOn;

/** An issuer that answers, and says no, is told from one that does not answer. */
function refusalOf(error: unknown): SignInRefused {
  if (error instanceof SignInRefused) return error;
  const said =
    error instanceof oidc.ResponseBodyError ? (error.status < 500 ? error.error : undefined) : answered(error);
  return new SignInRefused(said === undefined ? "issuerSilent" : "issuerRefused", said ?? messageOf(error));
}

/** What an issuer answered that is no answer to take; undefined where it did not answer. */
function answered(error: unknown): string | undefined {
  if (error instanceof oidc.AuthorizationResponseError) return error.error;
  const { code } = error as { code?: unknown };
  const isSilent = code === "OAUTH_TIMEOUT" || code === "OAUTH_RESPONSE_IS_NOT_CONFORM" || typeof code !== "string";
  return isSilent ? undefined : messageOf(error);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Done when it is first needed; what failed is tried again the next time. */
function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let done: Promise<Result> | undefined;
  return () => {
    done ??= work().catch((error: unknown) => {
      done = undefined;
      throw error;
    });
    return done;
  };
}
