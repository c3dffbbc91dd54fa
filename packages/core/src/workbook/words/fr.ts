import type { WorkbookWords } from "./workbook-words.ts";

export const fr: WorkbookWords = {
  sheets: { instructions: "Mode d'emploi", answers: "Réponses" },
  title: (name, day) => `Ce que ${name} doit au ${day}`,
  steps: [
    "La feuille « Réponses » a une ligne pour chaque recommandation qui attend une réponse ou un état d'avancement. Les colonnes grises disent ce qui est demandé, ce qui a été dit auparavant et ce que l'organisme émetteur a constaté. Elles sont verrouillées.",
    "Remplissez les cellules blanches. Laissez une ligne vide si vous n'avez rien à en dire maintenant : il ne se passe alors rien.",
    "Certaines cellules ont une liste : choisissez-y, ou tapez un de ses mots.",
    "Écrivez les dates comme 31/12/2026. La date d'une promesse peut aussi être en mots : « fin juin 2027 », « deuxième trimestre 2027 ».",
    "N'ajoutez, ne copiez et ne supprimez pas de lignes, et n'y mettez pas de formules : collez seulement des valeurs.",
    "Renvoyez le fichier à la personne qui vous l'a envoyé. Elle l'introduit et voit d'abord ce qui ne va pas, par ligne et par colonne.",
    "Ce qui entre est un projet. Personne hors de votre organisation ne le voit tant que quelqu'un de votre organisation ne l'a pas soumis.",
  ],
  columns: {
    reference: "Recommandation",
    report: "Rapport",
    text: "Ce qui est recommandé",
    owed: "Ce qui est dû",
    due: "Pour quand",
    said: "Ce que vous avez dit auparavant",
    found: "Ce que l'organisme émetteur a constaté, et pourquoi",
    position: "Votre position",
    reason: "Pourquoi",
    year: "Année dont vous rendez compte",
    level: "Où cela en est",
    narrative: "Ce qui a été fait",
    asOf: "Situation au",
    claim: "Tout est-il fait ?",
    promise: "Ce que vous promettez",
    promiseDue: "Promis pour",
  },
  yes: "Oui",
  no: "Non",
  promised: "Promis",
  by: (what, due) => `${what} : pour ${due}`,
  faults: {
    choice: (all) => `n'est aucun des choix : ${all}`,
    needed: "manque : choisissez-en un",
    day: "n'est pas une date : écrivez-la comme 31/12/2026",
    due: "n'est pas une date : écrivez-la comme 31/12/2026, ou en mots comme « fin juin 2027 »",
    year: "n'est pas une année : écrivez-la en quatre chiffres",
    formula: "a une formule ou une erreur : collez sa valeur",
    notAsked: "n'est pas demandé sur cette ligne : videz la cellule",
    promise: "manque : dites ce que vous promettez pour cette date",
    pasted:
      "cette ligne n'est pas du classeur : elle a été ajoutée, ou sa cellule cachée a été vidée. Écrivez la réponse sur la ligne de la recommandation",
    reference:
      "la recommandation ou le rapport de cette ligne a été changé : remettez-le, ou prenez un nouveau classeur",
    twice: "cette ligne est deux fois dans la feuille : supprimez la copie",
    saidBefore: (row) => `la ligne ${row} le dit déjà pour la même recommandation : gardez-en une, et videz l’autre`,
    unknown: "ce suivi n'existe plus : prenez un nouveau classeur",
    notYours: "n'est pas à vous aujourd'hui : prenez un nouveau classeur",
    future: "est dans l'avenir, ou avant le rapport",
    done: "ne convient pas : qui dit que tout est fait choisit un niveau qui le dit",
    passed: "est passée, ou avant le rapport",
    text: "est trop long, ou a des signes qui ne peuvent être gardés",
    other: (detail) => `ne peut être pris : ${detail}`,
  },
  skipped: {
    empty: "rien n'a été rempli",
    answered:
      "quelqu'un a répondu entre-temps : voyez ce qui a été dit, et répondez à votre bureau ou dans un nouveau classeur",
    already: "la même chose est déjà en projet",
    otherwise: "un autre projet s'y trouve : il reste tel quel ; changez-le ou supprimez-le à votre bureau",
    over: "on ne peut plus rien y dire",
  },
  warnings: {
    deleted: "des lignes ont été supprimées : il ne se passe rien avec elles",
    lacks: (what) => `le projet ne peut pas encore être soumis : ${what}`,
    since:
      "l'organisme émetteur a consigné quelque chose depuis que le classeur a été fait : lisez-le avant de soumettre",
  },
  lacksEvidence: "ajoutez une preuve à votre bureau",
  refusals: {
    file: "n'est pas le classeur : envoyez le classeur Excel (.xlsx) lui-même, sans mot de passe, et non une copie sous une autre forme comme CSV",
    unknown:
      "n'est pas un classeur de ce qui est dû : prenez-en un à votre bureau, ou avec heed workbook write, et remplissez-le",
    format: "a été fait par une autre version : prenez un nouveau classeur et copiez-y les réponses",
    otherOrganization: (name) =>
      `est un classeur de ${name}, pour qui vous ne répondez pas : donnez-le à quelqu'un qui le fait`,
    sheet: (name) => `n'a plus de feuille « ${name} » : prenez un nouveau classeur`,
    column: (name) => `n'a plus de colonne « ${name} » : prenez un nouveau classeur`,
    rows: (rows) => `${rows === 1 ? "1 ligne ne peut être prise" : `${rows} lignes ne peuvent être prises`}`,
    manyRows: (sheet, most) =>
      `a plus de ${most} lignes remplies dans la feuille « ${sheet} » : rien n’a été repris ; supprimez les lignes ajoutées`,
  },
};
