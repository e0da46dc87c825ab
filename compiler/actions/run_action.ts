/**
 * One action of the Haxe compiler: a command line and a way to read and write files in, files and text out. Bazel's
 * worker and the dev loop both call it, so both get the same bytes. The commands are documented where they are written.
 */
import { type Diagnostic, diagnostic } from "#compiler/diagnostics/diagnostic.ts";
import { internalError } from "#compiler/diagnostics/internal_error.ts";
import {
  type Action,
  ActionError,
  type ActionFiles,
  type ActionResult,
  Flags,
  resultOf,
  UnreadableFile,
} from "./action.ts";
import { bytecodeAction, javascriptAction } from "./emit.ts";
import { entryAction } from "./entry.ts";
import { linkAction } from "./link.ts";
import { ActionMemory } from "./memory.ts";
import { cAction } from "./native.ts";
import { parseAction } from "./parse.ts";
import { resourcesAction } from "./resources.ts";
import { testsAction } from "./tests.ts";
import { typecheckAction } from "./typecheck.ts";
import { wasmAction } from "./wasm.ts";

const commands: Readonly<Record<string, (action: Action) => ActionResult | Promise<ActionResult>>> =
  {
    bytecode: bytecodeAction,
    c: cAction,
    entry: entryAction,
    javascript: javascriptAction,
    link: linkAction,
    memory: memoryAction,
    parse: parseAction,
    resources: resourcesAction,
    tests: testsAction,
    typecheck: typecheckAction,
    wasm: wasmAction,
  };

/** `memory`: what the process keeps between actions, as JSON. For people who ask a worker; no build does. */
function memoryAction({ memory }: Action): ActionResult {
  return { exitCode: 0, output: `${JSON.stringify(memory.statistics())}\n` };
}

/**
 * Runs one action. Whatever is wrong, with the input or with the compiler, the result says it. A process that runs
 * several gives them one memory, which makes them quicker and nothing else.
 */
export async function runCompilerAction(
  args: readonly string[],
  files: ActionFiles,
  memory = new ActionMemory(),
): Promise<ActionResult> {
  const [command = "", ...rest] = args;
  try {
    const run = commands[command];
    if (run === undefined) {
      throw new ActionError(
        `Expected one of ${Object.keys(commands).join(", ")}, found \`${command}\``,
      );
    }
    return await run({ flags: new Flags(rest), files, memory });
  } catch (error) {
    if (error instanceof ActionError)
      return { exitCode: 1, output: `haxe compiler: ${error.message}\n` };
    if (error instanceof UnreadableFile) return resultOf([unreadable(error)], new Map());
    return resultOf([internalError(error, command)], new Map());
  }
}

function unreadable({ path, detail }: UnreadableFile): Diagnostic {
  const hint = "Build it again with this version of the compiler";
  return diagnostic("HX9002", { file: path, span: { start: 0, end: 0 } }, { detail }, { hint });
}
