import { refData } from "@heed/core/ref-data/labels";
import type { Column } from "@heed/core/tables/list-table";
import { openTables } from "@heed/core/tables/open-tables";

/**
 * The lists as CSV with the columns of each, as a Data Package of Frictionless Standards (https://specs.frictionlessdata.io). `base`
 * is the address of the service, such as `https://example.org/recommendationFollowUp/v1`.
 */
export function dataPackageOf(base: string) {
  return {
    profile: "tabular-data-package",
    name: "recommendation-follow-up",
    title: "What became of the recommendations",
    resources: Object.entries(openTables).map(([path, { title, columns }]) => ({
      profile: "tabular-data-resource",
      name: path.replace("/", "-").toLowerCase(),
      title: title.en,
      titles: title,
      path: `${base}/exports/${path}?format=csv`,
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      schema: { fields: Object.entries(columns).map(([name, column]) => fieldOf(name, column as Column<never>)) },
    })),
  };
}

function fieldOf(name: string, { title, type, codes }: Column<never>) {
  return {
    name,
    type: type ?? "string",
    title: title.en,
    titles: title,
    ...(codes && { constraints: { enum: Object.keys(refData[codes]) }, codes: refData[codes] }),
  };
}
