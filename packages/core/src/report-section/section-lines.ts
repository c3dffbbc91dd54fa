import type { Definition, FootnoteDefinition, Nodes, PhrasingContent, Root } from "mdast";
import type { Inline } from "../document/document.ts";
import { text } from "../document/inlines.ts";
import { addressProblem } from "../text/web-address.ts";

/** What cannot be printed, and the line of the text, from 1. */
export type Fault = { line: number; detail: string };

const refusals: Partial<Record<Nodes["type"], string>> = {
  html: "HTML is not taken",
  image: "a picture is not taken",
  imageReference: "a picture is not taken",
  inlineCode: "code has no place in a report",
  thematicBreak: "a line across the page is not taken; a heading parts a text",
  heading: "a heading stands at the margin",
};

export function lineOf({ position }: Nodes): number {
  return position?.start.line ?? 1;
}

/** What a reader sees of it, on one line. */
export function plainText(node: Nodes): string {
  if ("value" in node) return node.value.replace(/\s+/g, " ");
  if (node.type === "break") return " ";
  return "children" in node ? node.children.map(plainText).join("") : "";
}

/** The lines of one text with its footnotes and addresses, and what was found wrong. */
export class Lines {
  private readonly faults: Fault[] = [];
  private readonly addresses = new Map<string, Definition>();
  private readonly footnotes = new Map<string, FootnoteDefinition>();

  constructor(root: Root) {
    for (const node of root.children) {
      if (node.type === "definition") this.addresses.set(node.identifier, node);
      if (node.type === "footnoteDefinition") this.footnotes.set(node.identifier, node);
    }
    const named = namedIn(root);
    for (const [name, node] of this.footnotes)
      if (!named.has(name)) this.fault(node, `no place names the footnote ${node.label ?? name}`);
  }

  fault(node: Nodes, detail: string): void {
    this.faultAt(lineOf(node), detail);
  }

  faultAt(line: number, detail: string): void {
    this.faults.push({ line, detail });
  }

  refuse(node: Nodes): void {
    this.fault(node, refusals[node.type] ?? `${node.type} is not taken`);
  }

  inOrder(): readonly Fault[] {
    return this.faults.toSorted((one, other) => one.line - other.line);
  }

  inlines(nodes: readonly PhrasingContent[], isFootnote = false): Inline[] {
    return nodes.flatMap((node) => this.inline(node, isFootnote));
  }

  private inline(node: PhrasingContent, isFootnote: boolean): Inline[] {
    switch (node.type) {
      case "text":
        return [text(node.value.replace(/\s*\n\s*/g, " "))];
      case "break":
        return [text(" ")];
      case "strong":
      case "emphasis":
        return [{ kind: node.type, content: this.inlines(node.children, isFootnote) }];
      case "link":
        return this.link(node, node.url, this.inlines(node.children, isFootnote));
      case "linkReference":
        return this.link(node, this.addresses.get(node.identifier)?.url ?? "", this.inlines(node.children, isFootnote));
      case "footnoteReference":
        return isFootnote ? this.refused(node, "a footnote has no footnote") : this.footnote(node);
      default:
        this.refuse(node);
        return [];
    }
  }

  private link(node: Nodes, href: string, content: Inline[]): Inline[] {
    const problem = addressProblem(href);
    if (problem !== undefined) return this.refused(node, `the address ${href} ${problem}`);
    return [{ kind: "link", href, content }];
  }

  private footnote(node: Extract<PhrasingContent, { type: "footnoteReference" }>): Inline[] {
    const told = this.footnotes.get(node.identifier)?.children ?? [];
    const content = told.flatMap((each, index) => {
      if (each.type !== "paragraph") return this.refused(each, "a footnote has paragraphs alone");
      return [...(index > 0 ? [text(" ")] : []), ...this.inlines(each.children, true)];
    });
    return [{ kind: "footnote", content }];
  }

  private refused(node: Nodes, detail: string): Inline[] {
    this.fault(node, detail);
    return [];
  }
}

function namedIn(node: Nodes): Set<string> {
  if (node.type === "footnoteReference") return new Set([node.identifier]);
  return new Set("children" in node ? node.children.flatMap((each) => [...namedIn(each)]) : []);
}
