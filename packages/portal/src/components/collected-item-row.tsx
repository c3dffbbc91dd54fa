import type { ListedItem } from "@heed/core/read-models/listed-item";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import { shown } from "../language/say.ts";
import { Text } from "./text.tsx";

/** One thing that was collected, in a list. */
export function CollectedItemRow({
  asked: { say, way },
  item,
}: {
  asked: Pick<Asked, "say" | "way">;
  item: ListedItem;
}) {
  const { kind, reference, year, title, issuingBodyCode, issuingBodyName, confidential, withdrawn, source } = item;
  return (
    <li class="heed-row">
      <h2 class="govuk-heading-s">
        <a class="govuk-link" href={way(addresses.collectedItem(issuingBodyCode, reference))}>
          <bdi>{shown(reference)}</bdi> <Text of={say.text(title)} />
        </a>
      </h2>
      <p class="heed-meta">
        {[
          say.label("collectedItemKind", kind),
          String(year),
          say.text(issuingBodyName).text,
          ...(withdrawn ? [say.message("collected.withdrawn.short")] : []),
          ...(confidential ? [say.message("collected.confidential.short")] : []),
          ...(source?.illustrative ? [say.message("timeline.illustrative")] : []),
        ].join(" · ")}
      </p>
    </li>
  );
}
