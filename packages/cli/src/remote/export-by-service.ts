import { DomainError } from "@heed/core";
import type { RecordItem } from "@heed/store";
import type { Service } from "./service.ts";

/** The record as a service gives it, in pieces; `linked` as linked data. Errors: databaseUnreachable, also where the answer was cut off. */
export async function* exportedBy(service: Service, linked = false): AsyncGenerator<Uint8Array> {
  const bytes = await service.open(linked ? "/exports/linkedRecord" : "/exports/record");
  if (bytes === undefined)
    throw new DomainError("databaseUnreachable", `the service at ${service.address} gives no record`);
  try {
    yield* bytes;
  } catch {
    throw new DomainError("databaseUnreachable", `the service at ${service.address} broke off in the middle`);
  }
}

/** Its items, for a table; the whole record is in memory. */
export async function* itemsOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<RecordItem> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  const lists = Object.entries(JSON.parse(Buffer.concat(all).toString()) as Record<string, unknown>);
  for (const [list, items] of lists)
    if (Array.isArray(items)) for (const item of items) yield { list, item } as RecordItem;
}
