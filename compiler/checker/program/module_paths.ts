/** Modules by name, from the inside of a package outwards. */
import type { ModuleScope, Program } from "./program.ts";

/** The module of that name in the package, else in the nearest parent package, else at top level. */
export function moduleInPackages(
  program: Program,
  packagePath: readonly string[],
  name: string,
): ModuleScope | null {
  for (let length = packagePath.length; length >= 0; length--) {
    const found = program.modules.get([...packagePath.slice(0, length), name].join("."));
    if (found !== undefined) return found;
  }
  return null;
}
