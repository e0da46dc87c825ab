/**
 * `haxe_game`: compiles and runs any Haxe program, and compiles single assets. compiler/cli/arguments.ts and
 * asset_tools/cli/asset_cli.ts say what it takes.
 */
import { join } from "node:path";
import { isAssetCommand, runAssetCommand } from "./cli/asset_commands.ts";
import { runCommand } from "./cli/command.ts";
import { findInstallation } from "./cli/installation.ts";

const root = process.env["HAXE_GAME_ROOT"] ?? join(import.meta.dirname, "..");
const argv = process.argv.slice(2);
const installation = findInstallation(root, process.env);
process.exitCode = isAssetCommand(argv)
  ? await runAssetCommand(argv, installation)
  : await runCommand(argv, installation);
