import { z } from "zod";
import { label } from "../../label.ts";
import { LocalizedText } from "../../localized-text.ts";
import { ReadableName } from "../../text/bounded-text.ts";
import { Day } from "../../time/day.ts";
import { itemKind } from "./item-kind.ts";

export const MeetingContent = z
  .strictObject({
    of: ReadableName.describe("Who meets, such as a platform, a bureau or a network; its meetings have the same one."),
    on: Day,
    agenda: LocalizedText.optional(),
    attended: z.array(ReadableName).max(500).optional().describe("Who attended, as organizations; no person is named."),
    minutes: LocalizedText.optional(),
    decisions: ReadableName.optional().describe(
      "The reference of the report that holds its decisions: each is a recommendation, and is followed up as one.",
    ),
  })
  .meta({ id: "Meeting", description: "A meeting, a visit or a project, and where its decisions stand." });
export type MeetingContent = z.infer<typeof MeetingContent>;

/** A meeting. Its minutes are a report whose recommendations are its decisions, so that nothing new follows them up. */
export const meeting = itemKind({
  name: "meeting",
  label: label("Meeting", "Réunion", "Vergadering", "Sitzung"),
  plural: label("Meetings", "Réunions", "Vergaderingen", "Sitzungen"),
  content: MeetingContent,
  words: {
    of: label("Meeting of", "Réunion de", "Vergadering van", "Sitzung von"),
    on: label("Day", "Jour", "Dag", "Tag"),
    agenda: label("Agenda", "Ordre du jour", "Agenda", "Tagesordnung"),
    attended: label("Attended", "Présents", "Aanwezig", "Anwesend"),
    minutes: label("Minutes", "Procès-verbal", "Verslag", "Protokoll"),
    decisions: label("Decisions", "Décisions", "Beslissingen", "Beschlüsse"),
  },
  day: "on",
});
