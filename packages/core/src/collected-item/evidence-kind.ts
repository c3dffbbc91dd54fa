import type { Evidence } from "../follow-up/entries/evidence.ts";
import type { ItemKindName } from "./item-kinds.ts";

const others: { readonly [Kind in ItemKindName]?: Evidence["kind"] } = {
  legalInstrument: "law",
  judgment: "judgment",
  legalProceedings: "file",
  phenomenon: "file",
  series: "statistic",
  figures: "statistic",
};

/** What a collected item is as evidence. */
export function evidenceKindOf(kind: ItemKindName): Evidence["kind"] {
  return others[kind] ?? "document";
}
