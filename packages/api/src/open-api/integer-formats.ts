const int32 = 2 ** 31 - 1;

/** Each integer with the size that a program in another language needs for it. */
export function withIntegerFormats<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withIntegerFormats) as Value;
  if (value === null || typeof value !== "object") return value;
  const made = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withIntegerFormats(each)]));
  const { type, format, maximum, minimum = 0 } = made;
  if (type !== "integer" || format !== undefined) return made as Value;
  const fits = typeof maximum === "number" && maximum <= int32 && minimum >= -int32;
  return { ...made, format: fits ? "int32" : "int64" } as Value;
}
