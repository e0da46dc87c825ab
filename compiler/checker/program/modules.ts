/** Files become modules with a name and a package. */
import { createProgramModule } from "../declarations/declare_types.ts";
import type { ModuleScope, ModuleSource, Program } from "./program.ts";

/** Adds modules to the program and creates their declarations, without looking at what they refer to. */
export function addModules(
  program: Program,
  sources: readonly ModuleSource[],
  isDependency: boolean,
): ModuleScope[] {
  const added: ModuleScope[] = [];
  for (const source of sources) {
    const scope = moduleScope(source, isDependency);
    addPackage(program, scope.package);
    if (scope.name === "import") {
      program.defaultImports.set(scope.package.join("."), {
        module: scope,
        imports: source.module.imports,
      });
      continue;
    }
    createProgramModule(program, scope);
    added.push(scope);
  }
  return added;
}

/** `src/pack/Main.hx` in `package pack` is the module `pack.Main`. */
export function moduleScope(source: ModuleSource, isDependency: boolean): ModuleScope {
  const base = source.file.slice(source.file.lastIndexOf("/") + 1);
  const name = base.endsWith(".hx") ? base.slice(0, -3) : base;
  const packagePath = source.module.package?.path ?? [];
  return {
    path: [...packagePath, name].join("."),
    name,
    package: packagePath,
    source,
    isDependency,
    types: new Map(),
    fields: null,
    imports: null,
    lookups: new Map(),
  };
}

function addPackage(program: Program, path: readonly string[]): void {
  for (let length = 1; length <= path.length; length++)
    program.packages.add(path.slice(0, length).join("."));
}
