export type Figure = { name: string; count: string; note: string; isLate?: boolean };

/** A few numbers, large, each with what it counts and out of how many. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl class="heed-figures">
      {figures.map(({ name, count, note, isLate }) => (
        <div key={name} class={isLate ? "heed-figures--late" : undefined}>
          <dt>{name}</dt>
          <dd class="heed-figures__count">{count}</dd>
          <dd class="heed-figures__note">{note}</dd>
        </div>
      ))}
    </dl>
  );
}
