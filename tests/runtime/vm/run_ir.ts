/** Runs low IR in the tiers of the VM and gives what it wrote. */
import type { ProgramEntry } from "#compiler/bytecode/metadata.ts";
import { writeModule } from "#compiler/bytecode/write.ts";
import { emitModule } from "#compiler/emit/bytecode/emit_module.ts";
import { printModule } from "#compiler/emit/javascript/print_module.ts";
import type { Sources } from "#compiler/emit/source_positions.ts";
import type { IrModule } from "#compiler/ir/ir.ts";
import type { IrProgram } from "#compiler/ir/program.ts";
import type { AssetReader, Host } from "#runtime/vm/host.ts";
import { loadProgram, type Program, type ProgramModule } from "#runtime/vm/program.ts";
import { ExitSignal } from "#runtime/vm/thrown.ts";

export interface RunResult {
  readonly output: string;
  readonly errors: string;
  readonly status: number;
}

export type Tier = "interpreter" | "jit" | "mixed";
export const tiers = ["interpreter", "jit", "mixed"] as const satisfies readonly Tier[];

export const noAssets: AssetReader = { find: () => -1, version: () => 0, bytes: () => null };

export function hostInto(written: { output: string; errors: string }, assets = noAssets): Host {
  return {
    print: (text) => {
      written.output += text;
    },
    printError: (text) => {
      written.errors += text;
    },
    time: () => 1.5,
    now: () => 1500,
    zoneOffset: () => 60,
    args: () => ["first", "zweites ü"],
    keyDown: (code) => code === 7,
    width: () => 640,
    height: () => 480,
    seed: () => 42,
    system: () => null,
    assets,
  };
}

/** Every position is a line of its own. */
export const sources: Sources = new Map([
  ["Main.hx", { path: "Main.hx", text: "\n".repeat(1000) }],
]);

export function moduleOf(program: IrProgram): IrModule {
  return {
    library: "test",
    classes: [...program.classes.values()].map((linked) => linked.class),
    enums: [...program.enums.values()],
    functions: [...program.functions.values()],
  };
}

export function entryOf(program: IrProgram): ProgramEntry {
  return { main: program.main, staticInits: program.staticInits };
}

export function bytecodeOf(module: IrModule, only?: ReadonlySet<string>): ProgramModule {
  const options = only === undefined ? { sources } : { sources, only };
  return { kind: "bytecode", bytes: writeModule(emitModule(module, options)) };
}

export function javascriptOf(module: IrModule, only?: ReadonlySet<string>): ProgramModule {
  const options = only === undefined ? { sources } : { sources, only };
  return { kind: "javascript", ...printModule(module, options) };
}

/** Loads a program; in the mixed tier every second function runs as JavaScript, the others are interpreted. */
export function load(program: IrProgram, tier: Tier, host: Host): Program {
  const module = moduleOf(program);
  const first = tier === "jit" ? javascriptOf(module) : bytecodeOf(module);
  const loaded = loadProgram([first], entryOf(program), host, { reloadable: true });
  if (tier === "mixed") {
    const second = module.functions.filter((_, index) => index % 2 === 1).map((fn) => fn.id);
    loaded.replaceFunctions(javascriptOf(module, new Set(second)));
  }
  return loaded;
}

export function runIr(program: IrProgram, tier: Tier, assets = noAssets): RunResult {
  const written = { output: "", errors: "" };
  const loaded = load(program, tier, hostInto(written, assets));
  try {
    loaded.start();
    return { ...written, status: 0 };
  } catch (error) {
    if (error instanceof ExitSignal) return { ...written, status: error.status };
    return {
      ...written,
      errors: `${written.errors}${loaded.describeException(error).split("\nCalled from")[0]}\n`,
      status: 1,
    };
  }
}

/** Runs the program in all tiers, which must agree. */
export function runInAllTiers(program: IrProgram, assets = noAssets): RunResult {
  const [interpreted, ...others] = tiers.map((tier) => runIr(program, tier, assets));
  for (const other of others) {
    if (other.output !== interpreted?.output || other.status !== interpreted.status) {
      throw new Error(`${JSON.stringify(other)}\ninstead of\n${JSON.stringify(interpreted)}`);
    }
  }
  return interpreted as RunResult;
}
