/**
 * The indexes by which triggers find rows while a database is filled: those stay, and all others are made after the rows.
 * Without them each row is looked for in the whole table.
 */
export const readByTriggers: readonly string[] = [
  "follow_up_recommendation_id_idx",
  "owed_follow_up_id_owed_until_idx",
  "recommendation_theme_recommendation_id_idx",
];
