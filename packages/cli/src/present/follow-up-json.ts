import { textIn } from "@heed/core";
import type { FollowUpItem } from "@heed/core/read-models/follow-up-item";
import { organizationJson } from "./organization-json.ts";

/** The follow-up that an item is about. */
export function followUpJson(
  { recommendation: { id, reference, title, beginning }, report, addressee, responsible, followUp }: FollowUpItem,
  lang: string | undefined,
) {
  return {
    recommendation: {
      id,
      reference,
      ...(title && { title: textIn(title, lang, report.authenticLanguages) }),
      ...(beginning && { beginning: textIn(beginning, lang, report.authenticLanguages) }),
    },
    report,
    addressee: organizationJson(addressee, lang),
    responsible: organizationJson(responsible, lang),
    followUp,
  };
}
