import type { RestingRecommendation, RestsOnIt } from "@heed/core/read-models/ground";
import { sayIn } from "../messages/say.ts";
import { shortId } from "../process/short-id.ts";
import { titleText } from "./title-text.ts";

/** What rests on something, a line each, after an empty one; nothing where nothing does. */
export function restsOnItLines({ recommendations, entries }: RestsOnIt, lang: string | undefined): string[] {
  const { recommendation: say, label, because } = sayIn(lang);
  const named = (each: RestingRecommendation["recommendation"]) => {
    const title = titleText(each, each.report, lang);
    return `${say.ofReport(each.reference, each.report.reference)}${title && ` (${title})`}`;
  };
  const lines = [
    ...recommendations.map(({ recommendation, year, place, reason }) => {
      const where = [year, place].filter((each) => each !== undefined).join(", ");
      return `${say.isLinked(named(recommendation), label("linkType", "restsOn"))}${where && ` (${where})`}${reason ? because(reason) : ""}`;
    }),
    ...entries.map(
      ({ recommendation, type, entry }) => `${label("entryType", type)} [${shortId(entry)}], ${named(recommendation)}`,
    ),
  ];
  return lines.length === 0 ? [] : ["", ...lines];
}
