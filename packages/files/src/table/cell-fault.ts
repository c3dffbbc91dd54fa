import type { CellFault } from "@heed/core/mapping/reading/read-value";
import { invalidCharacterIn } from "@heed/core/text/invalid-character";

/**
 * The cells of a row whose text cannot be used. A mapping that reads one of them rejects the row and names its column.
 */
export function faultsOf(cells: Iterable<readonly [name: string, text: string]>): Record<string, CellFault> {
  const faults: Record<string, CellFault> = {};
  for (const [name, text] of cells) {
    const detail = invalidCharacterIn(text);
    if (detail !== undefined) faults[name] = { value: "", detail: `the cell ${detail}` };
  }
  return faults;
}

/** The faults as a property of a row; no property when there are none. */
export function withFaults(faults: Record<string, CellFault>): { faults?: Record<string, CellFault> } {
  return Object.keys(faults).length > 0 ? { faults } : {};
}
