import { saidOr } from "@heed/core/not-public-yet";
import type { ChangeItem } from "@heed/core/read-models/change-item";
import { titleOrBeginning } from "@heed/core/recommendation/beginning";
import { addresses, followUpPart } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import { changeFacts } from "../language/change-facts.ts";
import { shown } from "../language/say.ts";

/** A change as it is told outside the pages: what it is, of which recommendation, its page, and what else there is to say. */
export type ToldChange = { what: string; recommendation: string; address: string; facts: readonly string[] };

export function toldChange({ say, way }: Pick<Asked, "say" | "way">, item: ChangeItem): ToldChange {
  const { recommendation, report, addressee, responsible, kind, day, commitment } = item;
  const title = titleOrBeginning(recommendation);
  const words = title === undefined ? "" : ` ${say.text(title, report.authenticLanguages).text}`;
  const page = way(addresses.recommendation(report.reference, recommendation.reference));
  return {
    what: say.label("changeKind", kind),
    recommendation: `${shown(recommendation.reference)}${words}`,
    address: `${page}#${followUpPart(addressee)}`,
    facts: [
      say.day(day, item.dayPrecision),
      say.text(responsible.name).text,
      ...changeFacts(say, item),
      ...(commitment ? [shown(saidOr(commitment.description, say.language))] : []),
    ],
  };
}
