/** lowerCamelCase, also for abbreviations: no two capitals stand beside each other. */
export function isLowerCamelCase(name: string): boolean {
  return /^[a-z][a-z0-9]*([A-Z][a-z0-9]+)*[A-Z]?$/.test(name);
}

export function isUpperCamelCase(name: string): boolean {
  return /^([A-Z][a-z0-9]+)+[A-Z]?$/.test(name);
}

/** The steps of a path that are not parameters. */
export function segmentsOf(url: string): string[] {
  return url.split("/").filter((step) => step !== "" && !step.includes("{"));
}

/** Words that tell nothing; reference data is a word of the guide. */
const generic = new Set(["data", "info", "information"]);

export function genericWordIn(name: string): string | undefined {
  return name
    .replace(/[Rr]efData/, "")
    .split(/(?=[A-Z])/)
    .find((word) => generic.has(word.toLowerCase()));
}
