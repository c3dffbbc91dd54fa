import { z } from "zod";

/** SHA-256 in hexadecimal. */
export const Digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/, "must be a SHA-256 of 64 hexadecimal digits, in small letters");
