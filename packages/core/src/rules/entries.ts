import { label } from "../label.ts";
import type { Rule } from "./rule.ts";

/** What is recorded: who may do what, what is corrected, and what is seen. */
export const entryRules = {
  R12: {
    title: label(
      "Nothing is overwritten",
      "Rien n'est écrasé",
      "Niets wordt overschreven",
      "Nichts wird überschrieben",
    ),
    text: label(
      'The day on which a thing took effect and the moment at which it was recorded are kept apart. A question about a day goes by the first with all that is known now; "known at" uses only what had been recorded by then. A correction is a new entry beside the old one.',
      "Le jour où une chose a pris effet et le moment où elle a été enregistrée sont conservés séparément. Une question sur un jour suit le premier avec tout ce que l'on sait maintenant ; « connu au » n'utilise que ce qui était alors enregistré. Une correction est une nouvelle entrée à côté de l'ancienne.",
      'De dag waarop iets inging en het moment waarop het werd vastgelegd, worden apart bewaard. Een vraag over een dag volgt de eerste met alles wat nu bekend is; "bekend op" gebruikt alleen wat toen was vastgelegd. Een correctie is een nieuwe vermelding naast de oude.',
      "Der Tag, an dem etwas wirksam wurde, und der Zeitpunkt, zu dem es festgehalten wurde, werden getrennt aufbewahrt. Eine Frage zu einem Tag folgt dem ersten mit allem, was jetzt bekannt ist; „bekannt am“ nutzt nur, was damals festgehalten war. Eine Korrektur ist ein neuer Eintrag neben dem alten.",
    ),
    source: "decided here",
    function: "core/follow-up/entries/amended-by.ts#withAmendedBy",
    test: "core/follow-up/overtaken.test.ts#what was corrected or retracted names what overtook it",
  },
  R52: {
    title: label(
      "Corrections and retractions",
      "Corrections et retraits",
      "Correcties en intrekkingen",
      "Korrekturen und Rücknahmen",
    ),
    text: label(
      "A correction keeps the day of what it corrects; a change of mind is a new entry. A retraction takes away an entry that was made on the wrong follow-up, with all its later versions; the retraction of a correction brings back what that had corrected. Of two corrections of one entry the one that was recorded last holds.",
      "Une correction garde le jour de ce qu'elle corrige ; un changement d'avis est une nouvelle entrée. Un retrait enlève une entrée faite sur le mauvais suivi, avec toutes ses versions ultérieures ; le retrait d'une correction rétablit ce qu'elle avait corrigé. De deux corrections d'une même entrée, la dernière enregistrée vaut.",
      "Een correctie houdt de dag van wat ze corrigeert; een verandering van mening is een nieuwe vermelding. Een intrekking neemt een vermelding op de verkeerde opvolging weg, met al haar latere versies; de intrekking van een correctie brengt terug wat die corrigeerde. Van twee correcties van één vermelding geldt de laatst vastgelegde.",
      "Eine Korrektur behält den Tag dessen, was sie korrigiert; eine Meinungsänderung ist ein neuer Eintrag. Eine Rücknahme nimmt einen Eintrag zur falschen Nachverfolgung weg, mit allen späteren Fassungen; die Rücknahme einer Korrektur stellt wieder her, was diese korrigiert hatte. Von zwei Korrekturen eines Eintrags gilt die zuletzt festgehaltene.",
    ),
    source: "decided here",
    function: "core/follow-up/entries/live-entries.ts#liveEntries",
    test: "core/follow-up/readings-order.test.ts#a retraction",
  },
  R53: {
    title: label(
      "An entry comes after what it names",
      "Une entrée suit ce qu'elle nomme",
      "Een vermelding komt na wat ze noemt",
      "Ein Eintrag folgt dem, was er nennt",
    ),
    text: label(
      "An outcome, a move or a withdrawal that was given or recorded before its promise or claim counts from that one's day. Nothing is lost.",
      "Une issue, un report ou un retrait donné ou enregistré avant son engagement ou sa déclaration compte à partir du jour de ceux-ci. Rien n'est perdu.",
      "Een afloop, verschuiving of intrekking die voor haar toezegging of melding is gegeven of vastgelegd, telt vanaf de dag daarvan. Niets gaat verloren.",
      "Ein Ergebnis, eine Verschiebung oder Rücknahme, die vor ihrer Zusage oder Meldung gegeben oder festgehalten wurde, zählt ab deren Tag. Nichts geht verloren.",
    ),
    source: "decided here",
    function: "core/follow-up/entries/live-entries.ts#liveEntries",
    test: "core/follow-up/readings-order.test.ts#an entry comes after what it refers to; nothing is lost",
  },
  R54: {
    title: label("What may be done when", "Ce qui est possible et quand", "Wat wanneer mag", "Was wann möglich ist"),
    text: label(
      "One table says which act is possible in which state, by which role, and what the follow-up becomes. What an editor records for an addressee needs its source.",
      "Un seul tableau dit quel acte est possible dans quel état, par quel rôle, et ce que devient le suivi. Ce qu'un rédacteur enregistre pour un destinataire demande sa source.",
      "Eén tabel zegt welke handeling in welke stand mogelijk is, door welke rol, en wat de opvolging dan wordt. Wat een redacteur voor een geadresseerde vastlegt, vraagt de bron ervan.",
      "Eine Tabelle sagt, welcher Schritt in welchem Stand möglich ist, durch welche Rolle, und was aus der Nachverfolgung wird. Was ein Redakteur für einen Adressaten festhält, braucht dessen Quelle.",
    ),
    source: "decided here",
    function: "core/acts/actions.ts#actions",
    test: "core/acts/acts.test.ts#what a role may do in a state is what the table says",
  },
  R55: {
    title: label("Who may amend", "Qui peut modifier", "Wie mag wijzigen", "Wer ändern darf"),
    text: label(
      "The side that made an entry corrects it, by the same rules as for making one. An editor may retract any entry. What has an act of its own is changed by that act and not by a correction. An addressee amends what decides whether it is overdue only on the day on which it was given and recorded, and only until a finding, a closure, a decision or an editor's correction follows. After that an editor amends it. A successor amends what its predecessor said.",
      "La partie qui a fait une entrée la corrige, selon les mêmes règles que pour la faire. Un rédacteur peut retirer toute entrée. Ce qui a un acte propre est changé par cet acte et non par une correction. Un destinataire ne modifie ce qui décide s'il est en retard que le jour où c'est donné et enregistré, et seulement tant qu'aucun constat, clôture, décision ou correction d'un rédacteur ne suit. Ensuite un rédacteur le modifie. Un successeur modifie ce que son prédécesseur a dit.",
      "De kant die een vermelding maakte, corrigeert ze, volgens dezelfde regels als om er een te maken. Een redacteur mag elke vermelding intrekken. Waarvoor een eigen handeling bestaat, wordt door die handeling veranderd en niet door een correctie. Wat beslist of een geadresseerde te laat is, wijzigt hij alleen op de dag waarop het is gegeven en vastgelegd, en alleen zolang er geen bevinding, afsluiting, beslissing of correctie door een redacteur op volgt. Daarna wijzigt een redacteur het. Een opvolger wijzigt wat zijn voorganger zei.",
      "Die Seite, die einen Eintrag machte, korrigiert ihn, nach denselben Regeln wie für einen neuen. Ein Redakteur darf jeden Eintrag zurücknehmen. Wofür es einen eigenen Schritt gibt, wird durch diesen Schritt geändert und nicht durch eine Korrektur. Was entscheidet, ob er überfällig ist, ändert ein Adressat nur an dem Tag, an dem es gegeben und festgehalten wurde, und nur solange keine Feststellung, kein Abschluss, keine Entscheidung und keine Korrektur eines Redakteurs folgt. Danach ändert es ein Redakteur. Ein Nachfolger ändert, was sein Vorgänger sagte.",
    ),
    source: "decided here (docs/decisions/0016, 0027)",
    function: "core/acts/decisive.ts#requireStillOwn",
    test: "core/acts/decisive.test.ts#R55: what makes an addressee overdue or not is its own to correct on its own day",
  },
  R56: {
    title: label("For whom one acts", "Pour qui l'on agit", "Voor wie men handelt", "Für wen man handelt"),
    text: label(
      "A respondent acts for its own organization and for what that inherited. An editor or assessor who works for issuing bodies acts on what these issued or inherited. What one may see is decided by today, whatever day is asked about.",
      "Un répondant agit pour sa propre organisation et pour ce qu'elle a hérité. Un rédacteur ou évaluateur qui travaille pour des organismes émetteurs agit sur ce que ceux-ci ont émis ou hérité. Ce que l'on peut voir dépend d'aujourd'hui, quel que soit le jour demandé.",
      "Een respondent handelt voor zijn eigen organisatie en voor wat die erfde. Een redacteur of beoordelaar van uitgevende instanties handelt over wat deze uitgaven of erfden. Wat iemand mag zien, hangt af van vandaag, over welke dag ook gevraagd wordt.",
      "Ein Antwortender handelt für seine eigene Organisation und für das, was sie geerbt hat. Ein Redakteur oder Beurteiler herausgebender Stellen handelt zu dem, was diese herausgaben oder erbten. Was jemand sehen darf, richtet sich nach heute, nach welchem Tag auch gefragt wird.",
    ),
    source: "decided here (docs/decisions/0027)",
    function: "core/acts/act.ts#isOwnFollowUp",
    test: "core/acts/acts.test.ts#for another organization's follow-up",
  },
  R57: {
    title: label(
      "Who acted is kept",
      "Qui a agi est conservé",
      "Wie handelde, wordt bewaard",
      "Wer handelte, bleibt aufbewahrt",
    ),
    text: label(
      "Every act keeps who did it, for which side and organization. On a local record the account of the system is kept beside the name that was given.",
      "Chaque acte conserve qui l'a fait, pour quelle partie et quelle organisation. Sur un registre local, le compte du système est conservé à côté du nom indiqué.",
      "Elke handeling bewaart wie ze deed, voor welke kant en organisatie. In een lokaal register wordt het account van het systeem bewaard naast de opgegeven naam.",
      "Jeder Schritt bewahrt auf, wer ihn tat, für welche Seite und Organisation. In einem lokalen Register wird das Konto des Systems neben dem angegebenen Namen aufbewahrt.",
    ),
    source: "decided here",
    function: "store/acts/perform-act.ts#performAct",
    test: "store/append-entries.test.ts#keeps who did it, and the account of the system that it was done under",
  },
  R58: {
    title: label(
      "Drafts leave no trace",
      "Les projets ne laissent pas de trace",
      "Ontwerpen laten geen spoor na",
      "Entwürfe hinterlassen keine Spur",
    ),
    text: label(
      "A draft has no standing. Who may not see it finds no trace of it in any total, list, search, entity tag or export.",
      "Un projet n'a pas de statut. Qui ne peut pas le voir n'en trouve trace dans aucun total, aucune liste, recherche, étiquette d'entité ou export.",
      "Een ontwerp heeft geen stand. Wie het niet mag zien, vindt er geen spoor van in een totaal, lijst, zoekopdracht, entiteitstag of export.",
      "Ein Entwurf hat keinen Stand. Wer ihn nicht sehen darf, findet in keiner Summe, Liste, Suche, Entitätsmarke und keinem Export eine Spur davon.",
    ),
    source: "decided here",
    function: "store/access/visibility.ts#visibleTo",
    test: "store/register-acts.test.ts#leaves no trace for the public, and is whole for an editor",
  },
  R59: {
    title: label(
      "Confidential evidence leaves no trace",
      "Les preuves confidentielles ne laissent pas de trace",
      "Vertrouwelijk bewijs laat geen spoor na",
      "Vertrauliche Nachweise hinterlassen keine Spur",
    ),
    text: label(
      "Who may not see confidential evidence finds no trace of it, also not of an entry that holds nothing else. Once confidential, it is so in every earlier version and at every earlier moment.",
      "Qui ne peut pas voir une preuve confidentielle n'en trouve aucune trace, ni d'une entrée qui ne contient rien d'autre. Une fois confidentielle, elle l'est dans toutes les versions et à tous les moments antérieurs.",
      "Wie vertrouwelijk bewijs niet mag zien, vindt er geen spoor van, ook niet van een vermelding die niets anders bevat. Is het vertrouwelijk geworden, dan is het dat in elke vroegere versie en op elk vroeger moment.",
      "Wer vertrauliche Nachweise nicht sehen darf, findet keine Spur davon, auch nicht von einem Eintrag, der nichts anderes enthält. Einmal vertraulich, sind sie es in jeder früheren Fassung und zu jedem früheren Zeitpunkt.",
    ),
    source: "decided here",
    function: "core/follow-up/entries/without-confidential.ts#withoutConfidential",
    test: "core/access.test.ts#confidential evidence leaves an entry, and an entry of nothing else leaves no trace",
  },
  R60: {
    title: label(
      "The content of an answer",
      "Le contenu d'une réponse",
      "De inhoud van een antwoord",
      "Der Inhalt einer Antwort",
    ),
    text: label(
      "On the day on which an addressee submits its answer, it has given what it owes, and that day is public at once. What it says is public from its submission, or, where the installation says so, from the act by which the issuing body publishes it. Until then others see that there is an answer, who gave it, and what decides the standing.",
      "Le jour où il remet sa réponse, le destinataire a donné ce qu'il doit, et ce jour est public aussitôt. Ce qu'il dit est public dès sa remise ou, si l'installation en décide ainsi, dès l'acte par lequel l'organisme émetteur le publie. Jusque-là, les autres voient qu'il y a une réponse, qui l'a donnée, et ce qui décide du statut.",
      "Op de dag waarop een geadresseerde zijn antwoord indient, heeft hij gegeven wat hij verschuldigd is, en die dag is meteen openbaar. Wat hij zegt, is openbaar vanaf de indiening of, als de installatie dat bepaalt, vanaf de handeling waarmee de uitgevende instantie het publiceert. Tot dan zien anderen dat er een antwoord is, wie het gaf, en wat de stand bepaalt.",
      "Mit dem Tag der Einreichung ist erfüllt, was ein Adressat schuldet, und er ist sofort öffentlich. Was er sagt, ist ab der Einreichung öffentlich oder, wo die Installation es so bestimmt, ab dem Schritt, mit dem die herausgebende Stelle es veröffentlicht. Bis dahin sehen andere, dass es eine Antwort gibt, wer sie gab, und was den Stand bestimmt.",
    ),
    source: "decided here (docs/decisions/0086)",
    function: "core/follow-up/entries/unpublished.ts#unpublished",
    test: "core/follow-up/unpublished.test.ts#is read by nobody before its publication, each entry for itself, and decides the standing at once",
  },
  R61: {
    title: label(
      "What was published stays",
      "Ce qui est publié reste",
      "Wat gepubliceerd is, blijft",
      "Was veröffentlicht ist, bleibt",
    ),
    text: label(
      "A published recommendation or report never changes. A correction is a new version, and the one before is kept and told.",
      "Une recommandation ou un rapport publié ne change jamais. Une correction est une nouvelle version, et la précédente est conservée et montrée.",
      "Een gepubliceerde aanbeveling of een gepubliceerd verslag verandert nooit. Een correctie is een nieuwe versie, en de vorige blijft bewaard en wordt getoond.",
      "Eine veröffentlichte Empfehlung oder ein veröffentlichter Bericht ändert sich nie. Eine Korrektur ist eine neue Fassung, und die vorige wird aufbewahrt und gezeigt.",
    ),
    source: "UN treaty bodies",
    function: "core/register/correct-recommendation.ts#correctRecommendation",
    test: "store/register-acts.test.ts#is corrected by a new version, and the old one is told",
  },
  R62: {
    title: label(
      "An old reference still finds it",
      "L'ancienne référence la retrouve",
      "Een oude referentie vindt haar nog",
      "Die alte Kennung findet sie noch",
    ),
    text: label(
      "The reference or the issuing body of a published recommendation can be corrected. The old one stays as an alias that finds it.",
      "La référence ou l'organisme émetteur d'une recommandation publiée peut être corrigé. L'ancien reste un alias qui permet de la retrouver.",
      "De referentie of de uitgevende instantie van een gepubliceerde aanbeveling kan worden gecorrigeerd. De oude blijft een alias waaronder ze te vinden is.",
      "Die Kennung oder die herausgebende Stelle einer veröffentlichten Empfehlung kann korrigiert werden. Die alte bleibt ein Alias, unter dem man sie findet.",
    ),
    source: "decided here",
    function: "store/recommendations/by-reference.ts#bearsReference",
    test: "store/former-references.test.ts#still finds its recommendation, beside the present one, wherever it is looked up",
  },
  R63: {
    title: label("The audit", "L'audit", "De audit", "Das Audit"),
    text: label(
      "Every follow-up and every thing of the register has a chain of records, each with the hash of the one before. Checkpoints hash the ends of all chains, so that a tail that was cut off shows.",
      "Chaque suivi et chaque objet du registre a une chaîne d'enregistrements, chacun avec l'empreinte du précédent. Des points de contrôle résument la fin de toutes les chaînes : une fin coupée se voit.",
      "Elke opvolging en elk ding van het register heeft een keten van records, elk met de hash van het vorige. Controlepunten hashen het einde van alle ketens, zodat een afgeknipt einde zichtbaar is.",
      "Jede Nachverfolgung und jedes Ding des Registers hat eine Kette von Einträgen, jeder mit dem Hash des vorigen. Prüfpunkte hashen die Enden aller Ketten, damit ein abgeschnittenes Ende auffällt.",
    ),
    source: "decided here (docs/decisions/0020)",
    function: "store/audit/verify-audit.ts#verifyAudit",
    test: "cli/audit.test.ts#shows a tail that was cut off with all that tells of it, once a checkpoint had seen it",
  },
} as const satisfies Record<string, Rule>;
