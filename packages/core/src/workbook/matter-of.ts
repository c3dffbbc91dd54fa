/**
 * What an act on a follow-up is about: its answer, the report about a year, or a promise. Of several promises each is one for itself.
 * Two acts with the same text here say the same thing, or two things of which one alone can be kept.
 */
export function matterOf({ act, input }: { act: string; input: Readonly<Record<string, unknown>> }): string {
  const told = act === "respond" ? undefined : act === "update" ? input.reportingYear : input.description;
  return JSON.stringify([act, told]);
}
