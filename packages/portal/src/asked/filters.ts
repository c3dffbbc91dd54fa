import { DomainError } from "@heed/core";
import {
  type NamedFilter,
  type NamedItemFilter,
  namedFilter,
  namedItemFilter,
  type WrittenFilter,
  type WrittenItemFilter,
} from "@heed/core/naming/named-filter";
import type { Asked } from "./asked.ts";
import { FaultyAddress } from "./faulty-address.ts";

/** The ids that the filters of an address name. Errors: FaultyAddress, with each name that nothing has. */
export function filterAsked(asked: Asked, written: WrittenFilter): Promise<NamedFilter> {
  return named(asked, namedFilter(asked.reads, asked.reader, written, surface));
}

/** As filterAsked(), for what is collected. */
export function itemFilterAsked(asked: Asked, written: WrittenItemFilter): Promise<NamedItemFilter> {
  return named(asked, namedItemFilter(asked.reads, asked.reader, written, surface));
}

const surface = { nameOf: (filter: string) => filter, hintOf: () => undefined };

async function named<Filter>({ say }: Asked, filter: Promise<Filter>): Promise<Filter> {
  try {
    return await filter;
  } catch (error) {
    if (!(error instanceof DomainError) || (error.code !== "unknownValue" && error.code !== "ambiguousReference"))
      throw error;
    throw new FaultyAddress(
      error.issues.map(({ name = "", value = "" }) =>
        say.message(name === "q" ? "error.400.words" : "error.400.name", { name, value }),
      ),
    );
  }
}
