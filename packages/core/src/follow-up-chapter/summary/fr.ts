import type { SummaryWording } from "./told.ts";

const of = (count: number, one: string, many: string) => `${count} ${count <= 1 ? one : many}`;

export const fr: SummaryWording = {
  title: (year) => `Ce que sont devenues les recommandations : ${year} en une page`,
  what: {
    title: "De quoi s’agit-il ?",
    text: (body, day) =>
      `${body} recommande ce qui doit changer, et à qui. L’organisme regarde ensuite ce qui a été fait. Cette page dit où l’on en était au ${day}.`,
  },
  done: {
    title: "Qu’est-ce qui a été fait ?",
    asked: ({ all, open, closed }) =>
      `Il y a ${of(all, "demande", "demandes")}. Ce qui est demandé à trois organisations compte trois fois. ${of(closed, "est clôturée", "sont clôturées")}, et ${of(open, "est encore suivie", "sont encore suivies")}.`,
    found: (body, { done, notJudged }) =>
      `${body} a constaté que ${of(done, "demande était entièrement réalisée", "demandes étaient entièrement réalisées")}. ${of(notJudged, "n’a", "n’ont")} pas encore été jugée${notJudged <= 1 ? "" : "s"}.`,
  },
  late: {
    title: "Qu’est-ce qui est en retard ?",
    text: ({ late, long }) =>
      `${of(late, "réponse, étape ou résultat est", "réponses, étapes ou résultats sont")} en retard, dont ${long} depuis plus d’un an.`,
    none: "Rien n’est en retard.",
    who: (name, count) => `${name} : ${count} en retard`,
  },
  voices: {
    title: "Sont-ils d’accord ?",
    text: (body, { divergent }) =>
      divergent === 0
        ? `Personne ne dit que tout est fait là où ${body} a constaté moins.`
        : `Dans ${of(divergent, "cas", "cas")}, une organisation dit que tout est fait, et ${body} a constaté moins.`,
  },
};
