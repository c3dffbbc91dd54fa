import type { ComponentChildren } from "preact";

export type Fact = { name: string; value: ComponentChildren };

/** Names and values, one below the other. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="govuk-summary-list heed-facts">
      {facts.map(({ name, value }) => (
        <div class="govuk-summary-list__row" key={name}>
          <dt class="govuk-summary-list__key">{name}</dt>
          <dd class="govuk-summary-list__value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
