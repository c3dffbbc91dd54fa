/** Characters that XML cannot hold or does not preserve, or that our writer would leave out. */
const notPreserved = /(?![\t\n])\p{Cc}|\ufffd|\p{Noncharacter_Code_Point}|_(?=x[0-9A-Fa-f]{4}_)/gu;

/**
 * A text as a workbook stores it: `_x000B_` is a vertical tab, and `_x005F_` an underscore that would otherwise begin
 * such a code (ECMA-376, ST_Xstring).
 */
export function escapedText(text: string): string {
  return text.replace(notPreserved, (sign) => {
    const units = Array.from({ length: sign.length }, (_, at) => sign.charCodeAt(at));
    return units.map((unit) => `_x${unit.toString(16).toUpperCase().padStart(4, "0")}_`).join("");
  });
}

/** The text that a workbook stores in this form. */
export function unescapedText(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
