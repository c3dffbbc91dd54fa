import { SaxesParser } from "saxes";
import { unreadable } from "../source/unreadable.ts";
import type { OfficeArchive } from "./office-archive.ts";

/** Handlers for what is met in a part, by local names, because programs choose different prefixes. */
export type XmlEvents = {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/**
 * Reads a part and calls the handlers. Yields after each piece, with the share of the part that was read (in bytes), so
 * that the caller can take what was gathered and a large part is never in memory as a whole. Throws unreadableFile.
 */
export async function* readXml(archive: OfficeArchive, part: string, events: XmlEvents): AsyncGenerator<number> {
  const parser = new SaxesParser();
  const { open, text, close } = events;
  if (open) parser.on("opentag", ({ name, attributes }) => open(localName(name), attributes));
  if (close) parser.on("closetag", ({ name }) => close(localName(name)));
  if (text) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let bytes = 0;
  for await (const chunk of archive.read(part)) {
    within(archive, part, () => parser.write(decoder.decode(chunk, { stream: true })));
    bytes += chunk.length;
    yield bytes;
  }
  within(archive, part, () => parser.write(decoder.decode()).close());
  yield bytes;
}

/** Reads a small part as a whole. */
export async function readWholeXml(archive: OfficeArchive, part: string, events: XmlEvents): Promise<void> {
  for await (const _ of readXml(archive, part, events));
}

export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** An attribute by its local name, such as `id` for `r:id`. */
export function attribute(attributes: Readonly<Record<string, string>>, local: string): string | undefined {
  return Object.entries(attributes).find(([name]) => localName(name) === local)?.[1];
}

function within(archive: OfficeArchive, part: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof Error && error.name === "DomainError") throw error;
    const why =
      error instanceof Error ? error.message.replace(/^(\d+):(\d+): /, "line $1, column $2: ") : String(error);
    throw unreadable(archive.path, `is damaged: its part ${part} is no XML (${why})`);
  }
}
