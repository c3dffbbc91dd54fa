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
    const tested: Value = { parts: [{ column }] };
    const left = numberOf(tested, reading);
    const right = numberOf(operand, reading);
    if (left === undefined || right === undefined) return false;
    // 75 is above 50%, or above 0.5: nobody can tell which is meant.
    if (left.isPercentage !== right.isPercentage && left.number !== 0 && right.number !== 0) {
      reject(tested, reading, cell, left.isPercentage ? comparedWithNone : comparedWithOne);
      return false;
    }
    return compares[comparison](left.number, right.number);
  });
}

const compares: Readonly<Record<(typeof comparisons)[number], (left: number, right: number) => boolean>> = {
  above: (left, right) => left > right,
  atLeast: (left, right) => left >= right,
  below: (left, right) => left < right,
  atMost: (left, right) => left <= right,
};

const comparedWithNone = "is a percentage: compare it with one, such as 50%";
const comparedWithOne = "is no percentage, and is compared with one";

function numberOf(value: Value, reading: RowReading): { number: number; isPercentage: boolean } | undefined {
  const text = readText(value, reading);
  if (text === undefined) return undefined;
  const compared = comparedText(text);
  const plain = compared.replace(/ ?%$/, "");
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
  if (/^-?\d+(\.\d+)?$/.test(plain)) return { number: Number(plain), isPercentage: plain !== compared };
  reject(value, reading, text, "is not a number");
  return undefined;
}
