/** In the form that `--set` takes. */
export function settingsText(values: Readonly<Record<string, unknown>>, between: string): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${valueText(value)}`)
    .join(between);
}

function valueText(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  const { amount, unit } = value as { amount: number; unit: string };
  return `${amount} ${unit}`;
}
