/** What a file that is open to write holds back is in the file when the program has ended, however it ended. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "ava";
import type { RunMode } from "#compiler/cli/run_mode.ts";
import { hostInto } from "./collecting_host.ts";
import { compileSample } from "./compile_sample.ts";
import { CONFORMANCE_FOLDER } from "./sample.ts";

const endings = [
  { end: "main", status: 0, content: "held!" },
  { end: "timer", status: 0, content: "held!?" },
  { end: "exit", status: 3, content: "held!" },
  { end: "exception", status: 1, content: "held!" },
];

export function testHeldBytes(mode: RunMode): void {
  for (const { end, status, content } of endings) {
    test.serial(`bytes held back are written: ${end}`, async (t) => {
      const folder = mkdtempSync(join(tmpdir(), "held_bytes_"));
      const file = join(folder, "out");
      Object.assign(process.env, { HELD_BYTES_FILE: file, HELD_BYTES_END: end });
      const output = { stdout: "", stderr: "" };
      const sample = { folder: join(CONFORMANCE_FOLDER, "sys", "ends"), main: "HeldBytes" };
      t.is(await mode.run(compileSample(sample), hostInto(output)), status, output.stderr);
      t.is(output.stdout, "held\n");
      t.is(readFileSync(file, "utf8"), content);
      rmSync(folder, { recursive: true });
    });
  }
}
