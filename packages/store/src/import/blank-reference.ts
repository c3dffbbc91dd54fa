/** The SQL for the substitute of a reference that the source left blank. */
export const substituteReference = `'~' || substr(s.row_digest, 1, 8) || CASE WHEN k.occurrence > 1 THEN '-' || k.occurrence ELSE '' END`;

/** The SQL for the search words of a row, including the substitute of a blank reference. */
export const searchWords = `CASE WHEN s.reference IS NULL THEN rtrim(substr(s.row_digest, 1, 8)
  || CASE WHEN k.occurrence > 1 THEN ' ' || k.occurrence ELSE '' END || ' ' || s.words) ELSE s.words END`;
