/** What the body that publishes the data says of their use. Heed cannot know it: it is configured (docs/configuration.md). */
export type OpenDataTerms = {
  /** The address of the licence of the data, such as `https://creativecommons.org/licenses/by/4.0/`. */
  licence?: string | undefined;
  /** Where questions go: an address of mail, or of a page. */
  contact?: string | undefined;
};

/** A contact as an address that can be followed. */
export function contactAddress(contact: string): string {
  return contact.includes("://") ? contact : `mailto:${contact}`;
}
