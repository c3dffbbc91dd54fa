export type Bar = { label: string; value: number };

type Props = {
  bars: readonly Bar[];
  number: (value: number) => string;
  caption: string;
  head: readonly [string, string];
};

/** A table of numbers, with a bar in each row for the eye. */
export function Bars({ bars, number, caption, head: [labels, values] }: Props) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <table class="govuk-table heed-bars">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead class="govuk-visually-hidden">
        <tr>
          <th scope="col">{labels}</th>
          <th scope="col">{values}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label, value }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <path class="heed-chart__track" d="M0 0h100v10h-100z" />
                {value > 0 && <path class="heed-chart__bar" d={`M0 0h${((value / most) * 100).toFixed(1)}v10H0z`} />}
              </svg>
              <span>{number(value)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
