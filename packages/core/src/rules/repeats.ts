import { label } from "../label.ts";
import type { Rule } from "./rule.ts";

/** What is asked again. */
export const repeatRules = {
  R15: {
    title: label("Asked again", "Demandé à nouveau", "Opnieuw gevraagd", "Erneut gefragt"),
    text: label(
      "A recommendation that a later report repeats is linked to the earlier one. Its age counts from the first asking, whoever was asked then, with the first due date and the number of times; a repetition counts from the newer one's publication.",
      "Une recommandation reprise dans un rapport ultérieur est liée à la précédente. Son âge se compte depuis la première demande, quel qu'en fût le destinataire, avec la première échéance et le nombre de fois ; une répétition compte depuis la publication de la nouvelle.",
      "Een aanbeveling die een later verslag herhaalt, is gekoppeld aan de vroegere. Haar leeftijd telt vanaf de eerste keer, wie er toen ook gevraagd werd, met de eerste termijn en het aantal keren; een herhaling telt vanaf de publicatie van de nieuwere.",
      "Eine Empfehlung, die ein späterer Bericht wiederholt, ist mit der früheren verknüpft. Ihr Alter zählt ab dem ersten Mal, wer auch gefragt war, mit der ersten Frist und der Zahl der Male; eine Wiederholung zählt ab der Veröffentlichung der neueren.",
    ),
    source: "decided here",
    function: "core/follow-up/case/lineage.ts#askedOf",
    test: "core/recommendation/lineage.test.ts#what is repeated or sharpened counts from its first asking",
  },
  R50: {
    title: label(
      "The newer one is followed",
      "La plus récente est suivie",
      "De nieuwere wordt gevolgd",
      "Die neuere wird verfolgt",
    ),
    text: label(
      "Each report owes its own response. What else is owed is owed on the newest recommendation: where it repeats, sharpens or supersedes an older one and asks the same addressee, the older one closes as superseded from the day of the link. Lateness before that day stays, and an addressee that the newer one does not name stays open. An open promise ends with it: the link names each, so that it is made again on the newer one.",
      "Chaque rapport demande sa propre réponse. Le reste est dû sur la recommandation la plus récente : si elle répète, renforce ou remplace une plus ancienne et s'adresse au même destinataire, l'ancienne est clôturée comme remplacée dès le jour du lien. Le retard d'avant ce jour reste, et un destinataire que la nouvelle ne nomme pas reste ouvert. Un engagement ouvert prend fin avec elle : le lien nomme chacun, pour qu'il soit repris sur la nouvelle.",
      "Elk verslag vraagt zijn eigen antwoord. De rest is verschuldigd op de nieuwste aanbeveling: waar die een oudere herhaalt, verscherpt of vervangt en dezelfde geadresseerde vraagt, wordt de oudere afgesloten als vervangen vanaf de dag van de koppeling. Te laat van voor die dag blijft te laat, en een geadresseerde die de nieuwere niet noemt, blijft open. Een open toezegging eindigt ermee: de koppeling noemt ze elk, zodat ze op de nieuwere opnieuw wordt gedaan.",
      "Jeder Bericht verlangt seine eigene Antwort. Alles andere ist auf die neueste Empfehlung geschuldet: Wo sie eine ältere wiederholt, verschärft oder ersetzt und denselben Adressaten fragt, wird die ältere ab dem Tag der Verknüpfung als ersetzt abgeschlossen. Verzug vor diesem Tag bleibt, und ein Adressat, den die neuere nicht nennt, bleibt offen. Eine offene Zusage endet damit: Die Verknüpfung nennt jede, damit sie auf die neuere erneut gegeben wird.",
    ),
    source: "decided here",
    function: "core/follow-up/replay/replacement.ts#replacements",
    test: "store/superseding.test.ts#closes them for the same addressee, from its day, where it takes their place; and nothing else",
  },
  R51: {
    title: label("The same addressee", "Le même destinataire", "Dezelfde geadresseerde", "Derselbe Adressat"),
    text: label(
      "It is the organization that is responsible on the day on which the newer recommendation was published, whatever was printed. A newer one that asks for information only closes nothing before it asks to act.",
      "C'est l'organisation qui est responsable le jour de la publication de la nouvelle recommandation, quel que soit le nom imprimé. Une nouvelle recommandation adressée pour information ne clôture rien avant de demander d'agir.",
      "Dat is de organisatie die verantwoordelijk is op de dag waarop de nieuwere aanbeveling verscheen, wat er ook gedrukt staat. Een nieuwere die alleen ter informatie is, sluit niets af voor ze vraagt te handelen.",
      "Das ist die Organisation, die am Tag der Veröffentlichung der neueren Empfehlung verantwortlich ist, was auch gedruckt steht. Eine neuere, die nur informiert, schließt nichts ab, bevor sie zum Handeln auffordert.",
    ),
    source: "decided here",
    function: "core/follow-up/replay/replacement.ts#replacements",
    test: "store/superseding.test.ts#the same addressee is who answers on the day of the newer one's publication",
  },
} as const satisfies Record<string, Rule>;
