import type { LocalizedText, Report } from "@heed/core";
import type { DraftingRemark } from "@heed/core/read-models/drafting-remark";
import type { DeskAsked } from "../desk-asked.ts";
import type { Values } from "../form/values.ts";
import { textsIn } from "../register/texts.tsx";
import { addresseesIn } from "./addressees.ts";
import { languagesOf } from "./report-languages.ts";

/** What to look at in each recommendation of a form before it is added to the report: by its words, and by the record. */
export async function readRowRemarks(
  asked: DeskAsked,
  report: Report,
  values: Values,
  rows: readonly string[],
): Promise<ReadonlyMap<string, readonly DraftingRemark[]>> {
  const { reads, reader, today } = asked;
  const all = await addresseesIn(asked, values.get("all") ?? "");
  const read = await Promise.all(
    rows.map(async (prefix) => {
      const text = textsIn(values, `${prefix}text`, languagesOf(report)) as LocalizedText | undefined;
      if (text === undefined) return [];
      const own = await addresseesIn(asked, values.get(`${prefix}addressees`) ?? "");
      // As they are joined: who is named for all stands where nobody is named for one.
      const { addressees, unknown } = own.addressees.length + own.unknown.length > 0 ? own : all;
      const proposal = {
        text,
        isTimed: (values.get(`${prefix}implementationDue`) ?? "").trim() !== "",
        isAddressed: addressees.length + unknown.length > 0,
        addressees: addressees.map(({ organization }) => organization),
        authenticLanguages: report.authenticLanguages,
      };
      return [{ prefix, proposal }];
    }),
  );
  const asking = read.flat();
  const remarks = await reads.proposalRemarks(
    reader,
    asking.map(({ proposal }) => proposal),
    today,
  );
  return new Map(asking.map(({ prefix }, place) => [prefix, remarks[place] ?? []]));
}
