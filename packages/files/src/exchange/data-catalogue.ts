import type { LocalizedText } from "@heed/core";
import { contactAddress, type OpenDataTerms } from "@heed/core/exchange/open-data-terms";
import { type OpenTable, openTables } from "@heed/core/tables/open-tables";

const prefixes = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  iana: "https://www.iana.org/assignments/media-types/",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  fileType: "http://publications.europa.eu/resource/authority/file-type/",
  language: "http://publications.europa.eu/resource/authority/language/",
} as const;

const context = {
  ...prefixes,
  title: { "@id": "dct:title", "@container": "@language" },
  description: { "@id": "dct:description", "@container": "@language" },
  name: { "@id": "foaf:name", "@container": "@language" },
};

const languageCodes = { nl: "NLD", fr: "FRA", de: "DEU", en: "ENG" } as const;
const languages = Object.values(languageCodes).map((code) => ({
  "@id": `language:${code}`,
  "@type": "dct:LinguisticSystem",
}));

const about = {
  title: {
    en: "What became of the recommendations",
    fr: "Ce que sont devenues les recommandations",
    nl: "Wat er van de aanbevelingen is geworden",
    de: "Was aus den Empfehlungen wurde",
  },
  description: {
    en: "Recommendations of an independent body, what ministries answered, promised and did, what the body found, and what is overdue.",
    fr: "Les recommandations d’un organisme indépendant, ce que les ministères ont répondu, promis et fait, ce que l’organisme a constaté, et ce qui est en retard.",
    nl: "Aanbevelingen van een onafhankelijke instantie, wat ministeries antwoordden, beloofden en deden, wat de instantie vaststelde, en wat te laat is.",
    de: "Empfehlungen einer unabhängigen Stelle, was Ministerien antworteten, zusagten und taten, was die Stelle feststellte, und was überfällig ist.",
  },
};

/** What a catalogue tells of who publishes it and where. */
export type CatalogueAsked = {
  /** The address of the service, such as `https://example.org/recommendationFollowUp/v1`. */
  base: string;
  publisher: { name: LocalizedText; address: string };
  terms: OpenDataTerms;
};

/**
 * The open data of an installation as a catalogue in DCAT-AP, in JSON-LD: the whole record, each list, and the service. The licence and
 * the contact are told where the publisher gave them.
 */
export function dataCatalogueOf({ base, publisher, terms }: CatalogueAsked) {
  const agent = { "@id": publisher.address, "@type": "foaf:Agent", name: publisher.name };
  const service = `${base}/#service`;
  const all = datasets(base, terms);
  return {
    "@context": context,
    "@id": `${base}/exchange/dataCatalogue`,
    "@type": "dcat:Catalog",
    ...about,
    "dct:publisher": agent,
    "dct:language": languages,
    ...licenceOf(terms),
    "dcat:service": [
      {
        "@id": service,
        "@type": "dcat:DataService",
        ...about,
        "dcat:endpointURL": { "@id": base },
        "dcat:endpointDescription": { "@id": `${base}/doc/openapi31.json` },
        ...licenceOf(terms),
        ...contactOf(terms),
        "dcat:servesDataset": all.map((each) => ({ "@id": each["@id"] })),
      },
    ],
    "dcat:dataset": all.map((each) => ({ ...each, "dct:publisher": { "@id": publisher.address } })),
  };
}

function licenceOf({ licence }: OpenDataTerms) {
  return licence === undefined ? {} : { "dct:license": { "@id": licence, "@type": "dct:LicenseDocument" } };
}

function contactOf({ contact }: OpenDataTerms) {
  if (contact === undefined) return {};
  const address = contactAddress(contact);
  const property = address.startsWith("mailto:") ? "vcard:hasEmail" : "vcard:hasURL";
  return { "dcat:contactPoint": { "@type": "vcard:Organization", [property]: { "@id": address } } };
}

function datasets(base: string, terms: OpenDataTerms) {
  const whole = {
    "@id": `${base}/exports/record#dataset`,
    "@type": "dcat:Dataset",
    ...about,
    "dcat:distribution": [
      distribution(`${base}/exports/record`, "application/json", "JSON"),
      distribution(`${base}/exports/linkedRecord`, "application/ld+json", "JSON_LD"),
    ],
  };
  const all = [whole, ...Object.entries(openTables).map(([path, table]) => listDataset(base, path, table))];
  return all.map((each) => ({
    ...each,
    ...contactOf(terms),
    "dcat:distribution": each["dcat:distribution"].map((one) => ({ ...one, ...licenceOf(terms) })),
  }));
}

const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function listDataset(base: string, path: string, { title }: OpenTable) {
  const address = `${base}/exports/${path}`;
  return {
    "@id": `${address}#dataset`,
    "@type": "dcat:Dataset",
    title,
    description: Object.fromEntries(
      Object.entries(title).map(([language, text]) => [language, `${text}. ${about.description[language as "en"]}`]),
    ),
    "dcat:distribution": [
      distribution(`${address}?format=csv`, "text/csv", "CSV"),
      distribution(`${address}?format=xlsx`, sheet, "XLSX"),
    ],
  };
}

function distribution(url: string, mediaType: string, format: string) {
  return {
    "@id": `${url}#distribution`,
    "@type": "dcat:Distribution",
    "dcat:accessURL": { "@id": url },
    "dcat:downloadURL": { "@id": url },
    "dcat:mediaType": { "@id": `iana:${mediaType}`, "@type": "dct:MediaType" },
    "dct:format": { "@id": `fileType:${format}`, "@type": "dct:MediaTypeOrExtent" },
  };
}
