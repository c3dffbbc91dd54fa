import { DomainError, type ErrorCode, type Issue } from "@heed/core";
import { type InputIssue, inputIssues, pathName } from "@heed/core/text/input-issues";
import { invalidCharacterWithin } from "@heed/core/text/invalid-character";
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { exactJson } from "./json/exact-json.ts";
import { readWholeFile, textOf } from "./source/read-whole-file.ts";

type Schema<T> = {
  safeParse: (
    input: unknown,
  ) => { success: true; data: T } | { success: false; error: Parameters<typeof inputIssues>[0] };
};

/**
 * A YAML or JSON file, parsed by a schema, with its bytes. Throws an error with `code` and one issue for each fault:
 * file, line, path of the key, and what was expected. Throws unreadableFile when the file cannot be read, is not UTF-8
 * or is too large. `prepare`: what is done with its content before it is parsed.
 */
export async function readYaml<T>(
  path: string,
  schema: Schema<T> & Parameters<typeof inputIssues>[1],
  code: ErrorCode,
  prepare: (input: unknown) => unknown = (input) => input,
): Promise<{ value: T; bytes: Buffer }> {
  const bytes = await readWholeFile(path);
  const text = textOf(path, bytes);
  // As in YAML, 1.10 in a mapping is another code than 1.1; a program may write the numbers of a record so.
  const plain = jsonOf(path, text, { asWritten: code === "invalidMapping" });
  const yaml = plain === undefined ? documentOf(path, text, code) : undefined;
  const input = prepare(yaml === undefined ? plain : yaml.document.toJS());
  const noText = invalidCharacterWithin(input);
  if (noText !== undefined) {
    const { document, lines } = yaml ?? documentOf(path, text, code);
    const row = lineOf(document, lines, noText);
    const place = { file: path, ...(row === undefined ? {} : { row }), name: pathName(noText.path) };
    const issues = [{ ...place, detail: noText.detail }];
    throw new DomainError(code, summary(path, issues), issues);
  }
  const parsed = schema.safeParse(input);
  if (parsed.success) return { value: parsed.data, bytes };
  const { document, lines } = yaml ?? documentOf(path, text, code);
  const issues = inputIssues(parsed.error, schema, input).map((each): Issue => {
    const row = lineOf(document, lines, each);
    return {
      file: path,
      ...(row === undefined ? {} : { row }),
      ...(each.name ? { name: each.name } : {}),
      detail: input === null || input === undefined ? "is empty" : each.detail,
    };
  });
  throw new DomainError(code, summary(path, issues), issues);
}

/**
 * The JSON parser is many times faster on a large record. When it fails, the YAML parser explains the fault with a
 * line.
 */
function jsonOf(path: string, text: string, options: { asWritten: boolean }): unknown {
  if (!/\.json(ld)?$/i.test(path)) return undefined;
  try {
    return exactJson(text, options);
  } catch {
    return undefined;
  }
}

function documentOf(path: string, text: string, code: ErrorCode): { document: Document; lines: LineCounter } {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    // 1.1 and 1.10 are the same number, but two different codes.
    uniqueKeys: (a, b) => a === b || (isScalar(a) && isScalar(b) && (a.source ?? a.value) === (b.source ?? b.value)),
  });
  if (document.errors.length > 0) {
    const issues = document.errors.map(({ message, pos }): Issue => {
      return { file: path, row: lines.linePos(pos[0]).line, detail: message };
    });
    throw new DomainError(code, summary(path, issues), issues);
  }
  // A code such as 122.10 is a text: keep a number as it was written where the number would lose a digit.
  visit(document, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === "number" && scalar.source !== undefined && String(scalar.value) !== scalar.source)
        scalar.value = scalar.source;
    },
  });
  return { document, lines };
}

/** The line of the wrong key; when a key is missing, the line of the nearest key above it. */
function lineOf(document: Document, lines: LineCounter, { path }: Pick<InputIssue, "path">): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const parent = length === 0 ? undefined : document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(last))
      : undefined;
    const node = pair === undefined ? document.getIn(path.slice(0, length), true) : pair.key;
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}

function summary(path: string, issues: readonly Issue[]): string {
  const [first] = issues;
  const place = [path, first?.row === undefined ? undefined : `line ${first.row}`, first?.name]
    .filter(Boolean)
    .join(", ");
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
  return `${place}: ${first?.detail ?? "is not as it should be"}${more}`;
}
