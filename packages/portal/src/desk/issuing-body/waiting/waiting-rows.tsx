import { OrganizationLink } from "../../../components/organization-link.tsx";
import { Text } from "../../../components/text.tsx";
import { shown } from "../../../language/say.ts";
import type { DeskAsked } from "../../desk-asked.ts";
import type { WaitingRow } from "./waiting.ts";

/** What waits, each with the way to where something can be done about it. */
export function WaitingRows({ asked, rows }: { asked: DeskAsked; rows: readonly WaitingRow[] }) {
  return (
    <ol class="heed-list">
      {rows.map((row) => (
        <Row key={`${row.address} ${row.key ?? row.about} ${row.query?.responsible ?? ""}`} asked={asked} row={row} />
      ))}
    </ol>
  );
}

function Row({ asked, row }: { asked: DeskAsked; row: WaitingRow }) {
  const { say, way } = asked;
  const { address, query, reference, title, authentic, who, about, daysOverdue = 0 } = row;
  return (
    <li class="heed-item">
      <div class="heed-item__days">
        {daysOverdue > 0 && (
          <p>
            <strong>{say.message("overdue.days", { days: daysOverdue })}</strong>
          </p>
        )}
      </div>
      <div class="heed-item__what">
        <p>
          <a class="govuk-link" href={way(address, query)}>
            {reference && <bdi>{shown(reference)}</bdi>}
            {title && (
              <>
                {" "}
                <Text of={say.text(title, authentic)} />
              </>
            )}
          </a>
          {who && (
            <>
              {" "}
              (<OrganizationLink asked={asked} organization={who} />)
            </>
          )}
        </p>
        <p class="heed-meta">{shown(about)}</p>
      </div>
    </li>
  );
}
