/** JSON as a column stores it. */
export function jsonText(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

export function readJsonText(text: string | null): unknown {
  return text === null ? undefined : JSON.parse(text);
}

/** A concept has no field when its row has no value. */
export function withoutAbsent(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));
}
