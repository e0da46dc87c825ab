/** `haxe.Int64` against BigInt, on many pairs of numbers. */
import { join } from "node:path";
import test from "ava";
import { jitMode } from "#compiler/cli/vm_mode.ts";
import { hostInto } from "./collecting_host.ts";
import { compileSample } from "./compile_sample.ts";
import { CONFORMANCE_FOLDER } from "./sample.ts";

const signed = (value: bigint): bigint => BigInt.asIntN(64, value);
const unsigned = (value: bigint): bigint => BigInt.asUintN(64, value);
const order = (left: bigint, right: bigint): number => Number(left > right) - Number(left < right);

/** The line that RandomPairs.hx prints for the numbers at its start. */
function expectedLine(a: bigint, b: bigint, count: bigint): string {
  const shift = count & 63n;
  return [
    a,
    b,
    count,
    signed(a + b),
    signed(a - b),
    signed(a * b),
    ...(b === 0n ? ["none", "none"] : [signed(a / b), signed(a % b)]),
    signed(a << shift),
    a >> shift,
    signed(unsigned(a) >> shift),
    signed(-a),
    ~a,
    order(a, b),
    order(unsigned(a), unsigned(b)),
    a,
  ].join(" ");
}

test("every operation gives what BigInt gives", async (t) => {
  const output = { stdout: "", stderr: "" };
  const folder = join(CONFORMANCE_FOLDER, "int64", "random");
  const program = compileSample({ folder, main: "RandomPairs" });
  t.is(await jitMode.run(program, hostInto(output)), 0, output.stderr);
  const lines = output.stdout.trimEnd().split("\n");
  t.is(lines.length, 2000);
  for (const line of lines) {
    const [a = 0n, b = 0n, count = 0n] = line.split(" ", 3).map(BigInt);
    t.is(line, expectedLine(a, b, count));
  }
});
