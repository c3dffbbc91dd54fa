/** How a language names a part of a year: which quarter or half it is, from 1, or the month in which a season ends. */
export type PeriodNames = Readonly<
  Record<"quarter" | "semester", (which: number, year: string) => string> & {
    season: (endsIn: 2 | 5 | 8 | 11, year: string) => string;
  }
>;

const seasons = {
  en: { 2: "winter", 5: "spring", 8: "summer", 11: "autumn" },
  fr: { 2: "hiver", 5: "printemps", 8: "été", 11: "automne" },
  nl: { 2: "winter", 5: "lente", 8: "zomer", 11: "herfst" },
  de: { 2: "Winter", 5: "Frühling", 8: "Sommer", 11: "Herbst" },
} as const;

const ordinals = {
  en: ["first", "second", "third", "fourth"],
  fr: ["premier", "deuxième", "troisième", "quatrième"],
  nl: ["eerste", "tweede", "derde", "vierde"],
  de: ["erstes", "zweites", "drittes", "viertes"],
} as const;

const seasonIn =
  (language: keyof typeof seasons): PeriodNames["season"] =>
  (endsIn, year) =>
    `${seasons[language][endsIn]} ${year}`;

export const periodNames: Readonly<Record<keyof typeof seasons, PeriodNames>> = {
  en: {
    quarter: (which, year) => `${ordinals.en[which - 1]} quarter of ${year}`,
    semester: (which, year) => `${ordinals.en[which - 1]} half of ${year}`,
    season: seasonIn("en"),
  },
  fr: {
    quarter: (which, year) => `${ordinals.fr[which - 1]} trimestre ${year}`,
    semester: (which, year) => `${which === 2 ? "second" : "premier"} semestre ${year}`,
    season: seasonIn("fr"),
  },
  nl: {
    quarter: (which, year) => `het ${ordinals.nl[which - 1]} kwartaal van ${year}`,
    semester: (which, year) => `de ${ordinals.nl[which - 1]} helft van ${year}`,
    season: seasonIn("nl"),
  },
  de: {
    quarter: (which, year) => `${ordinals.de[which - 1]} Quartal ${year}`,
    semester: (which, year) => `${ordinals.de[which - 1]} Halbjahr ${year}`,
    season: seasonIn("de"),
  },
};
