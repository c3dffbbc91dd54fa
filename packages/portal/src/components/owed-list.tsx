import type { ObligationItem } from "@heed/core/read-models/obligation-item";
import type { Query } from "../address/query.ts";
import type { Asked } from "../asked/asked.ts";
import { Downloads } from "./downloads.tsx";
import { OwedItem } from "./owed-item.tsx";
import { Pager } from "./pager.tsx";

type Props = {
  asked: Asked;
  items: readonly ObligationItem[];
  address: string;
  kept: Query;
  page: number;
  hasNext: boolean;
  /** The whole list as a file. */
  download: { list: string; query: Query; total: number };
};

/** A page of what is owed or overdue, and the way to the whole list as a file. */
export function OwedList({ asked, items, address, kept, page, hasNext, download }: Props) {
  if (items.length === 0) return null;
  return (
    <>
      <Downloads asked={asked} {...download} />
      <OwedItems asked={asked} items={items} />
      <Pager asked={asked} address={address} kept={kept} page={page} hasNext={hasNext} />
    </>
  );
}

export function OwedItems({ asked, items }: Pick<Props, "asked" | "items">) {
  return (
    <ol class="heed-list">
      {items.map((item) => (
        <OwedItem key={`${item.followUp} ${item.kind} ${item.commitment?.id ?? ""}`} asked={asked} item={item} />
      ))}
    </ol>
  );
}
