import type { LocalizedText } from "@heed/core";
import type { Chance } from "./chance.ts";

export const languages = ["fr", "nl", "en"] as const;
export type Language = (typeof languages)[number];

type Words = { lead: (name: string) => string; verbs: string[]; things: string[]; ways: string[]; and: string };

const words: Readonly<Record<Language, Words>> = {
  fr: {
    lead: (name) => `Le Centre recommande que ${name} puisse`,
    verbs: ["adopter", "renforcer", "évaluer", "clarifier", "garantir", "publier", "réviser", "élaborer", "financer"],
    things: [
      "la formation des magistrats",
      "la protection des victimes",
      "le statut de séjour",
      "l’accueil spécialisé",
      "la collecte des données",
      "la procédure de détection",
      "le budget pluriannuel",
      "l’inspection du travail",
      "l’assistance juridique",
      "la coopération policière",
      "les délais de réflexion",
      "la saisie des avoirs",
    ],
    ways: [
      "dans les meilleurs délais",
      "de manière transparente",
      "avec les centres d’accueil",
      "sur la base d’une évaluation",
      "conformément aux normes européennes",
      "avant la fin de l’année",
    ],
    and: " et",
  },
  nl: {
    lead: (name) => `Het Centrum beveelt aan dat ${name} werk maakt van het`,
    verbs: [
      "aannemen van",
      "versterken van",
      "evalueren van",
      "verduidelijken van",
      "waarborgen van",
      "financieren van",
    ],
    things: [
      "de opleiding van magistraten",
      "de bescherming van slachtoffers",
      "het verblijfsstatuut",
      "de gespecialiseerde opvang",
      "de gegevensverzameling",
      "de detectieprocedure",
      "de meerjarenbegroting",
      "de arbeidsinspectie",
      "de rechtsbijstand",
      "de politiesamenwerking",
      "de reflectieperiode",
      "de inbeslagneming van vermogen",
    ],
    ways: [
      "zo spoedig mogelijk",
      "op een transparante manier",
      "met de opvangcentra",
      "op basis van een evaluatie",
      "overeenkomstig de Europese normen",
      "voor het einde van het jaar",
    ],
    and: " en",
  },
  en: {
    lead: (name) => `The Centre recommends that ${name}`,
    verbs: ["adopt", "strengthen", "assess", "clarify", "guarantee", "publish", "review", "draw up", "fund"],
    things: [
      "the training of magistrates",
      "the protection of victims",
      "the residence status",
      "specialised reception",
      "the collection of data",
      "the detection procedure",
      "the multi-year budget",
      "labour inspection",
      "legal assistance",
      "police cooperation",
      "the reflection period",
      "the seizure of assets",
    ],
    ways: [
      "as soon as possible",
      "in a transparent manner",
      "with the reception centres",
      "on the basis of an evaluation",
      "in line with European standards",
      "before the end of the year",
    ],
    and: " and",
  },
};

/** One text in this number has a given rare word of its language, which the search figures look for. */
export const oneRareWordIn = 4000;

const rareStems: Readonly<Record<Language, string>> = { fr: "repère", nl: "kenmerk", en: "marker" };

/**
 * A word that occurs in few texts, all of one language; always with four digits, so that none is the beginning of
 * another.
 */
export function rareWord(language: Language, number: number): string {
  return `${rareStems[language]}${String(number).padStart(4, "0")}`;
}

export function sentence(chance: Chance, language: Language): string {
  const { verbs, things, ways } = words[language];
  return `${chance.pick(verbs)} ${chance.pick(things)} ${chance.pick(ways)}`;
}

export function titleText(chance: Chance): LocalizedText {
  const verb = chance.next();
  const thing = chance.int(0, 11);
  return Object.fromEntries(
    languages.map((language) => {
      const { verbs, things } = words[language];
      const text = `${verbs[Math.floor(verb * verbs.length)]} ${things[thing]}`;
      return [language, text.charAt(0).toUpperCase() + text.slice(1)];
    }),
  );
}

export function recommendationText(chance: Chance, names: LocalizedText): LocalizedText {
  return Object.fromEntries(
    languages.map((language) => {
      const { lead, and } = words[language];
      const parts = Array.from({ length: chance.int(1, 4) }, () => sentence(chance, language));
      const last = parts.pop();
      const text = parts.length === 0 ? last : `${parts.join(", ")}${and} ${last}`;
      const rare = rareWord(language, chance.int(0, oneRareWordIn - 1));
      return [language, `${lead(names[language] ?? "")} ${text}. (${rare})`];
    }),
  );
}
