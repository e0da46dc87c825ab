/** Peers that are programs of the machine, such as Debian's `astcenc` and `nvcompress` (package libnvtt-bin). */
import { spawnSync } from "node:child_process";
import type { Contestant } from "./contest.ts";

/** The program as a contestant, or nothing, with a line about it, where it is not installed. */
export function programPeer(
  program: string,
  args: readonly string[],
  report: (line: string) => void,
): readonly Contestant[] {
  const { error } = spawnSync(program, ["-help"], { stdio: "ignore" });
  if (error !== undefined) {
    report(`Skipped: \`${program}\` is not installed.`);
    return [];
  }
  return [
    {
      name: [program, ...args.filter((arg) => !arg.includes("/"))].join(" "),
      run,
      isElsewhere: true,
    },
  ];

  function run(): void {
    const { status, stderr } = spawnSync(program, args, { stdio: ["ignore", "ignore", "pipe"] });
    if (status !== 0) throw new Error(`${program} ended with status ${status}: ${stderr}`);
  }
}
