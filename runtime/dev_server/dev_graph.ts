/**
 * `dev_graph.json`: what the build knows about a game, so that the dev server can repeat its actions when a source is
 * saved. The rules write it at analysis. All paths are exec paths, as they stand in the arguments of actions: a source
 * is below the workspace (`game/src/Main.hx`), an output below `bazel-out/`.
 */
import type { AssetTypeName } from "#asset_tools/fpkg/format/blob.ts";
import type { ProgramManifest } from "#runtime/headless/program_manifest.ts";

export interface DevGraph {
  /** The game's name for people. */
  readonly title: string;
  /** The label that makes all outputs of `actions` and this file; `bazel build` of it verifies what the server made. */
  readonly label: string;
  /** In build order: an action comes after those that make its inputs. */
  readonly actions: readonly DevAction[];
  /** For every output of `actions`: its path below the runfiles folder, e.g. `_main/game/code.haxe/code.hir`. */
  readonly files: Readonly<Record<string, string>>;
  /** The program as `program.json` has it, but with exec paths; `wasm` is null. */
  readonly program: ProgramManifest;
  /** Every asset and scene of the game's packages and of those they depend on. */
  readonly assets: readonly DevAsset[];
}

export interface DevAction {
  /** As in Bazel, e.g. `HaxeParse`. */
  readonly mnemonic: string;
  readonly tool: ToolName;
  /** The tool's command line, its subcommand first. */
  readonly arguments: readonly string[];
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** Which of our two tools runs an action. */
export type ToolName = "compiler" | "assets";

export interface DevAsset {
  readonly type: AssetTypeName;
  /** `package.Name` */
  readonly name: string;
  /** The output of its action. */
  readonly blob: string;
}
