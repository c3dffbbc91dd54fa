import type { ChoiceMessages } from "./en.ts";

export const choicesNl: ChoiceMessages = {
  "choice.position.accepted": "Akkoord; de uitvoering is verschuldigd.",
  "choice.position.acceptedInPart": "Akkoord met een deel; de uitvoering is verschuldigd.",
  "choice.position.acceptedInPrinciple":
    "Akkoord met het doel, nog niet met een manier; de uitvoering is verschuldigd.",
  "choice.position.noted": "Er is alleen kennis van genomen; er is geen uitvoering verschuldigd.",
  "choice.position.rejected": "Niet akkoord; er is geen uitvoering verschuldigd.",
  "choice.position.notCompetent": "Wij zijn de verkeerde instantie; de uitgevende instantie zegt of ze dat ook vindt.",
  "choice.level.contraryAction": "Wat is gedaan, gaat tegen de aanbeveling in.",
  "choice.level.noEvidence": "Niets toont dat er iets is gedaan, ook na de herinneringen.",
  "choice.level.notStarted": "Er is niets ondernomen.",
  "choice.level.announced": "Er is gezegd dat er iets zal gebeuren, zonder tijdschema.",
  "choice.level.underWay": "Er wordt aan gewerkt, met een tijdschema.",
  "choice.level.partiallyImplemented": "Er zijn resultaten, en er is meer nodig.",
  "choice.level.substantiallyImplemented": "Het belangrijkste is gedaan, en er moet nog iets gebeuren.",
  "choice.level.alternativeAction": "Het doel is op een andere manier bereikt.",
  "choice.level.fullyImplemented": "Er is niets meer nodig.",
  "choice.level.noLongerApplicable": "De zaak bestaat niet meer.",
};
