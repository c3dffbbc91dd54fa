/** Numbers at and beyond every bound, as they are written in JSON or in an address. */
export const hostileNumbers = [
  0, -0, 1, -1, 999, 1000, 9999, 10_000, 36_525, 36_526, 120_000, 3_652_058, 3_652_059, 106_000_000, 2_147_483_647,
  2_147_483_648, -2_147_483_649, 9_007_199_254_740_991, 9_007_199_254_740_992, 1e15, 1e21, 1e308, 0.5, 1e-308,
];

export const numberTexts = ["NaN", "Infinity", "-0", "1e3", "0x10", "+1", " 1", "1 ", "1.0", "٣", "1_000", "1,000", ""];

/** Days and moments at the edges of the calendar and beyond it, and ones that do not exist. */
export const hostileDays = [
  "0000-01-01",
  "0000-12-31",
  "0001-01-01",
  "0001-01-02",
  "1582-10-10",
  "1999-12-31",
  "2016-02-29",
  "9999-12-30",
  "9999-12-31",
  "2015-02-29",
  "2023-02-30",
  "2015-13-01",
  "2015-6-30",
  "10000-01-01",
  "+010000-01-01",
  "-000001-01-01",
  "2015-06-30T10:00:00",
  "2015-06-30T10:00:00Z",
  "0000-01-01T00:00:00Z",
  "0001-01-01T00:00:00+14:00",
  "9999-12-31T23:59:59-12:00",
  "2015-06-30T24:00:00Z",
  "2015-06-30T23:59:60Z",
  "2015-06-30T10:00:00.123456789123Z",
  "2015-06-30T10:00:00+99:99",
];

export const prototypeNames = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"];

export const hostileTexts = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udfff\ud800",
  "\ufeff",
  "\u202e",
  "e\u0301",
  "\u{1f469}\u200d\u{1f52c}",
  "' OR 1=1 --",
  '"; DROP TABLE entry; --',
  "%00",
  "%E0%A4%A",
  "../../etc/passwd",
  "=cmd|' /C calc'!A0",
  "NULL",
  "null",
  "undefined",
  "*",
  "\\",
  "(",
  "\r\nX-Other: yes",
  "x".repeat(65),
  "x".repeat(2_000),
  "é".repeat(1_200),
  ...prototypeNames,
];

/** A text that is far too long, for use in a body. */
export const longText = "long ".repeat(30_000);

export function nested(depth: number, inside: unknown = 1): unknown {
  let value = inside;
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { next: value };
  return value;
}

/** Cursors as lists give them, cursors of other lists, and damaged ones. */
export function cursorsOf(places: readonly unknown[]): string[] {
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const whole = places.map(encoded);
  return [
    ...whole,
    ...whole.map((cursor) => cursor.slice(0, -3)),
    ...whole.map((cursor) => `${cursor}=`),
    ...whole.map((cursor) => cursor.replace(/^./, "_")),
    "nonsense",
    "====",
    encoded("\u0000"),
    Buffer.from('["\\ud800","\\u0000"]').toString("base64url"),
    encoded(nested(1_000)),
  ];
}

const lists = [
  "overdue",
  "overdueOriginal",
  "obligations",
  "changes",
  "stale",
  "recommendations",
  "reports",
  "organizations",
  "reportingCycles",
  "snapshot",
];
const places: unknown[][] = [
  [],
  ["2015-06-30", "2013-02-just"],
  ["2015-06-30", "2013-02-just", 1],
  ["2015-06-30", "2013-02-just", 1e99],
  ["2015-06-30", "a\u0000b"],
  ["\ud800", "\ud800"],
  [2013, "report-2011"],
  [2013, "report-2011", 1],
  [2_147_483_648, "report-2011", 2_147_483_648],
  [1e308, "x", -1e308],
  [0.5, "x", 0.5],
  ["2013", "report-2011", "1"],
  ["2013-02-just"],
  ["justice"],
  [null, null],
  [["x"], { x: 1 }],
  [1, 2, 3, 4, 5],
  ["2015-06-30", "2013-02-just", "update", ""],
];

/** Places in a list as this version writes them, and as other programs would. */
export const hostileCursors = cursorsOf([
  ...places,
  ...lists.flatMap((list) => places.map((place) => [list, ...place])),
]);
