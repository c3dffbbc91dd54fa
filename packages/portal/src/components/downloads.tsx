import type { Query } from "../address/query.ts";
import type { Asked } from "../asked/asked.ts";

/** A workbook has no more rows. */
const mostInWorkbook = 10_000;

type Props = {
  asked: Pick<Asked, "say" | "data">;
  /** The list of the service, such as `overdue`. */
  list: string;
  /** What the list is asked. */
  query: Query;
  /** How many it has, where that is known. */
  total?: number | undefined;
};

/** The whole list as files for a spreadsheet, in the reader's language; nothing where the list is empty. */
export function Downloads({ asked: { say, data }, list, query, total }: Props) {
  if (total === 0) return null;
  const file = (format: "csv" | "xlsx") => data(`/exports/${list}`, { ...query, lang: say.language, format });
  return (
    <p class="govuk-body heed-downloads">
      {say.message("download.title")}{" "}
      <a class="govuk-link" href={file("csv")}>
        {say.message("download.csv")}
      </a>
      {(total ?? 0) <= mostInWorkbook && (
        <>
          {", "}
          <a class="govuk-link" href={file("xlsx")}>
            {say.message("download.xlsx")}
          </a>
        </>
      )}
    </p>
  );
}
