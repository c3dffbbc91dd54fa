/** A control of a form, as it stands. Of the boxes of one name, each is one. */
export type Control = {
  name: string;
  kind: "text" | "choice" | "box" | "file";
  value: string;
  isHidden: boolean;
  /** What its radios offer. */
  offers: readonly string[];
};

/** The form of a page that has a button for something. */
export function formDoing(page: string, does: string): string | undefined {
  const forms = [...page.matchAll(/<form\b.*?<\/form>/gs)].map(([form]) => form);
  return forms.find((form) => form.includes(`name="do" value="${does}"`));
}

/** What a form has, without its buttons: a choice is its radios or its list, with what is chosen. */
export function controlsOf(form: string): Control[] {
  const tags = form.matchAll(/<input\b[^>]*>|<textarea\b[^>]*>(.*?)<\/textarea>|<select\b[^>]*>(.*?)<\/select>/gs);
  const found = new Map<string, Control>();
  for (const [tag, area, options] of tags) {
    const name = attribute(tag, "name");
    if (name === undefined) continue;
    const type =
      area !== undefined ? "textarea" : options !== undefined ? "select" : (attribute(tag, "type") ?? "text");
    const value =
      area !== undefined
        ? decoded(area.replace(/^\n/, ""))
        : options !== undefined
          ? (attribute(/<option\b[^>]* selected\b[^>]*>/.exec(options)?.[0] ?? "", "value") ?? "")
          : type === "radio" || type === "checkbox"
            ? / checked\b/.test(tag)
              ? (attribute(tag, "value") ?? "")
              : ""
            : (attribute(tag, "value") ?? "");
    const kind =
      type === "select" || type === "radio"
        ? "choice"
        : type === "checkbox"
          ? "box"
          : type === "file"
            ? "file"
            : "text";
    const known = found.get(name);
    const offered = type === "radio" ? [attribute(tag, "value") ?? ""] : [];
    const offers = [...(known?.offers ?? []), ...offered];
    found.set(name, { name, kind, value: known?.value || value, isHidden: type === "hidden", offers });
  }
  return [...found.values()];
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : decoded(value);
}

function decoded(text: string): string {
  const signs = { "&quot;": '"', "&lt;": "<", "&gt;": ">", "&#39;": "'", "&amp;": "&" } as const;
  return text.replaceAll(/&(?:quot|lt|gt|#39|amp);/g, (sign) => signs[sign as keyof typeof signs]);
}
