/** Finds types by name, as seen from a module. */

import type { TypeDeclaration } from "#compiler/types/type.ts";
import { importsOf } from "./imports.ts";
import { moduleInPackages } from "./module_paths.ts";
import type { ModuleScope, Program } from "./program.ts";

/** The type that an unqualified name means in a module: its own, imported, of its package or a parent package. */
export function lookupType(
  program: Program,
  module: ModuleScope,
  name: string,
): TypeDeclaration | null {
  const own = module.types.get(name);
  if (own !== undefined) return own;
  const imports = importsOf(program, module);
  const imported = imports.types.get(name);
  if (imported !== undefined) return imported;
  for (const path of imports.packages) {
    const found = program.modules.get(path === "" ? name : `${path}.${name}`)?.types.get(name);
    if (found !== undefined) return found;
  }
  const neighbour = moduleInPackages(program, module.package, name)?.types.get(name);
  if (neighbour !== undefined) return neighbour;
  return program.modules.get("StdTypes")?.types.get(name) ?? null;
}

/** `a.b.Module` or `a.b.Module.Type` by full path. */
export function lookupPath(program: Program, path: readonly string[]): TypeDeclaration | null {
  const last = path.at(-1);
  if (last === undefined) return null;
  const main = program.modules.get(path.join("."))?.types.get(last);
  if (main !== undefined) return main;
  return program.modules.get(path.slice(0, -1).join("."))?.types.get(last) ?? null;
}

/** Names that could have been meant: visible types and all main types. */
export function visibleTypeNames(program: Program, module: ModuleScope): Set<string> {
  const names = new Set<string>([
    ...module.types.keys(),
    ...importsOf(program, module).types.keys(),
  ]);
  for (const other of program.modules.values()) {
    for (const [name, type] of other.types) if (!type.isPrivate) names.add(name);
  }
  return names;
}
