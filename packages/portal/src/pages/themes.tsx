import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import type { Page } from "../asked/page.ts";
import { Downloads } from "../components/downloads.tsx";
import { Scrolling } from "../components/scrolling.tsx";
import { shown } from "../language/say.ts";

/** A page names this number of themes. */
const most = 300;

/** The themes, with the number of follow-ups of each. */
export async function themes(asked: Asked): Promise<Page> {
  const { reads, reader, say, asOf, way, data } = asked;
  const groups = await reads.progress(reader, { asOf, groupBy: "theme" });
  const title = say.message("nav.themes");
  return {
    title,
    description: say.message("themes.description"),
    address: addresses.themes(),
    data: data("/progress", { asOf, groupBy: "theme" }),
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <Downloads asked={asked} list="progress" query={{ asOf, groupBy: "theme" }} total={groups.length} />
        {groups.length === 0 ? (
          <p class="govuk-body">{say.message("themes.none")}</p>
        ) : (
          <Scrolling label={title}>
            <table class="govuk-table">
              <caption class="govuk-visually-hidden">{title}</caption>
              <thead>
                <tr>
                  <th scope="col">{say.message("themes.theme")}</th>
                  <th scope="col" class="heed-number">
                    {say.message("rates.followUps")}
                  </th>
                  <th scope="col" class="heed-number">
                    {say.message("front.followed")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {groups.slice(0, most).map(({ group, label, followUps, byLifecycle }) => (
                  <tr key={group}>
                    <th scope="row">
                      {group === "" ? (
                        say.message("theme.none")
                      ) : (
                        <a class="govuk-link" href={way(addresses.theme(group))}>
                          <bdi>{shown(label)}</bdi>
                        </a>
                      )}
                    </th>
                    <td class="heed-number">{say.number(followUps)}</td>
                    <td class="heed-number">{say.number(followUps - (byLifecycle.closed ?? 0))}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolling>
        )}
      </>
    ),
  };
}
