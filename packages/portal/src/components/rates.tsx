import type { GroupProgress } from "@heed/core";
import type { Say } from "../language/say.ts";
import { Scrolling } from "./scrolling.tsx";

type Props = { say: Say; caption: string; head: string; groups: readonly { name: string; progress: GroupProgress }[] };

/** The rates of groups, each with what is behind it: how many of how many, and how many are too young to judge (R13). */
export function Rates({ say, caption, head, groups }: Props) {
  return (
    <Scrolling label={caption}>
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--s">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{say.message("rates.followUps")}</th>
            {(["responded", "accepted", "implemented"] as const).map((name) => (
              <th scope="col" key={name}>
                {say.message(`rates.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ name, progress }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{say.number(progress.followUps)}</td>
              {progress.rates.map((rate) => (
                <td key={rate.name}>
                  {rate.denominator === 0
                    ? say.message("rates.none")
                    : say.message("rates.of", { numerator: rate.numerator, denominator: rate.denominator })}
                  {rate.tooYoung > 0 && (
                    <div class="heed-meta">{say.message("rates.tooYoung", { count: rate.tooYoung })}</div>
                  )}
                  {(rate.notAssessed ?? 0) > 0 && (
                    <div class="heed-meta">{say.message("rates.notAssessed", { count: rate.notAssessed ?? 0 })}</div>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}
