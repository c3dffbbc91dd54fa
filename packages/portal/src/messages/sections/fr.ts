import type { SectionMessages } from "./en.ts";

export const sectionsFr: SectionMessages = {
  "section.list": "Ce que dit le rapport",
  "section.list.text": "Ses parties dans leur ordre. Seul ce qui est définitif est publié avec le rapport.",
  "section.new": "Écrire une nouvelle partie",
  "section.stale": "plus ancien que le texte qui fait foi : {language}",
  "section.reference": "Référence",
  "section.reference.hint": "Courte, comme jurisprudence. Aucune autre partie du rapport ne la porte.",
  "section.kind": "Sorte",
  "section.kind.hint": "De quoi elle parle, dans vos propres mots, comme jurisprudence.",
  "section.parent": "Partie de",
  "section.parent.none": "rien : elle est au premier niveau",
  "section.position": "Place",
  "section.position.hint": "Un nombre : le plus petit vient d'abord. Vide : la dernière.",
  "section.authentic": "Langue qui fait foi",
  "section.title": "Titre",
  "section.text": "Texte",
  "section.text.hint":
    "Une ligne vide entre les alinéas, # devant un titre, - devant un point d'une liste, *accent*, **gras**. Un bloc qui commence par ```heed items kind=judgment vient des données.",
  "section.checked": "J'ai comparé avec le texte qui fait foi, et cette langue est à jour : {language}",
  "section.authors": "Auteurs",
  "section.state": "Où elle en est",
  "section.state.hint": "Ce qui est définitif est publié avec le rapport, ou tout de suite si le rapport est publié.",
  "section.keep": "Conserver",
  "section.withdraw": "Retirer",
  "section.reason": "Pourquoi elle ne fait plus partie du rapport",
  "report.sections": "Écrire ce que dit le rapport",
};
