import { DomainError, type Id, type Instant } from "@heed/core";
import { searchableName } from "@heed/core/organization/organization";
import { tokenId, tokenPrefix } from "@heed/core/tokens/token-id";
import type { ApiToken, MadeToken } from "@heed/core/users/access-desk";
import type { User } from "@heed/core/users/user";
import type { AccessDesk } from "@heed/store";
import { listAt } from "./pages.ts";
import type { Service } from "./service.ts";

type ShownToken = Omit<ApiToken, "prefix" | "userId"> & { user?: { id: Id } };
type Made = { id: Id; token?: string };
type Change = Parameters<AccessDesk["changeUser"]>[1];

/** What is kept at a service; where a user is signed in is told by its database alone. */
export type KeptAccess = Omit<AccessDesk, "sessions">;

/** Users and all tokens at a service, for whoever has the token of an admin; own tokens for another user. */
export function remoteAccess(service: Service): KeptAccess {
  const changed = async <Body>(
    method: "post" | "patch",
    thing: string,
    { input, expectedVersion }: Change,
    to = thing,
  ) =>
    service.send<Body>(method, to, {
      body: input ?? {},
      version: (expectedVersion as number | undefined) ?? (await service.versionRead(thing)),
    });

  return {
    async users({ name }, paging) {
      if (name === undefined) return listAt<User>(service, "/users", {}, paging);
      // The service refuses a name that nobody has; here nobody is an answer.
      const keys = new Set(name.map(searchableName));
      const { items } = await listAt<User>(service, "/users", {}, {});
      return { items: items.filter((user) => keys.has(searchableName(user.name))) };
    },
    user: async (id) => (await service.read<User>(userAt(id)))?.body,
    addUser: (input) => service.send<User>("post", "/users", { body: input }),
    changeUser: (id, change) => changed("patch", userAt(id), change),
    endUser: (id, change) => changed("post", userAt(id), change, `${userAt(id)}/departures`),
    async signInLink(id, input) {
      const { address, expiresAt } = await service.send<{ address?: string; expiresAt: Instant }>(
        "post",
        `${userAt(id)}/signInLinks`,
        { body: input ?? {} },
      );
      const secret = address && new URL(address, service.address).searchParams.get("secret");
      return { ...(secret && { secret }), expiresAt };
    },
    endSessions: async (id) => (await service.send<{ sessions: number }>("post", `${userAt(id)}/signOuts`)).sessions,
    tokens: (filter, paging) => listAt(service, "/tokens", filter, paging, tokenOf),
    async token(prefix) {
      const found = await service.read<ShownToken>(tokenAt(prefix));
      return found && tokenOf(found.body);
    },
    createToken: async (input) => madeOf(await service.send<Made>("post", "/tokens", { body: input })),
    rotateToken: async (prefix, change) =>
      madeOf(await changed<Made>("post", await knownToken(service, prefix), change, `${tokenAt(prefix)}/rotations`)),
    revokeToken: async (prefix, change) => {
      await changed("post", await knownToken(service, prefix), change, `${tokenAt(prefix)}/revocations`);
    },
  };
}

function userAt(id: Id): string {
  return `/users/${encodeURIComponent(id)}`;
}

function tokenAt(prefix: string): string {
  return `/tokens/${encodeURIComponent(tokenId(prefix))}`;
}

/** The address of a token. Errors: notFound. */
async function knownToken({ read }: Service, prefix: string): Promise<string> {
  if ((await read(tokenAt(prefix))) !== undefined) return tokenAt(prefix);
  throw new DomainError("notFound", `no token in use begins with ${tokenId(prefix)}`);
}

function tokenOf({ id, user, ...token }: ShownToken): ApiToken {
  return { ...token, id: user?.id ?? id, prefix: tokenPrefix(id), ...(user && { userId: user.id }) };
}

function madeOf({ id, token }: Made): MadeToken {
  return { prefix: tokenPrefix(id), ...(token !== undefined && { token }) };
}
