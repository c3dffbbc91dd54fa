import { expect, onTestFinished } from "vitest";
import { type Ended, runKept, worldDatabase } from "./heed.ts";
import { serving } from "./serving.ts";

export type Who = { token: string; options: readonly string[] };

/** Two of the same world: one for commands of this machine, and one that a service has. */
export async function bothWays() {
  const [here, there] = [await worldDatabase(), await worldDatabase()];
  const served = await serving(there.url);
  onTestFinished(() => {
    served.child.kill();
  });
  const who = async (name: string, role: string, of?: string): Promise<Who> => {
    const args = ["token", "create", "--name", name, "--role", role, ...(of ? ["--organization", of] : [])];
    const { code, stdout, stderr } = await there.heed(...args, "--format", "json");
    expect(code, stderr).toBe(0);
    return {
      token: JSON.parse(stdout).token,
      options: ["--as", name, "--role", role, ...(of ? ["--for", of] : [])],
    };
  };
  const heed = (args: readonly string[], { token }: Pick<Who, "token">) =>
    runKept([...args, "--server", served.address], "", token);
  const made = new Map<string, { here: string; there: string }>();
  /**
   * What both tell; ids and moments of each are its own. `{0}` among the arguments is the short id that the first command told which
   * told one, `{1}` that of the second.
   */
  const both = async (args: readonly string[], by: Who): Promise<Ended> => {
    const local = await here.heed(...args.map((each) => made.get(each)?.here ?? each), ...by.options);
    const asked = await heed(
      args.map((each) => made.get(each)?.there ?? each),
      by,
    );
    expect(told(asked), args.join(" ")).toEqual(told(local));
    const [id, other] = [idIn(local), idIn(asked)];
    if (id && other) made.set(`{${made.size}}`, { here: id, there: other });
    return local;
  };
  return { here, there, served, who, heed, both };
}

function idIn({ stdout }: Ended): string | undefined {
  return /\[([0-9a-f]{8})\]/.exec(stdout)?.[1];
}

const ids = /\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9a-f]{8}\b|(user:|heed_)[0-9a-f]+/g;
const moments = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

function told({ code, stdout, stderr }: Ended): unknown {
  const same = stdout.replaceAll(ids, "#").replaceAll(moments, "then");
  const author = /"author":\{[^}]*\}/g;
  const json = () => JSON.parse(JSON.stringify(JSON.parse(same)).replaceAll(author, '"author":{}'));
  return { code, stderr: stderr.replaceAll(ids, "#"), stdout: same.startsWith("{") ? json() : same };
}
