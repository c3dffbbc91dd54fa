import type { Query } from "../address/query.ts";
import type { Asked } from "../asked/asked.ts";

type Props = { asked: Asked; address: string; kept: Query; page: number; hasNext: boolean };

/** To the page before and the page after; nothing where there is one page. */
export function Pager({ asked: { say, way }, address, kept, page, hasNext }: Props) {
  if (page === 1 && !hasNext) return null;
  const to = (number: number) => way(address, { ...kept, page: number === 1 ? undefined : number });
  return (
    <nav class="govuk-pagination" aria-label={say.message("pages.label")}>
      {page > 1 && (
        <div class="govuk-pagination__prev">
          <a class="govuk-link govuk-pagination__link" href={to(page - 1)} rel="prev">
            ← {say.message("pages.previous")}
          </a>
        </div>
      )}
      <p class="heed-pager__here">{say.message("pages.here", { page })}</p>
      {hasNext && (
        <div class="govuk-pagination__next">
          <a class="govuk-link govuk-pagination__link" href={to(page + 1)} rel="next">
            {say.message("pages.next")} →
          </a>
        </div>
      )}
    </nav>
  );
}
