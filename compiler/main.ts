/** `haxe_game`: compiles and runs any Haxe program. See compiler/cli/arguments.ts for what it takes. */
import { join } from "node:path";
import { runCommand } from "./cli/command.ts";
import { findInstallation } from "./cli/installation.ts";

const root = process.env["HAXE_GAME_ROOT"] ?? join(import.meta.dirname, "..");
process.exitCode = await runCommand(process.argv.slice(2), findInstallation(root, process.env));
