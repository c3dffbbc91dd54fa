import { Where } from "../../statements/where.ts";

/** Adds the condition that the recommendation at a place has one of some themes; nothing when none is given. */
export function andThemesAt(where: Where, at: string, themes: readonly string[] | undefined): Where {
  if (themes === undefined) return where;
  const theme = new Where(where.dialect).andInList("t.theme", themes);
  return where.and(`EXISTS (SELECT 1 FROM theme_place t WHERE t.place = ${at} AND ${theme.text})`, ...theme.values);
}
