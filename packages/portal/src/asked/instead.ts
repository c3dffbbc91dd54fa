import type { Asked } from "./asked.ts";

/** The same question with each other value of a filter in the place of one that is none. */
export function insteadOf(
  { parameters }: Pick<Asked, "parameters">,
  name: string,
  wrong: string,
  values: readonly string[],
): { text: string; address: string }[] {
  return values.map((value) => {
    const query = new URLSearchParams();
    for (const [each, given = []] of Object.entries(parameters))
      for (const one of given) query.append(each, each === name && one === wrong ? value : one);
    return { text: value, address: `?${query}` };
  });
}
