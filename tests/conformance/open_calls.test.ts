/** Call stacks, which only interpreter and JIT know: both tell the same. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { interpreterMode, jitMode } from "#compiler/cli/vm_mode.ts";
import { hostInto } from "./collecting_host.ts";
import { compileSample } from "./compile_sample.ts";
import { CONFORMANCE_FOLDER } from "./sample.ts";

const folder = join(CONFORMANCE_FOLDER, "exceptions", "with_calls");
const main = "OpenCalls";

for (const [name, mode] of Object.entries({ interpreterMode, jitMode })) {
  test(`${name}: stacks of calls and of exceptions`, async (t) => {
    const output = { stdout: "", stderr: "" };
    const status = await mode.run(compileSample({ folder, main }), hostInto(output));
    t.is(status, 0, output.stderr);
    t.is(output.stdout, readFileSync(join(folder, `${main}.out`), "utf8"));
  });
}
