import type { Request, Response } from "express";
import { isOfThisMachine } from "../sign-in/this-machine.ts";

/** Reads and writes the cookies of the pages. Nothing but signing in sets one. */
export type Cookies = {
  read: (request: Request, name: string) => string | undefined;
  set: (request: Request, response: Response, name: string, value: string, milliseconds?: number) => void;
  clear: (request: Request, response: Response, name: string) => void;
};

/**
 * Cookies that no script reads, that no other site's form sends, and that go over an encrypted connection alone. `__Host-` lets
 * no other host of the domain set one. A browser would not take them so from this machine itself over http, where they go without.
 */
export function cookiesOf(publicUrl: string | undefined): Cookies {
  const isPlain = (request: Request) => isOfThisMachine(publicUrl ?? `http://${request.headers.host}`);
  const nameOf = (request: Request, name: string) => (isPlain(request) ? name : `__Host-${name}`);
  const options = (request: Request) => ({
    ...({ httpOnly: true, sameSite: "lax", path: "/" } as const),
    secure: !isPlain(request),
  });
  return {
    read: (request, name) => valueIn(request.headers.cookie, nameOf(request, name)),
    set: (request, response, name, value, milliseconds) => {
      const limit = milliseconds === undefined ? {} : { maxAge: milliseconds };
      response.cookie(nameOf(request, name), value, { ...options(request), ...limit });
    },
    clear: (request, response, name) => void response.clearCookie(nameOf(request, name), options(request)),
  };
}

function valueIn(header: string | undefined, name: string): string | undefined {
  const parts = (header ?? "").split(";").map((part) => part.trim());
  const found = parts.find((part) => part.startsWith(`${name}=`));
  return found?.slice(name.length + 1) || undefined;
}
