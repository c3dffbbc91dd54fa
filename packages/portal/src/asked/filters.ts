import { DomainError } from "@heed/core";
import {
  filterKinds,
  itemFilterKinds,
  meantNames,
  type NamedFilter,
  type NamedItemFilter,
  namedFilter,
  namedItemFilter,
  type WrittenFilter,
  type WrittenItemFilter,
} from "@heed/core/naming/named-filter";
import type { NameKind } from "@heed/core/read-models/tracker-store";
import type { Asked } from "./asked.ts";
import { FaultyAddress } from "./faulty-address.ts";
import { insteadOf } from "./instead.ts";

/** The ids that the filters of an address name. Errors: FaultyAddress, with each name that nothing has. */
export function filterAsked(asked: Asked, written: WrittenFilter): Promise<NamedFilter> {
  return named(asked, filterKinds, namedFilter(asked.reads, asked.reader, written, surface));
}

/** As filterAsked(), for what is collected. */
export function itemFilterAsked(asked: Asked, written: WrittenItemFilter): Promise<NamedItemFilter> {
  return named(asked, itemFilterKinds, namedItemFilter(asked.reads, asked.reader, written, surface));
}

const surface = { nameOf: (filter: string) => filter, hintOf: () => undefined };

async function named<Filter>(
  asked: Asked,
  kinds: Partial<Record<string, NameKind>>,
  filter: Promise<Filter>,
): Promise<Filter> {
  const { say, reads, reader } = asked;
  try {
    return await filter;
  } catch (error) {
    if (!(error instanceof DomainError) || (error.code !== "unknownValue" && error.code !== "ambiguousReference"))
      throw error;
    throw new FaultyAddress(
      await Promise.all(
        error.issues.map(async ({ name = "", value = "" }) => {
          const kind = kinds[name];
          const near = kind === undefined ? [] : await meantNames(reads, reader, kind, value);
          return {
            text: say.message(name === "q" ? "error.400.words" : "error.400.name", { name, value }),
            instead: insteadOf(asked, name, value, near),
          };
        }),
      ),
    );
  }
}
