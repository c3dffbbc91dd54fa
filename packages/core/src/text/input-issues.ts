import type { z } from "zod";
import { didYouMean } from "./nearest.ts";

/** One fault in a parsed file, with its place: `recommendations[3].themes`. */
export type InputIssue = { path: readonly PropertyKey[]; name: string; detail: string };

/**
 * The faults that zod found, in sentences for the author of the file: each unknown key with the key that was probably
 * meant, and for a choice of forms only the faults of the form that was used.
 */
export function inputIssues(
  error: Pick<z.core.$ZodError, "issues">,
  schema: z.core.$ZodType,
  input: unknown,
): InputIssue[] {
  const issues = flattened(error.issues, []);
  const misnamed = new Set(issues.filter(({ code }) => code === "unrecognized_keys").map(({ path }) => pathName(path)));
  return issues.flatMap((issue) => {
    // A misspelt key is also missing, but that is not a second fault.
    if (issue.code === "custom" && misnamed.has(pathName(issue.path))) return [];
    if (issue.code !== "unrecognized_keys") return [issueAt(issue.path, sentence(issue, schema, input))];
    const known = objectsAt(schema, issue.path).flatMap(({ _zod }) => Object.keys(_zod.def.shape));
    return issue.keys.map((key) => {
      const given = valueAt(input, [...issue.path, key]);
      // YAML reads `reference: {ref}` as a key without a value.
      const hint = given === null && !known.includes(key) ? `; a column in a text stands in quotes: "{${key}}"` : "";
      return issueAt([...issue.path, key], `unknown key ${key}${didYouMean(key, known) || hint}`);
    });
  });
}

/** A path as it is shown: `followUps[0].entries[2].position`. */
export function pathName(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}

function issueAt(path: readonly PropertyKey[], detail: string): InputIssue {
  return { path, name: pathName(path), detail };
}

function flattened(issues: readonly z.core.$ZodIssue[], under: readonly PropertyKey[]): z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    const here = { ...issue, path: [...under, ...issue.path] };
    if (issue.code !== "invalid_union" || issue.errors.length === 0) return [here];
    const forms = issue.errors.filter((form) => !isOfOtherForm(form));
    const [used] = forms.sort((a, b) => a.length - b.length);
    return used === undefined ? [here] : flattened(used, here.path);
  });
}

/** Whether a form of several cannot be the one that was meant: the whole value is of another kind. */
function isOfOtherForm(form: readonly z.core.$ZodIssue[]): boolean {
  return form.some(({ path, ...issue }) => {
    if (path.length > 0) return false;
    if (issue.code === "invalid_union") return issue.errors.length > 0 && issue.errors.every(isOfOtherForm);
    return issue.code === "invalid_type" || issue.code === "invalid_value";
  });
}

function sentence(issue: z.core.$ZodIssue, schema: z.core.$ZodType, input: unknown): string {
  const value = valueAt(input, issue.path);
  switch (issue.code) {
    case "invalid_type":
      if (value === undefined || value === null) return "is missing";
      if (!issue.message.startsWith("Invalid input")) return issue.message;
      return `must be ${words[issue.expected] ?? issue.expected}, not ${shown(value)}`;
    case "invalid_value":
      return notOneOf(value, issue.values.map(String));
    case "invalid_union": {
      const discriminator = "discriminator" in issue ? issue.discriminator : undefined;
      if (typeof discriminator !== "string")
        return value === undefined || value === null ? "is missing" : `has no form that is known: ${shown(value)}`;
      const parent = issue.path.at(-1) === discriminator ? issue.path.slice(0, -1) : issue.path;
      const values = objectsAt(schema, parent).flatMap(({ _zod }) => literals(_zod.def.shape[discriminator]));
      return notOneOf(valueAt(input, [...parent, discriminator]), values);
    }
    case "invalid_key":
      return `the key ${JSON.stringify(issue.path.at(-1))} ${issue.issues[0]?.message ?? "is not allowed"}`;
    case "too_small":
      return issue.minimum === 1 && issue.origin !== "number" && issue.origin !== "int"
        ? "is empty"
        : `${tooFew[issue.origin] ?? "is less than"} ${issue.minimum}`;
    case "too_big":
      return `${tooMany[issue.origin] ?? "is more than"} ${issue.maximum}`;
    case "invalid_format":
      return formats[issue.format] ?? issue.message;
    case "custom":
      return issue.message;
    default:
      return issue.message.slice(0, 1).toLowerCase() + issue.message.slice(1);
  }
}

/** What precedes the smallest and the largest number that is allowed. */
const tooFew: Readonly<Record<string, string>> = { string: "has fewer characters than", array: "has fewer items than" };
const tooMany: Readonly<Record<string, string>> = { string: "has more characters than", array: "has more items than" };

/** A value as a message repeats it: the beginning of a long one. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}

/** The formats whose own message names a standard. */
const formats: Readonly<Record<string, string>> = {
  date: "is not a day such as 2015-06-30",
  datetime: "is not a moment such as 2015-06-30T12:00:00Z",
};

const words: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a group of keys",
  record: "a group of keys",
};

function notOneOf(value: unknown, values: readonly string[]): string {
  if (value === undefined || value === null)
    return `is missing: ${values.length === 1 ? "" : "one of "}${values.join(", ")}`;
  if (values.length === 1) return `${shown(value)} is not ${values[0]}`;
  return `${shown(value)} is not one of ${values.join(", ")}${typeof value === "string" ? didYouMean(value, values) : ""}`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  return value;
}

/** Every form of object that the schema allows at a place. */
function objectsAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodObject[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const [key, ...rest] = path;
  switch (def.type) {
    case "object": {
      if (key === undefined) return [schema as z.core.$ZodObject];
      const field = def.shape[String(key)];
      return field === undefined ? [] : objectsAt(field, rest);
    }
    case "array":
      return key === undefined ? [] : objectsAt(def.element, rest);
    case "record":
      return key === undefined ? [] : objectsAt(def.valueType, rest);
    case "union":
      return def.options.flatMap((option) => objectsAt(option, path));
    case "lazy":
      return objectsAt(def.getter(), path);
    case "pipe":
      return objectsAt(def.in, path);
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "readonly":
      return objectsAt(def.innerType, path);
    default:
      return [];
  }
}

function literals(schema: z.core.$ZodType | undefined): string[] {
  const def = (schema as z.core.$ZodTypes | undefined)?._zod.def;
  return def?.type === "literal" ? def.values.map(String) : [];
}
