import { comparedText } from "../../text/compared-text.ts";
import { type Condition, comparisons } from "../condition.ts";
import { mapKey, type Value } from "../value.ts";
import { cellOf, type RowReading, readText, reject } from "./read-value.ts";

/**
 * Whether a condition is true for a row. A blank cell is neither above nor below anything; a cell that is not a number
 * rejects the row.
 */
export function conditionIsTrue(condition: Condition, reading: RowReading): boolean {
  const { column, is, isNot, blank, matches, all, any } = condition;
  if (
    all?.some((each) => !conditionIsTrue(each, reading)) ||
    (any !== undefined && !any.some((each) => conditionIsTrue(each, reading)))
  )
    return false;
  if (column === undefined) return true;
  const cell = comparedText(cellOf(column, reading));
  const text = mapKey(cell, condition.anyCase);
  if (is !== undefined && !is.includes(text)) return false;
  if (isNot?.includes(text)) return false;
  if (blank !== undefined && blank !== (cell === "")) return false;
  if (matches !== undefined && !matches.test(cell)) return false;
  return comparisons.every((comparison) => {
    const operand = condition[comparison];
    if (operand === undefined) return true;
    const left = numberOf({ parts: [{ column }] }, reading);
    const right = numberOf(operand, reading);
    return left !== undefined && right !== undefined && compares[comparison](left, right);
  });
}

const compares: Readonly<Record<(typeof comparisons)[number], (left: number, right: number) => boolean>> = {
  above: (left, right) => left > right,
  atLeast: (left, right) => left >= right,
  below: (left, right) => left < right,
  atMost: (left, right) => left <= right,
};

function numberOf(value: Value, reading: RowReading): number | undefined {
  const text = readText(value, reading);
  if (text === undefined) return undefined;
  const plain = comparedText(text);
  // 1.000 is a thousand in Dutch and one in English.
  if (/^-?[1-9]\d{0,2}\.\d{3}$/.test(plain)) {
    reject(
      value,
      reading,
      text,
      `may be ${plain.replace(".", "")} or ${Number(plain)}: write it without a thousands separator`,
    );
    return undefined;
  }
  if (/^-?\d+(\.\d+)?$/.test(plain)) return Number(plain);
  reject(value, reading, text, "is not a number");
  return undefined;
}
