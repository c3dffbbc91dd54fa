import { textIn } from "@heed/core";
import type { RecommendationDetail } from "@heed/core/read-models/recommendation-detail";
import { addresses } from "../../address/addresses.ts";
import type { Elsewhere, Page } from "../../asked/page.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { typedIn } from "../form/sent.ts";
import type { Values } from "../form/values.ts";
import { RegisterForm } from "../register/register-form.tsx";
import { WayList } from "../way-list.tsx";
import { type LevelAct, LevelFields, levelActs, levelFaults, standingOverrides, takeLevelForm } from "./level-form.tsx";
import { languagesOf } from "./report-languages.ts";

/** The level of a recommendation with parts: where it stands, and the forms that put it elsewhere and take that back. */
export function levelPage(asked: DeskAsked, [id = ""]: readonly string[]): Promise<Page | undefined> {
  return shownLevel(asked, id);
}

export async function submitLevel(
  asked: DeskAsked,
  [id = ""]: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const { reads, reader, today, way } = asked;
  const values = typedIn(form);
  const act = levelActs.find((each) => each === values.get("do"));
  const detail = await reads.recommendation(reader, id, today);
  if (act === undefined || detail === undefined || (await levelActsOn(asked, id)).length === 0) return undefined;
  const of = { act, thing: id, languages: languagesOf(detail.report) };
  const taken = await takeLevelForm(asked, of, values);
  if ("done" in taken) return { elsewhere: way(deskAddresses.level(id), { done: act }) };
  return shownLevel(asked, id, { act, values, faults: levelFaults(asked, of, values, taken.error) });
}

/** Which of the two who is signed in may do on a recommendation. */
export async function levelActsOn({ reads, visitor, desk }: DeskAsked, id: string): Promise<readonly LevelAct[]> {
  const allowed = await reads.allowedActs(visitor.person, { on: "recommendation", id }, desk.at);
  return levelActs.filter((act) => allowed.includes(act));
}

type Faulty = { act: LevelAct; values: Values; faults: readonly Fault[] };

async function shownLevel(asked: DeskAsked, id: string, faulty?: Faulty): Promise<Page | undefined> {
  const { reads, reader, say, today, way, parameters } = asked;
  const allowed = await levelActsOn(asked, id);
  const detail = allowed.length === 0 ? undefined : await reads.recommendation(reader, id, today);
  if (detail === undefined) return undefined;
  const { recommendation, report } = detail;
  const languages = languagesOf(report);
  const overrides = standingOverrides(await reads.levelOverrides(reader, id)).map(
    ({ id: value, level, on, reason }) => ({
      value,
      text: say.message("level.override.choice", {
        level: say.label("assessedLevel", level),
        day: say.day(on),
        reason: textIn(reason, say.language, languages),
      }),
    }),
  );
  const acts = allowed.filter((act) => act === "overrideLevel" || overrides.length > 0 || act === faulty?.act);
  const [done] = parameters.done ?? [];
  const faults = faulty?.faults ?? [];
  const title = say.message("level.title", { reference: recommendation.reference });
  return framed(asked, {
    ...{ title, faults, address: deskAddresses.level(id) },
    path: [{ title: say.message("desk.title"), address: deskAddresses.desk() }],
    body: (
      <>
        {levelActs.some((act) => act === done) && faults.length === 0 && (
          <p class="govuk-inset-text">{say.message(`level.done.${done as LevelAct}`)}</p>
        )}
        <p class="govuk-body">{nowText(asked, detail)}</p>
        <p class="govuk-body">{say.message("level.text")}</p>
        <WayList
          ways={[
            [way(addresses.recommendation(report.reference, recommendation.reference)), say.message("report.public")],
          ]}
        />
        {acts.map((act) => (
          <section class="heed-block" aria-labelledby={act} key={act}>
            <h2 class="govuk-heading-m" id={act}>
              {say.message(`level.${act}`)}
            </h2>
            <RegisterForm
              asked={asked}
              address={deskAddresses.level(id)}
              version={recommendation.version}
              buttons={[{ does: act, text: say.message(`level.${act}`), isSecondary: act !== "overrideLevel" }]}
            >
              <LevelFields
                {...{ act, languages, overrides }}
                filled={{ say, values: faulty?.act === act ? faulty.values : new URLSearchParams(), faults }}
              />
            </RegisterForm>
          </section>
        ))}
      </>
    ),
  });
}

function nowText({ say }: DeskAsked, { standing: { assessed, override } }: RecommendationDetail): string {
  const level = say.label("assessedLevel", assessed);
  if (override === undefined) return say.message("level.now", { level });
  const lowest = say.label("assessedLevel", override.lowest);
  return say.message("level.now.override", { level, day: say.day(override.on), lowest });
}
