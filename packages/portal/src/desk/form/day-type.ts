import { Day } from "@heed/core";

/** What is no day stays as it was typed, which a field for days would not show. */
export function dayType(value: string): "date" | "text" {
  return value === "" || Day.safeParse(value).success ? "date" : "text";
}
