/** Which variables of this process came from a configuration file: the key, and the file. */
const read = new Map<string, { key: string; file: string }>();

export function noteFromFile(variable: string, key: string, file: string): void {
  read.set(variable, { key, file });
}

/** Undefined for what the environment itself has. */
export function fromFile(variable: string): { key: string; file: string } | undefined {
  return read.get(variable);
}

/** An error of commander about a variable, naming the key and the file where it came from one. */
export function namingItsFile(error: string): string {
  return error.replace(/from env '(HEED_\w+)'/g, (all, variable: string) => {
    const place = fromFile(variable);
    return place === undefined ? all : `from ${place.key} in ${place.file}`;
  });
}
