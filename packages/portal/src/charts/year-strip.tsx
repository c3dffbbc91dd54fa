import type { Level, YearLevels } from "@heed/core";
import { levelRank } from "@heed/core/follow-up/levels";
import type { Say } from "../language/say.ts";

const [cell, gap, height] = [26, 4, 28];
const highest = Math.max(...Object.values(levelRank));

/** Two rows over the years: above what the addressee says, below what the issuing body finds; the higher, the further. */
export function YearStrip({ say, years }: { say: Say; years: readonly YearLevels[] }) {
  const [first, last] = [years[0]?.reportingYear ?? 0, years.at(-1)?.reportingYear ?? 0];
  const byYear = new Map(years.map((each) => [each.reportingYear, each]));
  const span = last - first < 60 ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : [];
  const shownYears = span.length > 0 ? span : [...byYear.keys()];
  const label = (level: Level | undefined) =>
    level === undefined ? say.message("years.none") : say.label("reportedLevel", level);
  return (
    <div class="heed-years">
      <h4 class="govuk-heading-s">{say.message("years.title")}</h4>
      <svg
        class="heed-strip"
        viewBox={`0 0 ${shownYears.length * cell} ${2 * height + gap}`}
        width={shownYears.length * cell * 1.5}
        role="img"
        aria-label={say.message("years.picture")}
      >
        {(["reported", "assessed"] as const).map((voice, row) => {
          const levels = shownYears.map((year) => byYear.get(year)?.[voice]);
          const top = row * (height + gap);
          return (
            <g key={voice}>
              <path class="heed-chart__track" d={levels.map((_, index) => box(index, top, height)).join("")} />
              <path
                class={voice === "reported" ? "heed-chart__addressee" : "heed-chart__issuing-body"}
                d={levels.map((level, index) => (level === undefined ? "" : box(index, top, heightOf(level)))).join("")}
              />
            </g>
          );
        })}
      </svg>
      <div>
        <table class="govuk-table">
          <caption class="govuk-visually-hidden">{say.message("years.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{say.message("years.year")}</th>
              <th scope="col">{say.message("voice.addressee")}</th>
              <th scope="col">{say.message("voice.issuingBody")}</th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ reportingYear, reported, assessed }) => (
              <tr key={reportingYear}>
                <th scope="row">{reportingYear}</th>
                <td class="heed-voice--addressee">{label(reported)}</td>
                <td class="heed-voice--issuing-body">{label(assessed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** A box that stands on the floor of its row. */
function box(index: number, top: number, of: number): string {
  return `M${index * cell + 1} ${top + height - of}h${cell - 2}v${of}h-${cell - 2}z`;
}

/** What is no longer applicable is outside the order: a line at the floor. */
function heightOf(level: Level): number {
  const rank = level === "noLongerApplicable" ? 0 : levelRank[level];
  return 3 + Math.round((rank / highest) * (height - 3));
}
