/** The parameters of an address; a value that is undefined is left out. */
export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** With its question mark, or empty. */
export function queryText(query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined && each !== "") parameters.append(name, String(each));
  return parameters.size === 0 ? "" : `?${parameters}`;
}
