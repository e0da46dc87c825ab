/** `haxe_game asset`, `export` and `inspect`: the asset compiler's, loaded when one is asked for. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const COMMANDS = ["asset", "export", "inspect"];

export function isAssetCommand(argv: readonly string[]): boolean {
  return COMMANDS.includes(argv[0] ?? "");
}

/** Gives the exit status. */
export async function runAssetCommand(argv: readonly string[]): Promise<number> {
  const { runAssetCli } = await import("#asset_tools/cli/asset_cli.ts");
  const { inspectCompiledFile } = await import("./inspect/inspect_compiled_file.ts");
  const { exitCode, stdout, stderr } = await runAssetCli(argv, { read, write }, [
    inspectCompiledFile,
  ]);
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
