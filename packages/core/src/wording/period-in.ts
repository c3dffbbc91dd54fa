const units = {
  en: { days: ["day", "days"], weeks: ["week", "weeks"], months: ["month", "months"], years: ["year", "years"] },
  nl: { days: ["dag", "dagen"], weeks: ["week", "weken"], months: ["maand", "maanden"], years: ["jaar", "jaar"] },
  fr: { days: ["jour", "jours"], weeks: ["semaine", "semaines"], months: ["mois", "mois"], years: ["an", "ans"] },
  de: { days: ["Tag", "Tage"], weeks: ["Woche", "Wochen"], months: ["Monat", "Monate"], years: ["Jahr", "Jahre"] },
} as const;

/** A period such as "2 months" in a language; German has another plural after some words. */
export function periodIn(language: keyof typeof units, period: unknown, ending?: "dative"): string {
  const [amount = "", unit = ""] = String(period).split(" ");
  const names = units[language][unit as keyof (typeof units)["nl"]];
  if (names === undefined) return String(period);
  const [one, many] = names;
  return amount === "1"
    ? `${amount} ${one}`
    : `${amount} ${many}${ending === "dative" && !many.endsWith("n") ? "n" : ""}`;
}
