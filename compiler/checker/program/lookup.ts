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
  let found = module.lookups.get(name);
  if (found === undefined) {
    found = findType(program, module, name);
    module.lookups.set(name, found);
  }
  return found;
}

function findType(program: Program, module: ModuleScope, name: string): TypeDeclaration | null {
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

/** Names of types that the module sees. */
export function visibleTypeNames(program: Program, module: ModuleScope): Set<string> {
  const imports = importsOf(program, module);
  const names = new Set<string>([...module.types.keys(), ...imports.types.keys()]);
  const packages = new Set(["", ...imports.packages, ...parentPackages(module.package)]);
  for (const other of program.modules.values()) {
    if (!packages.has(other.package.join("."))) continue;
    for (const [name, type] of other.types) {
      if (!type.isPrivate && (name === other.name || other.path === "StdTypes")) names.add(name);
    }
  }
  return names;
}

/** A package and those around it. */
function parentPackages(parts: readonly string[]): string[] {
  return parts.map((_, index) => parts.slice(0, index + 1).join("."));
}

/** Types that can be imported, by name: each `pack.Module`, or `pack.Module.Type`. */
export function importableTypes(program: Program): Map<string, string[]> {
  const paths = new Map<string, string[]>();
  for (const module of program.modules.values()) {
    // What the standard library keeps for itself.
    if (module.package[1] === "internal" || module.path === "StdTypes") continue;
    for (const [name, type] of module.types) {
      if (type.isPrivate) continue;
      const path = module.name === name ? module.path : `${module.path}.${name}`;
      paths.set(name, [...(paths.get(name) ?? []), path].sort());
    }
  }
  return paths;
}
