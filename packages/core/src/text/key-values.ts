import { z } from "zod";

const Single = z.union([z.string(), z.number(), z.boolean()]);

/** Keys of one level: each with a text, a number, true or false, or a list of them. */
export const KeyValues = z.record(z.string(), z.union([Single, z.array(Single)]));
