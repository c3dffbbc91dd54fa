import { Option } from "commander";

export function confidentialOption(): Option {
  return new Option("--confidential", "also what only who keeps the body's record sees");
}
