/** What to say of a name that means nothing: the import that is missing, the name that was meant, the word of another language. */
import { foreignName, foreignType } from "#compiler/diagnostics/foreign_words.ts";
import { didYouMean } from "#compiler/diagnostics/suggest.ts";
import { visibleTypeNames } from "./lookup.ts";
import type { ModuleScope, Program } from "./program.ts";

/** How many imports are worth a choice. */
const CHOICES = 3;

/** The hint for a type that cannot be seen from the module. */
export function unknownTypeHint(
  program: Program,
  module: ModuleScope,
  name: string,
): string | null {
  const paths = importsFor(program, name);
  if (paths.length > 0 && paths.length <= CHOICES)
    return `Add ${paths.map((path) => `\`import ${path}\``).join(" or ")}`;
  return foreignType(name) ?? didYouMean(name, visibleTypeNames(program, module));
}

/** The hint for a name in an expression. */
export function unknownNameHint(
  program: Program,
  module: ModuleScope,
  name: string,
  visible: readonly string[],
): string | null {
  if (/^[A-Z]/.test(name)) {
    const capital = visible.filter((other) => /^[A-Z]/.test(other));
    return didYouMean(name, capital) ?? foreignName(name) ?? unknownTypeHint(program, module, name);
  }
  const meant = didYouMean(name, visible);
  return meant ?? foreignName(name) ?? didYouMean(name, visibleTypeNames(program, module));
}

/** Paths under which types of that name can be imported: `pack.Module`, or `pack.Module.Type`. */
function importsFor(program: Program, name: string): string[] {
  const paths: string[] = [];
  for (const module of program.modules.values()) {
    const type = module.types.get(name);
    if (type === undefined || type.isPrivate || module.path === "StdTypes") continue;
    paths.push(module.name === name ? module.path : `${module.path}.${name}`);
  }
  return paths.sort();
}
