/** What programs are told that ask a page for files, processes or the environment. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { interpreterMode, jitMode } from "#compiler/cli/vm_mode.ts";
import { hostInto } from "./collecting_host.ts";
import { compileSample } from "./compile_sample.ts";
import { CONFORMANCE_FOLDER } from "./sample.ts";

const folder = join(CONFORMANCE_FOLDER, "sys", "without");
const main = "EachCallThrows";

for (const [name, mode] of Object.entries({ interpreterMode, jitMode })) {
  test(`${name}: each call throws and names itself; streams are printed`, async (t) => {
    const output = { stdout: "", stderr: "" };
    const host = { ...hostInto(output), system: () => null };
    const status = await mode.run(compileSample({ folder, main }), host);
    t.is(status, 0, output.stderr);
    t.is(output.stdout, readFileSync(join(folder, `${main}.out`), "utf8"));
    t.is(output.stderr, "and this\n");
  });
}
