/** The words for dates in each supported language, without accents and in lower case. */
export type DateWords = {
  months: readonly (readonly string[])[];
  /** From spring to winter. */
  seasons: readonly (readonly string[])[];
  /** First to fourth. */
  ordinals: readonly (readonly string[])[];
  quarter: readonly string[];
  half: readonly string[];
  end: readonly string[];
  /** Words without a meaning of their own. */
  filler: readonly string[];
  /** "before the end of 2025" counts to that end; "before summer" names no period with an end to count to. */
  before: readonly string[];
};

export const dateWords: Readonly<Record<"en" | "fr" | "nl" | "de", DateWords>> = {
  en: {
    months: [
      ["january", "jan"],
      ["february", "feb"],
      ["march", "mar"],
      ["april", "apr"],
      ["may"],
      ["june", "jun"],
      ["july", "jul"],
      ["august", "aug"],
      ["september", "sep", "sept"],
      ["october", "oct"],
      ["november", "nov"],
      ["december", "dec"],
    ],
    seasons: [["spring"], ["summer"], ["autumn", "fall"], ["winter"]],
    ordinals: [
      ["first", "1st"],
      ["second", "2nd"],
      ["third", "3rd"],
      ["fourth", "last", "4th"],
    ],
    quarter: ["quarter"],
    half: ["half", "semester"],
    end: ["end"],
    filler: ["the", "of", "in", "by", "at", "on", "during", "year", "month", "course"],
    before: ["before"],
  },
  fr: {
    months: [
      ["janvier", "janv"],
      ["fevrier", "fevr", "fev"],
      ["mars"],
      ["avril", "avr"],
      ["mai"],
      ["juin"],
      ["juillet", "juil", "juill"],
      ["aout", "aou"],
      ["septembre", "sept", "sep"],
      ["octobre", "oct"],
      ["novembre", "nov"],
      ["decembre", "dec"],
    ],
    seasons: [["printemps"], ["ete"], ["automne"], ["hiver"]],
    ordinals: [
      ["premier", "premiere", "1er", "1re", "1ere"],
      ["deuxieme", "second", "seconde", "2e", "2eme", "2nd", "2nde"],
      ["troisieme", "3e", "3eme"],
      ["quatrieme", "dernier", "4e", "4eme"],
    ],
    quarter: ["trimestre"],
    half: ["semestre", "moitie"],
    end: ["fin"],
    filler: "le la les l de du d au a en pour ici dans courant cours an annee mois".split(" "),
    before: ["avant"],
  },
  nl: {
    months: [
      ["januari", "jan"],
      ["februari", "feb"],
      ["maart", "mrt", "maa"],
      ["april", "apr"],
      ["mei"],
      ["juni", "jun"],
      ["juli", "jul"],
      ["augustus", "aug"],
      ["september", "sep", "sept"],
      ["oktober", "okt"],
      ["november", "nov"],
      ["december", "dec"],
    ],
    seasons: [["lente", "voorjaar"], ["zomer"], ["herfst", "najaar"], ["winter"]],
    ordinals: [
      ["eerste", "1e", "1ste"],
      ["tweede", "2e", "2de"],
      ["derde", "3e", "3de"],
      ["vierde", "laatste", "4e", "4de"],
    ],
    quarter: ["kwartaal", "trimester"],
    half: ["helft", "semester", "halfjaar"],
    end: ["eind", "einde"],
    filler: "de het van in tegen op tijdens loop jaar maand".split(" "),
    before: ["voor"],
  },
  de: {
    months: [
      ["januar", "janner", "jan"],
      ["februar", "feber", "feb"],
      ["marz", "maerz", "mar", "mrz"],
      ["april", "apr"],
      ["mai"],
      ["juni", "jun"],
      ["juli", "jul"],
      ["august", "aug"],
      ["september", "sep", "sept"],
      ["oktober", "okt"],
      ["november", "nov"],
      ["dezember", "dez"],
    ],
    seasons: [["fruhling", "fruhjahr"], ["sommer"], ["herbst"], ["winter"]],
    ordinals: [
      ["erste", "erstes", "ersten", "1te"],
      ["zweite", "zweites", "zweiten", "2te"],
      ["dritte", "drittes", "dritten", "3te"],
      ["vierte", "viertes", "vierten", "letzte", "letztes", "letzten", "4te"],
    ],
    quarter: ["quartal", "vierteljahr"],
    half: ["halbjahr", "halfte", "semester"],
    end: ["ende"],
    filler: "der die das den dem des im in am bis zum zur laufe wahrend jahr jahres monat".split(" "),
    before: ["vor"],
  },
};

/** The last month of each meteorological season, from spring to winter; winter ends in the next year. */
export const seasonEnds: readonly { month: number; nextYear: boolean }[] = [
  { month: 5, nextYear: false },
  { month: 8, nextYear: false },
  { month: 11, nextYear: false },
  { month: 2, nextYear: true },
];

/** The words of a text as they are compared: without accents, in lower case, split at punctuation. */
export function plainWords(text: string): string[] {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
