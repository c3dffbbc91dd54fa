/** How a cell of a form looks, and whether it can be filled in. */
const styles = {
  plain: { font: 0, fill: 0, border: 0, format: 0, isLocked: true },
  title: { font: 2, fill: 0, border: 0, format: 0, isLocked: true },
  head: { font: 1, fill: 3, border: 1, format: 0, isLocked: true },
  reference: { font: 0, fill: 2, border: 1, format: 0, isLocked: true },
  referenceDay: { font: 0, fill: 2, border: 1, format: 164, isLocked: true },
  ask: { font: 0, fill: 0, border: 1, format: 0, isLocked: false },
  askDay: { font: 0, fill: 0, border: 1, format: 164, isLocked: false },
} as const;

export type StyleName = keyof typeof styles;
const names = Object.keys(styles) as StyleName[];

export function styleNumber(name: StyleName): number {
  return names.indexOf(name);
}

/** The part xl/styles.xml. Days are shown as dd/mm/yyyy in every language: the reader's program need not know it. */
export function formStyles(namespace: string): string {
  const size = '<sz val="11"/><name val="Calibri"/>';
  const side = (name: string) => `<${name} style="thin"><color rgb="FFB0B0B0"/></${name}>`;
  const solid = (rgb: string) => `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/></patternFill></fill>`;
  const fonts = `<fonts count="3"><font>${size}</font><font><b/>${size}</font><font><b/><sz val="16"/><name val="Calibri"/></font></fonts>`;
  // A reader takes the first two for none and for dots.
  const fills = `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid("FFF0F0F0")}${solid("FFD9E2EC")}</fills>`;
  const borders = `<borders count="2"><border><left/><right/><top/><bottom/></border><border>${["left", "right", "top", "bottom"].map(side).join("")}</border></borders>`;
  const cells = Object.values(styles).map(
    ({ font, fill, border, format, isLocked }) =>
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment vertical="top" wrapText="1"/><protection locked="${isLocked ? 1 : 0}"/></xf>`,
  );
  return `<styleSheet xmlns="${namespace}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>${fonts}${fills}${borders}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join("")}</cellXfs></styleSheet>`;
}
