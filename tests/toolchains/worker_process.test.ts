import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "ava";
import type { WireResponse } from "#toolchains/worker/messages.ts";
import { decodeResponses, encodeRequest } from "./worker_client.ts";

const TOOL = "tests/toolchains/noisy_tool.ts";

interface Run<Output> {
  readonly exitCode: number;
  readonly output: Output;
}

/** Runs the tool as a process of its own. */
function runProcess(args: readonly string[], input: Uint8Array): Promise<Run<Buffer>> {
  return new Promise((resolve) => {
    const options = { encoding: "buffer" } as const;
    const child = execFile(process.execPath, [TOOL, ...args], options, (_, output) =>
      resolve({ exitCode: child.exitCode ?? -1, output }),
    );
    child.stdin?.end(input);
  });
}

async function runTool(args: readonly string[]): Promise<Run<string>> {
  const { exitCode, output } = await runProcess(args, new Uint8Array());
  return { exitCode, output: output.toString("utf8") };
}

async function runAsWorker(args: readonly string[]): Promise<Partial<Run<string>>> {
  const { output } = await runProcess(["--persistent_worker"], encodeRequest({ arguments: args }));
  const { requestId, ...result } = decodeResponses(output)[0] as WireResponse;
  return result;
}

test("as a worker, only responses reach standard output", async (t) => {
  const requests = [
    { arguments: ["a"], requestId: 1 },
    { arguments: ["fail"], requestId: 2 },
  ];
  const stream = Buffer.concat(requests.map(encodeRequest));
  const { exitCode, output } = await runProcess(["--persistent_worker"], stream);
  t.deepEqual(decodeResponses(output), [
    { requestId: 1, exitCode: 1, output: "A" },
    { requestId: 2, exitCode: 1, output: "Told to fail\n" },
  ]);
  t.is(exitCode, 0);
});

for (const args of [["one"], ["one", "two"], ["fail"]]) {
  test(`once and as a worker, "${args.join(" ")}" gives the same`, async (t) => {
    const asWorker = await runAsWorker(args);
    const once = await runTool(args);
    // Run once, what the tool prints by itself is for the user to see.
    t.deepEqual(
      { ...once, output: once.output.replace("a library's notice\n{not a response}", "") },
      asWorker,
    );
  });
}

test("a flag file stands for its lines, and lines for further flag files", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "flags-"));
  const inner = join(folder, "inner");
  const outer = join(folder, "outer");
  writeFileSync(inner, "b\n\n@@c\n@core//x:y\n");
  writeFileSync(outer, `a\n@${inner}\nd\n`);
  const { exitCode, output } = await runTool([`@${outer}`]);
  t.is(exitCode, 6);
  t.regex(output, /A,B,,@@C,@CORE\/\/X:Y,D$/);
});
