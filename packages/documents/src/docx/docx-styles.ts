import { AlignmentType, type IStylesOptions, LevelFormat } from "docx";

const heading = (size: number, outlineLevel: number) => ({
  run: { size, bold: true, color: "0D3358" },
  paragraph: { spacing: { before: 280, after: 120 }, keepNext: true, outlineLevel },
});

/** The styles of a document without a template, by the names that Word gives them. */
export function docxStyles(locale: string): IStylesOptions {
  return {
    default: {
      document: { run: { font: "Arial", size: 20, language: { value: locale } } },
      ...{ heading1: heading(32, 0), heading2: heading(26, 1), heading3: heading(23, 2), heading4: heading(21, 3) },
    },
    paragraphStyles: [
      {
        ...{ id: "BodyText", name: "Body Text", basedOn: "Normal" },
        paragraph: { spacing: { after: 120, line: 276 } },
      },
      { id: "TableText", name: "Table Text", basedOn: "Normal", run: { size: 17 } },
      {
        ...{ id: "Caption", name: "caption", basedOn: "Normal", run: { size: 18, bold: true } },
        paragraph: { spacing: { before: 160, after: 80 } },
      },
      {
        ...{ id: "Quote", name: "Quote", basedOn: "Normal", run: { italics: true } },
        paragraph: { indent: { left: 567, right: 567 } },
      },
    ],
  };
}

export const numbering = {
  config: [
    {
      reference: "ordered",
      levels: [
        {
          ...{ level: 0, format: LevelFormat.DECIMAL, text: "%1.", alignment: AlignmentType.START },
          style: { paragraph: { indent: { left: 720, hanging: 360 } } },
        },
      ],
    },
  ],
};
