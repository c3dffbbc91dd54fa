import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import type { Page } from "../asked/page.ts";
import { Downloads } from "../components/downloads.tsx";
import { Scrolling } from "../components/scrolling.tsx";
import { Text } from "../components/text.tsx";

const most = 200;

/** The reporting cycles of every issuing body. */
export async function cycles(asked: Asked): Promise<Page> {
  const { reads, say, way, data } = asked;
  const { items } = await reads.reportingCycles({ limit: most });
  const bodies = await reads.organizationsById(items.map(({ issuingBody }) => issuingBody));
  const title = say.message("nav.cycles");
  return {
    title,
    description: say.message("cycles.description"),
    address: addresses.cycles(),
    data: data("/reportingCycles"),
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{say.message("cycles.description")}</p>
        <Downloads asked={asked} list="reportingCycles" query={{}} total={items.length} />
        {items.length === 0 ? (
          <p class="govuk-body">{say.message("cycles.none")}</p>
        ) : (
          <Scrolling label={title}>
            <table class="govuk-table">
              <caption class="govuk-visually-hidden">{title}</caption>
              <thead>
                <tr>
                  <th scope="col">{say.message("years.year")}</th>
                  <th scope="col">{say.message("rec.body")}</th>
                  <th scope="col">{say.message("cycle.opens")}</th>
                  <th scope="col">{say.message("cycle.updates")}</th>
                  <th scope="col">{say.message("cycle.assessments")}</th>
                  <th scope="col">{say.message("cycle.closed")}</th>
                </tr>
              </thead>
              <tbody>
                {items.map(({ id, year, issuingBody, opensOn, updatesDueOn, assessmentsDueOn, closedOn }) => {
                  const body = bodies.get(issuingBody);
                  return (
                    <tr key={id}>
                      <th scope="row">
                        {body ? (
                          <a class="govuk-link" href={way(addresses.cycle(body.code, year))}>
                            {year}
                          </a>
                        ) : (
                          year
                        )}
                      </th>
                      <td>{body && <Text of={say.text(body.name)} />}</td>
                      <td>{say.day(opensOn)}</td>
                      <td>{say.day(updatesDueOn)}</td>
                      <td>{say.day(assessmentsDueOn)}</td>
                      <td>{closedOn ? say.day(closedOn) : say.message("cycle.open")}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </Scrolling>
        )}
      </>
    ),
  };
}
