/** Begins a query with `part(id)`: a recommendation, whose id is a parameter, and its parts with their parts. */
export const withParts = `WITH RECURSIVE part(id) AS (
    SELECT id FROM recommendation WHERE id = ?
    UNION SELECT r.id FROM part JOIN recommendation r ON r.part_of_id = part.id)`;
