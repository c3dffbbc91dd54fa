import { z } from "zod";
import { Id } from "../../source.ts";

/** Who said an entry: it decides who may amend it (amendments.ts). Imported and older entries have none. */
export const Author = z
  .strictObject({
    id: Id.optional().describe("Who recorded it: the id of a token or of a user, never a name."),
    side: z.enum(["addressee", "issuingBody"]),
    organization: Id.optional().describe("The organization that answered for that side on the day it was recorded."),
    onBehalf: z.literal(true).optional().describe("An editor recorded it for the addressee."),
  })
  .meta({ id: "Author", description: "Whose side said an entry, for which organization, and who recorded it." });
export type Author = z.infer<typeof Author>;
