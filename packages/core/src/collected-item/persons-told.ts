import type { Issue } from "../domain-error.ts";

/** Words of which either the small or the capital letter may stand first. */
function anyOf(words: string): string {
  return words
    .split(" ")
    .map((word) => `[${word.slice(0, 1).toLowerCase()}${word.slice(0, 1).toUpperCase()}]${word.slice(1)}`)
    .join("|");
}

const titles = anyOf("mr mrs ms dr mme mlle dhr mevr mw heer herr herrn frau monsieur madame meneer mevrouw");
/** Words after which two capitals are usually those of a body or a place. */
const articles = anyOf("the de het een la le les du des au aux in en à te to naar");

/** What would tell who a person is, by how it looks. What is written otherwise is for the eye of an editor. */
const signs: readonly { what: string; found: RegExp }[] = [
  { what: "an e-mail address", found: /[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u },
  // Groups of digits as in national numbers, telephones and accounts; no day has so many.
  {
    what: "a number of a person, a telephone or an account",
    found: /(?<![\p{L}\p{N}])\+?\d(?:[ ./()-]{0,2}\d){8,40}/u,
  },
  {
    what: "a postal address",
    found:
      /\p{L}{0,40}(?:straat|laan|steenweg|plein|dreef|kaai|straße|strasse|gasse|allee|platz|weg)\s+\d+[a-z]?(?![\p{L}\p{N}])/iu,
  },
  {
    what: "a postal address",
    found:
      /(?<!\p{L})(?:rue|avenue|boulevard|chaussée|chaussee|quai|allée|impasse|place)\s+[\p{L}'’ -]{2,60}?,?\s+(?:n°\s*)?\d+/iu,
  },
  {
    what: "a postal address",
    found: /\d+\s+(?:\p{Lu}\p{L}+\s+){1,3}(?:Street|Road|Avenue|Lane|Square|Drive)(?!\p{L})/u,
  },
  {
    what: "the name of a person",
    found: new RegExp(`(?<!\\p{L})(?:${titles})\\.?\\s+(?:\\p{Lu}\\.?\\s*)?\\p{Lu}[\\p{L}'’-]*`, "u"),
  },
  { what: "the name of a person", found: /(?<![\p{L}\p{N}])\p{Lu}\.(?:\s?\p{Lu}\.)*\s?\p{Lu}\p{Ll}[\p{L}'’-]+/u },
  // Two words with capitals within a sentence, after a word that is no article.
  {
    what: "the name of a person",
    found: new RegExp(
      `(?<=\\p{Ll}\\s)(?<!(?<!\\p{L})(?:${articles})\\s)\\p{Lu}\\p{Ll}+\\s(?:(?:van|de|der|den|el|al|ben)\\s)*\\p{Lu}\\p{Ll}+`,
      "u",
    ),
  },
];

/**
 * The places of a thing that name a person, or tell where or by which number to find one. `allowed` are names that name nobody, such as a
 * town. Texts in German are not read for two capitals, because its nouns have them.
 */
export function personsTold(thing: object, allowed: readonly string[]): Issue[] {
  return placesIn(thing, "").flatMap(({ name, text }) => {
    const read = allowed.reduce((left, each) => left.replaceAll(each, "-"), text);
    const looked = name.endsWith(".de") ? signs.slice(0, -1) : signs;
    for (const { what, found } of looked) {
      const [value] = found.exec(read) ?? [];
      if (value !== undefined)
        return [{ name, value, detail: `it looks like ${what}: write it without, or name it in content.noPersons` }];
    }
    return [];
  });
}

function placesIn(value: unknown, name: string): { name: string; text: string }[] {
  if (name === "content.noPersons") return [];
  if (typeof value === "string") return [{ name, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => placesIn(each, name === "" ? key : `${name}.${key}`));
}
