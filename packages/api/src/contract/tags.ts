/** The groups of operations, as the documents list them. */
export const tags = {
  overdue: { name: "Overdue", description: "What is overdue, due soon or due later." },
  changes: { name: "Changes", description: "What changed between two days." },
  recommendations: { name: "Recommendations", description: "Recommendations and their standing." },
  followUps: { name: "Follow-ups", description: "What one addressee owes for one recommendation." },
  acts: { name: "Acts", description: "What addressees, editors and assessors record; each needs a token." },
  drafts: {
    name: "Drafts",
    description: "Acts that somebody prepares; only the organization of their author sees them.",
  },
  register: {
    name: "Register",
    description: "What editors maintain: reports, recommendations, links, cycles, organizations, settings.",
  },
  imports: { name: "Imports and exports", description: "The record as a file, and files that come in." },
  files: { name: "Files", description: "Files of evidence." },
  progress: { name: "Progress", description: "Counts and rates." },
  reports: { name: "Reports", description: "Reports and reporting cycles." },
  collected: { name: "What is collected", description: "What bodies collect over a year, and their reports rest on." },
  organizations: { name: "Organizations", description: "The bodies that issue, receive or contribute." },
  settings: { name: "Settings", description: "The settings that the rules leave to the installation." },
  access: {
    name: "Users and tokens",
    description: "Who may do what. Admins keep it; every user keeps the own tokens.",
  },
  reminders: { name: "Reminders", description: "Who is reminded of what; for an admin and an editor of all bodies." },
  refData: { name: "Reference data", description: "Codes and their labels." },
  service: { name: "Service", description: "The service itself." },
} as const;

export type Tag = keyof typeof tags;
