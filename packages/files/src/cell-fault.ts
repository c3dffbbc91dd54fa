import { type CellFault, noTextIn } from "@heed/core";

/** Those cells of a row that hold what no text can: a row that is asked for one is rejected, with its column. */
export function faultsOf(cells: Iterable<readonly [name: string, text: string]>): Record<string, CellFault> {
  const faults: Record<string, CellFault> = {};
  for (const [name, text] of cells) {
    const detail = noTextIn(text);
    if (detail !== undefined) faults[name] = { value: "", detail: `the cell ${detail}` };
  }
  return faults;
}

/** As a property of a row: none where there are none. */
export function withFaults(faults: Record<string, CellFault>): { faults?: Record<string, CellFault> } {
  return Object.keys(faults).length > 0 ? { faults } : {};
}
