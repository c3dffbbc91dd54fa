import { type Label, label } from "../label.ts";
import type { DraftingRemark, DraftingRemarkCode } from "../read-models/drafting-remark.ts";

const words: Readonly<Record<DraftingRemarkCode, Label>> = {
  noAddressee: label(
    "No addressee is filled in yet.",
    "Aucun destinataire n’est encore indiqué.",
    "Er is nog geen geadresseerde ingevuld.",
    "Es ist noch kein Adressat eingetragen.",
  ),
  formerOrganization: label(
    "It is addressed to an organization that does not exist on that day.",
    "Elle s’adresse à une organisation qui n’existe pas ce jour-là.",
    "Ze is gericht aan een organisatie die op die dag niet bestaat.",
    "Sie richtet sich an eine Organisation, die es an dem Tag nicht gibt.",
  ),
  missingLanguage: label(
    "Its text is missing in an authentic language of the report.",
    "Son texte manque dans une langue authentique du rapport.",
    "Haar tekst ontbreekt in een authentieke taal van het verslag.",
    "Ihr Text fehlt in einer verbindlichen Sprache des Berichts.",
  ),
  severalDemands: label(
    "It seems to demand several things: each can be a part with its own answer.",
    "Elle semble demander plusieurs choses : chacune peut être une partie avec sa propre réponse.",
    "Ze lijkt verschillende dingen te vragen: elk kan een deel met een eigen antwoord zijn.",
    "Sie scheint mehrere Dinge zu fordern: Jedes kann ein Teil mit eigener Antwort sein.",
  ),
  noTime: label(
    "It does not say by when.",
    "Elle ne dit pas pour quand.",
    "Ze zegt niet tegen wanneer.",
    "Sie sagt nicht, bis wann.",
  ),
  nothingVerifiable: label(
    "It names no act that could be verified later.",
    "Elle ne nomme aucun acte qu’on pourrait vérifier plus tard.",
    "Ze noemt geen daad die later gecontroleerd kan worden.",
    "Sie nennt keine Handlung, die später überprüft werden könnte.",
  ),
  perhapsAskedBefore: label(
    "It may have been asked before: link the two if it is the same demand.",
    "Elle a peut-être déjà été formulée : liez les deux si la demande est la même.",
    "Misschien is dit al eerder gevraagd: verbind de twee als het dezelfde vraag is.",
    "Vielleicht wurde das schon gefordert: Verknüpfen Sie beide, wenn es dieselbe Forderung ist.",
  ),
};

const namedInText = label(
  "No addressee is filled in yet; its text names:",
  "Aucun destinataire n’est encore indiqué ; son texte nomme :",
  "Er is nog geen geadresseerde ingevuld; haar tekst noemt:",
  "Es ist noch kein Adressat eingetragen; ihr Text nennt:",
);

/** What a remark says, in a sentence. */
export function remarkText({ code, organizations }: Pick<DraftingRemark, "code" | "organizations">): Label {
  return code === "noAddressee" && organizations !== undefined ? namedInText : words[code];
}
