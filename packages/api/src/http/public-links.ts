import { basePath } from "../base-path.ts";

/** The properties that hold links of ours; a test holds them to the schemas. */
export const linkNames = ["href", "self", "next", "prev", "snapshot"];

/** Where an own link is reached from outside: behind a proxy under its address, else as it is. */
export type PublicLink = (link: string) => string;

const asItIs: PublicLink = (link) => link;

export function publicLinks(publicUrl: string | undefined): PublicLink {
  if (publicUrl === undefined) return asItIs;
  const before = publicUrl.replace(/\/+$/, "");
  return (link) => (link.startsWith(`${basePath}/`) ? before + link : link);
}

/** An answer as text, with its links as they are reached from outside. */
export function linkedText(body: unknown, link: PublicLink): string {
  if (link === asItIs) return JSON.stringify(body);
  return JSON.stringify(body, (name, value) =>
    typeof value === "string" && linkNames.includes(name) ? link(value) : value,
  );
}
