/** Links the modules of a program's libraries into what the printers take. */
import { type Diagnostic, diagnostic, type Location } from "#compiler/diagnostics/diagnostic.ts";
import { didYouMean } from "#compiler/diagnostics/suggest.ts";
import type { IrFunction, IrModule } from "./ir.ts";
import { collectDefinitions, type Definitions } from "./link/definitions.ts";
import { layOutClasses } from "./link/layout.ts";
import { type Reached, reach } from "./link/reachability.ts";
import { staticInitOrder } from "./link/static_init_order.ts";
import { throwingFunctions } from "./link/throwing.ts";
import type { IrProgram } from "./program.ts";

export interface LinkOptions {
  /**
   * Keeps functions and classes that nothing calls, as a program does whose code will be swapped while it runs. The
   * static initialisers that run stay the same.
   */
  readonly keepAll?: boolean;
}

export interface LinkResult {
  /** Null when there are errors. */
  readonly program: IrProgram | null;
  readonly problems: readonly Diagnostic[];
}

/** Links the modules, libraries before those that use them; `entry` is the path of the class with `main`. */
export function linkProgram(
  modules: readonly IrModule[],
  entry: string,
  options: LinkOptions = {},
): LinkResult {
  const problems: Diagnostic[] = [];
  const definitions = collectDefinitions(modules, problems);
  const holder = mainHolder(definitions, entry);
  const main = findMain(definitions, holder, problems);
  if (main === null || problems.length > 0) return { program: null, problems };

  const reached = reach(definitions, holder, main);
  problems.push(...missingDefinitions(definitions, reached));
  if (problems.length > 0) return { program: null, problems };
  const kept = options.keepAll === true ? everything(definitions, reached.instantiated) : reached;
  const functions = selectFrom(definitions.functions, kept.functions);
  const classes = layOutClasses(definitions, kept, functions);
  const program: IrProgram = {
    entry: holder,
    main,
    classes,
    enums: selectFrom(definitions.enums, kept.enums),
    functions,
    staticInits: staticInitOrder(definitions, reached),
    throwing: throwingFunctions(
      functions,
      [...classes.values()].map((linked) => linked.class),
    ),
  };
  return { program, problems };
}

/** The entry's class, or what holds the functions of the module of that name where one of those is `main`. */
function mainHolder({ functions }: Definitions, entry: string): string {
  const parts = entry.split(".");
  const name = parts.pop() ?? entry;
  const holder = [...parts, `_${name}`, `${name}_Fields_`].join(".");
  return !functions.has(`${entry}.main`) && functions.has(`${holder}.main`) ? holder : entry;
}

function findMain(definitions: Definitions, entry: string, problems: Diagnostic[]): string | null {
  const location = { file: entry, span: { start: 0, end: 0 } };
  if (!definitions.classes.has(entry)) {
    const hint = didYouMean(entry, definitions.classes.keys());
    problems.push(diagnostic("HX4001", location, { name: entry }, { hint }));
    return null;
  }
  const main: IrFunction | undefined = definitions.functions.get(`${entry}.main`);
  if (main === undefined || main.form !== "static") {
    const hint = "Add `static function main() {}`";
    problems.push(diagnostic("HX4002", location, { name: entry }, { hint }));
    return null;
  }
  if (main.paramCount > 0) {
    problems.push(diagnostic("HX4003", placeOf(main), { name: entry }));
    return null;
  }
  // Haxe asks this of classes, but not of a module's functions.
  if (main.result !== "void" && !main.owner.endsWith("_Fields_")) {
    problems.push(diagnostic("HX4008", placeOf(main), { name: entry }));
    return null;
  }
  return main.id;
}

function placeOf({ file, start }: IrFunction): Location {
  return { file, span: { start, end: start } };
}

/** What code of one library uses of another that was not given; of a class that is missing only the class. */
function missingDefinitions(definitions: Definitions, { missing }: Reached): Diagnostic[] {
  const isPart = (name: string): boolean => missing.has(name.slice(0, name.lastIndexOf(".")));
  const whole = [...missing].filter(([name]) => !isPart(name));
  return whole.map(([name, user]) => {
    const file = definitions.functions.get(user)?.file ?? user;
    return diagnostic("HX4005", { file, span: { start: 0, end: 0 } }, { name, user });
  });
}

function everything(definitions: Definitions, instantiated: ReadonlySet<string>): Reached {
  return {
    functions: new Set(definitions.functions.keys()),
    classes: new Set(definitions.classes.keys()),
    enums: new Set(definitions.enums.keys()),
    instantiated,
    missing: new Map(),
  };
}

function selectFrom<Value>(
  all: ReadonlyMap<string, Value>,
  names: ReadonlySet<string>,
): Map<string, Value> {
  return new Map([...all].filter(([name]) => names.has(name)));
}
