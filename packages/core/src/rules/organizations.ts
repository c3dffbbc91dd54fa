import { label } from "../label.ts";
import type { Rule } from "./rule.ts";

/** Who is responsible when organizations change. */
export const organizationRules = {
  R14: {
    title: label("The successor answers", "Le successeur répond", "De opvolger antwoordt", "Der Nachfolger antwortet"),
    text: label(
      "A follow-up moves to the addressee's successor from the day of the change, that day included, with the due dates that stood. A renaming, merger or absorption moves it by itself; a split or a transfer of competence moves what its themes decide. The printed addressee never changes: lists tell both, and can be asked for either.",
      "Un suivi passe au successeur du destinataire dès le jour du changement, ce jour compris, avec les échéances en cours. Un changement de nom, une fusion ou une absorption le déplace de lui-même ; une scission ou un transfert de compétence déplace ce que ses thèmes décident. Le destinataire imprimé ne change jamais : les listes indiquent les deux et peuvent être filtrées par l'un ou l'autre.",
      "Een opvolging gaat over op de opvolger van de geadresseerde vanaf de dag van de wijziging, die dag inbegrepen, met de lopende termijnen. Een naamswijziging, fusie of opslorping doet dat vanzelf; een splitsing of bevoegdheidsoverdracht verplaatst wat de thema's bepalen. De gedrukte geadresseerde verandert nooit: lijsten noemen beide, en kunnen op beide gefilterd worden.",
      "Eine Nachverfolgung geht ab dem Tag der Änderung, diesen eingeschlossen, mit den laufenden Fristen auf den Nachfolger des Adressaten über. Eine Umbenennung, Fusion oder Eingliederung bewirkt das von selbst; eine Aufteilung oder Übertragung der Zuständigkeit verschiebt, was ihre Themen bestimmen. Der gedruckte Adressat ändert sich nie: Listen nennen beide und lassen sich nach beiden filtern.",
    ),
    source: "decided here, on the W3C Organization Ontology",
    function: "core/organization/succession.ts#successionOf",
    test: "store/succession.test.ts#the successor answers from the day of the split, with the inherited dates, and an extension runs on",
  },
  R41: {
    title: label(
      "Where an editor has to decide",
      "Quand un rédacteur doit décider",
      "Waar een redacteur moet beslissen",
      "Wo ein Redakteur entscheiden muss",
    ),
    text: label(
      "What the themes do not decide waits for an editor. Until then it is found under the predecessor and under every candidate, and its clocks run; nobody answers but a predecessor that still exists and is itself a candidate. The decision counts from the day of the change unless it names a later one.",
      "Ce que les thèmes ne décident pas attend un rédacteur. D'ici là, on le trouve sous le prédécesseur et sous chaque candidat, et ses délais courent ; personne ne répond, sauf un prédécesseur qui existe encore et est lui-même candidat. La décision vaut dès le jour du changement, sauf si elle en nomme un plus tardif.",
      "Wat de thema's niet bepalen, wacht op een redacteur. Tot dan staat het onder de voorganger en onder elke kandidaat, en lopen de klokken door; niemand antwoordt, behalve een voorganger die nog bestaat en zelf kandidaat is. De beslissing geldt vanaf de dag van de wijziging, tenzij ze een latere noemt.",
      "Was die Themen nicht bestimmen, wartet auf einen Redakteur. Bis dahin findet man es unter dem Vorgänger und unter jedem Kandidaten, und die Uhren laufen; niemand antwortet außer einem Vorgänger, der noch besteht und selbst Kandidat ist. Die Entscheidung gilt ab dem Tag der Änderung, außer sie nennt einen späteren.",
    ),
    source: "decided here",
    function: "core/acts/decide-successor.ts#decideSuccessor",
    test: "store/succession.test.ts#what no theme decides waits, under the predecessor and each candidate, until an editor decides for its day",
  },
  R42: {
    title: label(
      "Dissolved without a successor",
      "Dissoute sans successeur",
      "Ontbonden zonder opvolger",
      "Aufgelöst ohne Nachfolger",
    ),
    text: label(
      "Nobody answers any more, and an act of its respondent is refused: what was overdue stays overdue under the last name. An editor can decide who is responsible, from a day that the editor names.",
      "Plus personne ne répond, et un acte de son répondant est refusé : ce qui était en retard le reste sous le dernier nom. Un rédacteur peut décider qui est responsable, à partir d'un jour qu'il indique.",
      "Niemand antwoordt nog, en een handeling van haar respondent wordt geweigerd: wat te laat was, blijft te laat onder de laatste naam. Een redacteur kan beslissen wie verantwoordelijk is, vanaf een dag die hij noemt.",
      "Niemand antwortet mehr, und ein Schritt ihres Antwortenden wird abgelehnt: Was überfällig war, bleibt es unter dem letzten Namen. Ein Redakteur kann entscheiden, wer verantwortlich ist, ab einem Tag, den er nennt.",
    ),
    source: "decided here",
    function: "core/organization/succession.ts#successionAndQuestions",
    test: "core/organization/succession.test.ts#anyone after a dissolution, from the day that he names",
  },
  R43: {
    title: label(
      "Issuing bodies have successors too",
      "Les organismes émetteurs aussi",
      "Ook uitgevende instanties",
      "Auch herausgebende Stellen",
    ),
    text: label(
      "Verification moves to the successor of the issuing body by the same rules, and its cycles ask.",
      "La vérification passe au successeur de l'organisme émetteur selon les mêmes règles, et ses cycles interrogent.",
      "De verificatie gaat volgens dezelfde regels over op de opvolger van de uitgevende instantie, en diens cycli vragen.",
      "Die Überprüfung geht nach denselben Regeln auf den Nachfolger der herausgebenden Stelle über, und dessen Zyklen fragen.",
    ),
    source: "decided here",
    function: "core/follow-up/replay/responsibility.ts#responsibilityOf",
    test: "store/succession.test.ts#the issuing bodies' verification waits and moves in the same way",
  },
  R44: {
    title: label("A planned change", "Un changement prévu", "Een geplande wijziging", "Eine geplante Änderung"),
    text: label(
      "A change of organizations can be recorded before its day is known. It moves nothing until it has a day. What an editor decided about it then holds from that day.",
      "Un changement d'organisations peut être enregistré avant que son jour soit connu. Tant qu'il n'a pas de jour, il ne déplace rien. Ce qu'un rédacteur a décidé à son sujet vaut ensuite à partir de ce jour.",
      "Een wijziging van organisaties kan worden vastgelegd voor haar dag bekend is. Zolang ze geen dag heeft, verplaatst ze niets. Wat een redacteur erover besliste, geldt daarna vanaf die dag.",
      "Eine Änderung von Organisationen kann festgehalten werden, bevor ihr Tag bekannt ist. Solange sie keinen Tag hat, verschiebt sie nichts. Was ein Redakteur zu ihr entschied, gilt danach ab diesem Tag.",
    ),
    source: "decided here",
    function: "core/organization/changes-in-order.ts#datedChanges",
    test: "store/succession.test.ts#a plan without a day changes nothing, and what was decided of it holds for the day it gets",
  },
  R45: {
    title: label(
      "Several changes on one day",
      "Plusieurs changements le même jour",
      "Meerdere wijzigingen op één dag",
      "Mehrere Änderungen an einem Tag",
    ),
    text: label(
      "What comes out of one change goes into the next, whatever order they were recorded in. An organization hands over before it ends.",
      "Ce qui sort d'un changement entre dans le suivant, quel que soit l'ordre d'enregistrement. Une organisation transmet avant de prendre fin.",
      "Wat uit de ene wijziging komt, gaat in de volgende, in welke volgorde ze ook zijn vastgelegd. Een organisatie draagt over voor ze eindigt.",
      "Was aus einer Änderung hervorgeht, geht in die nächste ein, in welcher Reihenfolge sie auch festgehalten wurden. Eine Organisation übergibt, bevor sie endet.",
    ),
    source: "decided here",
    function: "core/organization/changes-in-order.ts#changesInOrder",
    test: "core/organization/succession.test.ts#several changes on one day",
  },
  R46: {
    title: label(
      "A transfer of competence",
      "Un transfert de compétence",
      "Een bevoegdheidsoverdracht",
      "Eine Übertragung der Zuständigkeit",
    ),
    text: label(
      "What is wholly about the themes that move goes along; what is partly about them waits for an editor. What names none of them stays, and an editor can decide otherwise.",
      "Ce qui porte entièrement sur les thèmes transférés suit ; ce qui y touche en partie attend un rédacteur. Ce qui n'en mentionne aucun reste, et un rédacteur peut en décider autrement.",
      "Wat helemaal over de overgedragen thema's gaat, gaat mee; wat er deels over gaat, wacht op een redacteur. Wat er geen noemt, blijft, en een redacteur kan anders beslissen.",
      "Was ganz zu den übertragenen Themen gehört, geht mit; was teils dazu gehört, wartet auf einen Redakteur. Was keines davon nennt, bleibt, und ein Redakteur kann anders entscheiden.",
    ),
    source: "decided here",
    function: "core/organization/holder.ts#holderAfter",
    test: "core/organization/succession.test.ts#otherwise than a transfer of competence that names none of its themes, which leaves it where it is",
  },
  R47: {
    title: label(
      "Asked after the change",
      "Demandé après le changement",
      "Gevraagd na de wijziging",
      "Nach der Änderung gefragt",
    ),
    text: label(
      "A split or transfer moves nothing that was published on its day or later. Where a report names an addressee that was already renamed, merged or absorbed, the organization that it had become is responsible; after a split an editor decides.",
      "Une scission ou un transfert ne déplace rien de ce qui a été publié ce jour-là ou plus tard. Si un rapport nomme un destinataire déjà renommé, fusionné ou absorbé, l'organisation qu'il est devenu est responsable ; après une scission, un rédacteur décide.",
      "Een splitsing of overdracht verplaatst niets dat op die dag of later is gepubliceerd. Noemt een verslag een geadresseerde die al hernoemd, gefuseerd of opgeslorpt was, dan is de organisatie die hij geworden is, verantwoordelijk; na een splitsing beslist een redacteur.",
      "Eine Aufteilung oder Übertragung verschiebt nichts, was an ihrem Tag oder später veröffentlicht wurde. Nennt ein Bericht einen Adressaten, der schon umbenannt, fusioniert oder eingegliedert war, ist die Organisation verantwortlich, die er geworden ist; nach einer Aufteilung entscheidet ein Redakteur.",
    ),
    source: "decided here (docs/decisions/0024)",
    function: "core/organization/succession.ts#successionAndQuestions",
    test: "core/organization/succession.test.ts#what changed before a recommendation was published",
  },
  R48: {
    title: label(
      "Changes have one truth",
      "Une seule vérité des changements",
      "Wijzigingen hebben één waarheid",
      "Änderungen haben eine Wahrheit",
    ),
    text: label(
      "A dated change dates the end and the founding of the organizations in it, and gives the old name as a former one. Changes that contradict each other are refused, with the place.",
      "Un changement daté fixe la fin et la fondation des organisations concernées, et donne l'ancien nom comme nom antérieur. Des changements qui se contredisent sont refusés, avec l'endroit.",
      "Een gedateerde wijziging bepaalt het einde en de oprichting van de betrokken organisaties, en geeft de oude naam als vroegere naam. Wijzigingen die elkaar tegenspreken, worden geweigerd, met de plaats.",
      "Eine datierte Änderung bestimmt Ende und Gründung der betroffenen Organisationen und gibt den alten Namen als früheren. Änderungen, die einander widersprechen, werden abgelehnt, mit der Stelle.",
    ),
    source: "decided here (docs/decisions/0024)",
    function: "core/organization/contradictions.ts#contradictions",
    test: "core/organization/contradictions.test.ts#changes contradict each other",
  },
  R49: {
    title: label(
      "An addressee that did not exist",
      "Un destinataire qui n'existait pas",
      "Een geadresseerde die niet bestond",
      "Ein Adressat, den es nicht gab",
    ),
    text: label(
      "A printed addressee that did not exist on the day of the report is no error. It is a warning that asks for an editor.",
      "Un destinataire imprimé qui n'existait pas le jour du rapport n'est pas une erreur. C'est un avertissement qui demande un rédacteur.",
      "Een gedrukte geadresseerde die niet bestond op de dag van het verslag, is geen fout. Het is een waarschuwing die om een redacteur vraagt.",
      "Ein gedruckter Adressat, den es am Tag des Berichts nicht gab, ist kein Fehler. Es ist eine Warnung, die einen Redakteur verlangt.",
    ),
    source: "decided here",
    function: "core/register/addressee-warnings.ts#addresseeWarnings",
    test: "store/organizations.test.ts#who is no more is told when it is addressed: in a draft, at publication, in a file",
  },
} as const satisfies Record<string, Rule>;
