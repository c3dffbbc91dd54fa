import { DomainError, type Issue } from "@heed/core";
import type { GivenProperty } from "./input-options.ts";

/** What is the same for every act on a follow-up. */
const common: readonly Given[] = [
  { property: "givenOn", option: "--given-on" },
  { property: "source", option: "--source" },
];

type Given = Pick<GivenProperty, "property" | "option"> & Partial<Pick<GivenProperty, "kind">>;

/** Does what an act does; its errors name the options of the command rather than the properties that these give. */
export async function namedByOptions<Done>(given: readonly Given[], act: () => Promise<Done>): Promise<Done> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw byOption(error, given);
  }
}

function byOption({ code, message, issues }: DomainError, given: readonly Given[]): DomainError {
  const told = issues.map((issue) => issueByOption(issue, given));
  const [only, ...more] = told;
  if (!only?.name || more.length > 0) return new DomainError(code, inOptions(message, given), told);
  // A single place without a sentence of its own is told before the message.
  const place = `${issues[0]?.name}: `;
  const sentence = inOptions(message.startsWith(place) ? message.slice(place.length) : message, given);
  const isTold = sentence !== only.detail || sentence.startsWith(only.name);
  return new DomainError(code, isTold ? sentence : `${only.name}: ${sentence}`, told);
}

/** An issue, or a warning, by the option of its property; one that no option gives keeps its name. */
export function issueByOption(issue: Issue, given: readonly Given[]): Issue {
  const { name, detail } = issue;
  return {
    ...issue,
    ...(name !== undefined && { name: optionOf(name, given) }),
    detail: inOptions(detail, given),
  };
}

/** `results.0.organization` is given by --result, and `changes.dueSoonDays` by --set dueSoonDays=…. */
function optionOf(name: string, given: readonly Given[]): string {
  const [root, ...inner] = name.split(".");
  const found = [...given, ...common].find(({ property }) => property === root);
  if (found === undefined) return name;
  // JSON is one option of many properties.
  if (found.kind === "changes") return [found.option, ...(inner.length > 0 ? [inner.join(".")] : [])].join(" ");
  return found.kind === "settings" ? [found.option, ...inner.slice(0, 1)].join(" ") : found.option;
}

/** A sentence that names properties of several words, which no other word looks like. */
function inOptions(text: string, given: readonly Given[]): string {
  return [...given, ...common].reduce(
    (told, { property, option }) =>
      /[A-Z]/.test(property) ? told.replace(new RegExp(`\\b${property}\\b`, "g"), option) : told,
    text,
  );
}
