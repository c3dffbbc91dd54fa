import type { Chart } from "@heed/core/document/document";
import { shown } from "../language/say.ts";

const [width, plot, foot] = [640, 240, 28];
const most = 12;

/** A chart of a document: stacked columns, with a legend below. The numbers stand in the table beside. */
export function StackedColumns({ chart: { alternative, categories, series } }: { chart: Chart }) {
  const sums = categories.map((_, place) => series.reduce((sum, { values }) => sum + (values[place] ?? 0), 0));
  const highest = Math.max(1, ...sums);
  const room = width / Math.max(1, categories.length);
  const every = Math.ceil(categories.length / most);
  return (
    <>
      <svg class="heed-chart" viewBox={`0 0 ${width} ${plot + foot}`} role="img" aria-label={shown(alternative)}>
        <path class="heed-chart__track" d={`M0 ${plot}h${width}v2H0z`} />
        {categories.map((category, place) => {
          const [left, bar] = [(place + 0.15) * room, room * 0.7];
          let below = 0;
          return (
            <g key={category}>
              {series.map(({ label, tone, values }) => {
                const value = values[place] ?? 0;
                const top = plot - ((below + value) / highest) * plot;
                below += value;
                return value === 0 ? null : (
                  <rect
                    key={label}
                    class={`heed-tone-${tone}`}
                    x={left.toFixed(1)}
                    y={top.toFixed(1)}
                    width={bar.toFixed(1)}
                    height={((value / highest) * plot).toFixed(1)}
                  />
                );
              })}
              {place % every === 0 && (
                <text x={(left + bar / 2).toFixed(1)} y={plot + 20} text-anchor="middle">
                  {shown(category)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      {series.length > 1 && (
        <ul class="govuk-list heed-legend">
          {series.map(({ label, tone }) => (
            <li key={label}>
              <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
                <rect class={`heed-tone-${tone}`} width="12" height="12" />
              </svg>{" "}
              {shown(label)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
