/** Browsers drop a part of an address that is only dots, whatever it stands for: such a part has a tilde before it. */
const onlyDots = /^~*\.+$/;

/** A text as one part of an address, its slashes included. */
export function segment(text: string): string {
  return onlyDots.test(text) ? `~${text}` : encodeURIComponent(text);
}

/** The text of a part. Errors: URIError. */
export function textOfSegment(part: string): string {
  const text = decodeURIComponent(part);
  return text.startsWith("~") && onlyDots.test(text) ? text.slice(1) : text;
}
