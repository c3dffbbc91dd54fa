import type { Id } from "@heed/core";

/** The form of the ids that Heed makes; those of files say something themselves, and are shown as they are. */
const made = /^[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const fewest = 8;
/** Those of version 7 that an import makes within a minute begin alike: they need more signs to differ. */
const fewestOfVersion7 = 23;

/** A text with short ids in place of whole ones. */
export function withShortIds(text: string): string {
  return text.replace(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, (id) => shortId(id));
}

/** The beginning of an id that tells it apart: from some others where it is looked up among them, else from all. */
export function shortId(id: Id, others?: readonly Id[]): string {
  const [, version] = made.exec(id) ?? [];
  if (version === undefined) return id;
  if (others === undefined) return id.slice(0, version === "7" ? fewestOfVersion7 : fewest);
  const rest = others.filter((each) => each !== id);
  let length = fewest;
  while (length < id.length && rest.some((each) => each.startsWith(id.slice(0, length)))) length++;
  // A hyphen at the end tells no more.
  return id.slice(0, length).replace(/-$/, "");
}
