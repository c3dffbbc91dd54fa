import type { DueDate, Id, Reader } from "@heed/core";
import type { LinkedRecommendation } from "@heed/core/read-models/recommendation-ref";
import { visibleTo } from "../access/visibility.ts";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";
import { jsonField, readJson } from "../statements/json-field.ts";
import { Where } from "../statements/where.ts";
import { authenticLanguages, authenticLanguagesColumn } from "../tables/authentic-languages.ts";
import { publishedOn } from "../tables/published-on.ts";
import { type TitleRow, titleColumns, titleOf } from "../tables/title-or-beginning.ts";

type Named = LinkedRecommendation & { due?: DueDate | undefined };

export function refOf({ id, reference, title, beginning, report }: LinkedRecommendation): LinkedRecommendation {
  return { id, reference, ...(title && { title }), ...(beginning && { beginning }), report };
}

/** Those with these ids that a reader may see, as others name them, with their own deadline. */
export async function recommendationsNamed(database: Sql, reader: Reader, ids: readonly Id[]): Promise<Map<Id, Named>> {
  const where = visibleTo(reader, new Where(database.dialect), "p");
  type Row = TitleRow & {
    id: Id;
    reference: string;
    due: string | null;
    report: Id;
    reportReference: string;
    reportingYear: number;
    publishedOn: string | null;
    publishedOnPrecision: string | null;
    authenticLanguages: string | null;
  };
  const rows = await database.all<Row>(
    `SELECT r.id, r.reference, ${titleColumns(database.dialect)},
       ${jsonField(database.dialect, "r.body", "implementationDue")} AS due, p.id AS report,
       p.reference AS "reportReference", p.reporting_year AS "reportingYear", p.published_on AS "publishedOn",
       ${jsonField(database.dialect, "p.body", "publishedOnPrecision")} AS "publishedOnPrecision",
       ${authenticLanguagesColumn(database.dialect)}
     FROM recommendation r JOIN report p ON p.id = r.report_id WHERE ${inList(database, "r.id")} AND ${where.text}`,
    [JSON.stringify(ids), ...where.values],
  );
  return new Map(
    rows.map(({ id, reference, title, untitled, due, report, reportReference, reportingYear, ...told }) => {
      return [
        id,
        {
          id,
          reference,
          ...titleOf({ title, untitled }),
          report: {
            id: report,
            reference: reportReference,
            reportingYear,
            ...publishedOn(told),
            ...authenticLanguages(told),
          },
          due: readJson<DueDate>(due),
        },
      ];
    }),
  );
}
