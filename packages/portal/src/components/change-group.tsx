import type { ChangeKind } from "@heed/core/follow-up/changes/change";
import type { ChangeItem } from "@heed/core/read-models/change-item";
import { addresses } from "../address/addresses.ts";
import type { Query } from "../address/query.ts";
import type { Asked } from "../asked/asked.ts";
import { ChangeRow } from "./change-row.tsx";

type Props = { asked: Asked; kind: ChangeKind; count: number; items: readonly ChangeItem[]; kept: Query };

/** The changes of one kind with their number, and the way to all of them where only the newest are shown. */
export function ChangeGroup({ asked, kind, count, items, kept }: Props) {
  const { say, way } = asked;
  return (
    <section id={kind}>
      <h2 class="govuk-heading-m">
        {say.label("changeKind", kind)}
        {say.colon}
        {say.number(count)}
      </h2>
      <ol class="heed-list">
        {items.map((item, index) => (
          <ChangeRow key={`${item.followUp} ${item.day} ${index}`} asked={asked} item={item} />
        ))}
      </ol>
      {kept.kind === undefined && items.length < count && (
        <p class="govuk-body">
          <a class="govuk-link govuk-!-font-weight-bold" href={way(addresses.changes(), { ...kept, kind })}>
            {say.message("changes.all", { count, kind: say.label("changeKind", kind) })}
          </a>
        </p>
      )}
    </section>
  );
}
