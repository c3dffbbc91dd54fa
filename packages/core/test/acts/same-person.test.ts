import { expect, test } from "vitest";
import { maybeSamePerson } from "../../src/acts/same-person.ts";

test.each([
  ["A. Lambert", "a. lambert"],
  ["A. Lambert", "Lambert, A."],
  ["A. Lambert", "Anne Lambert"],
  ["Anne  Lambert", "LAMBERT Anne Marie"],
  ["Hélène Dubois", "Helene\u00a0Dubois"],
  ["Dr. A. Lambert", "A Lambert"],
  ["Lambert", "A. Lambert"],
  ["A. M. Lambert", "Lambert Anne Marie"],
])("%s may be %s", (a, b) => {
  expect(maybeSamePerson(a, b)).toBe(true);
  expect(maybeSamePerson(b, a)).toBe(true);
});

test.each([
  ["A. Lambert", "B. Peeters"],
  ["-", "A. Lambert"],
  ["-", "."],
  ["A. Lambert", "B. Lambert"],
  ["Anne Lambert", "Anna Lambert"],
  ["Minister of Justice", "Council of Ministers"],
  ["Minister of Justice", "Minister of the Interior"],
  ["A B C D E F G H I J K L M N O P Q R S T U V W X Y Z", "Council of Ministers"],
  ["A B C D E F G H I J K L M N O P Q R S T U V W X Y Z", "Lambert, Anne"],
])("%s is not %s", (a, b) => {
  expect(maybeSamePerson(a, b)).toBe(false);
  expect(maybeSamePerson(b, a)).toBe(false);
});
