/** `haxe_game asset`, `export` and `inspect`: the asset compiler's, loaded when one is asked for. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { ReadSceneCode } from "#asset_tools/cli/scene_code.ts";
import type { Installation } from "./installation.ts";

const COMMANDS = ["asset", "export", "inspect"];

export function isAssetCommand(argv: readonly string[]): boolean {
  return COMMANDS.includes(argv[0] ?? "");
}

/** Gives the exit status; `std` is the folder of the standard library. */
export async function runAssetCommand(
  argv: readonly string[],
  { std }: Pick<Installation, "std">,
): Promise<number> {
  const { runAssetCli } = await import("#asset_tools/cli/asset_cli.ts");
  const { inspectCompiledFile } = await import("./inspect/inspect_compiled_file.ts");
  const readCode: ReadSceneCode = async (folders, format) => {
    const { readSceneCode } = await import("./read_scene_code.ts");
    return readSceneCode(std, folders, format === "json" ? "json" : "pretty");
  };
  const helpers = { inspectors: [inspectCompiledFile], readCode };
  const { exitCode, stdout, stderr } = await runAssetCli(argv, { read, write }, helpers);
  process.stdout.on("error", endWithReader);
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  return exitCode;
}

/** Whoever reads the output, such as `head`, may stop when it has enough. */
function endWithReader(error: Error): void {
  if (!("code" in error && error.code === "EPIPE")) throw error;
}

function read(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function write(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
