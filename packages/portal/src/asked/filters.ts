import { DomainError } from "@heed/core";
import { type NamedFilter, namedFilter, type WrittenFilter } from "@heed/core/naming/named-filter";
import type { Asked } from "./asked.ts";
import { FaultyAddress } from "./faulty-address.ts";

/** The ids that the filters of an address name. Errors: FaultyAddress, with each name that nothing has. */
export async function filterAsked(asked: Asked, written: WrittenFilter): Promise<NamedFilter> {
  const { reads, reader, say } = asked;
  try {
    return await namedFilter(reads, reader, written, { nameOf: (filter) => filter, hintOf: () => undefined });
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
