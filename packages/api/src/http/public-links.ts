import { basePath } from "../contract/base-path.ts";

/** The properties that hold links to this service; a test compares them with the schemas. */
export const linkNames = ["href", "self", "next", "prev", "snapshot", "overdue"];

/** Turns a link of this service into the one that is used from outside: under the public address when there is one. */
export type PublicLink = (link: string) => string;

const asItIs: PublicLink = (link) => link;

export function publicLinks(publicUrl: string | undefined): PublicLink {
  if (publicUrl === undefined) return asItIs;
  const before = publicUrl.replace(/\/+$/, "");
  return (link) => (link.startsWith(`${basePath}/`) ? before + link : link);
}

/** An answer as JSON text, with its links as they are used from outside. */
export function textWithPublicLinks(body: unknown, link: PublicLink): string {
  if (link === asItIs) return JSON.stringify(body);
  return JSON.stringify(body, (name, value) =>
    typeof value === "string" && linkNames.includes(name) ? link(value) : value,
  );
}
