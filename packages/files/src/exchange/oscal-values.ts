import { v5 } from "uuid";

/** The version of the format in which plans are written. */
export const oscalVersion = "1.0.6";

/** Properties of our own carry this namespace, as OSCAL asks. */
const namespace = "urn:heed:oscal";
const uuidsOfHeed = "0b6f4c5e-5d0c-4f5e-9a47-3f1f6f1d2b10";

/** The identifier of a thing of the record: the same thing has the same one in every plan. */
export function uuidOf(kind: string, id: string): string {
  return v5(`${kind} ${id}`, uuidsOfHeed);
}

/** Text on one line without spaces around it; undefined where there is none, because OSCAL takes no empty text. */
export function lineOf(text: string | undefined): string | undefined {
  const line = text?.replace(/\s+/gu, " ").trim();
  return line === "" ? undefined : line;
}

export type Property = { name: string; ns: string; value: string };

/** Those that have a value. */
export function propertiesOf(values: Readonly<Record<string, string | number | boolean | undefined>>): {
  props?: Property[];
} {
  const props = Object.entries(values).flatMap(([name, value]) => {
    const line = lineOf(value === undefined ? undefined : String(value));
    return line === undefined ? [] : [{ name, ns: namespace, value: line }];
  });
  return props.length === 0 ? {} : { props };
}

/** A calendar day has no time: it is written as its beginning in universal time. */
export function momentOf(day: string): string {
  return `${day}T00:00:00Z`;
}

/** The list under a name, and nothing where it is empty: OSCAL takes no empty list. */
export function listed<Name extends string, Item>(
  name: Name,
  items: readonly Item[],
): { [N in Name]?: readonly Item[] } {
  return (items.length === 0 ? {} : { [name]: items }) as { [N in Name]?: readonly Item[] };
}
