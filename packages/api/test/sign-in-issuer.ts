import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair } from "jose";
import Provider from "oidc-provider";

export const issuerClient = { client_id: "heed", client_secret: "a secret of the test" };

/** Who somebody is at the issuer: a subject, and what it tells of that person. */
export type Account = { sub: string; name: string; groups: string[] };

/** A real issuer, at which `account` signs in without being asked anything; null is refused there. */
export async function startIssuer(redirectUri: string) {
  const server = createServer();
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const state = { account: null as Account | null, isUp: true };
  const accounts = new Map<string, Account>();
  const provider = new Provider(address, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: "one", alg: "RS256", use: "sig" }] },
    clients: [{ ...issuerClient, redirect_uris: [redirectUri] }],
    cookies: { keys: ["of the test"] },
    claims: { openid: ["sub"], profile: ["name"], groups: ["groups"] },
    scopes: ["openid", "profile", "groups"],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ ...accounts.get(id), sub: id }) }),
    async loadExistingGrant({ oidc }) {
      const { clientId } = oidc.client ?? {};
      const { accountId } = oidc.session ?? {};
      if (clientId === undefined || accountId === undefined) return undefined;
      const grant = new oidc.provider.Grant({ clientId, accountId });
      grant.addOIDCScope("openid profile groups");
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on("request", async (request, response) => {
    if (!state.isUp) return void response.destroy();
    if (!request.url?.startsWith("/interaction/")) return answer(request, response);
    const { account } = state;
    if (account !== null) accounts.set(account.sub, account);
    const result =
      account === null ? { error: "access_denied" } : { login: { accountId: account.sub, remember: false } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  });
  return { address, state, close: () => server.close() };
}
