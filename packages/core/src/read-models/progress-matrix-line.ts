import { z } from "zod";
import { AddresseeProgress } from "../progress/progress-matrix.ts";
import { OrganizationRef } from "./organization-ref.ts";

/** A line of the progress matrix: the levels by reporting year of one addressee. */
export const ProgressMatrixLine = z
  .strictObject({ ...AddresseeProgress.shape, addressee: OrganizationRef })
  .meta({ id: "AddresseeProgress", description: "The levels of the follow-ups of one printed addressee." });
export type ProgressMatrixLine = z.infer<typeof ProgressMatrixLine>;
