/** What to say of a name that means nothing: the import that is missing, the name that was meant, the word of another language. */
import { foreignName, foreignType } from "#compiler/diagnostics/foreign_words.ts";
import { didYouMean, suggest } from "#compiler/diagnostics/suggest.ts";
import { importableTypes, visibleTypeNames } from "../program/lookup.ts";
import type { ModuleScope, Program } from "../program/program.ts";

/** How many imports are worth a choice. */
const CHOICES = 3;

/** The hint for a type that cannot be seen from the module. */
export function unknownTypeHint(
  program: Program,
  module: ModuleScope,
  name: string,
): string | null {
  const importable = importableTypes(program);
  return (
    importHint(importable.get(name) ?? []) ??
    foreignType(name) ??
    didYouMean(name, visibleTypeNames(program, module)) ??
    distantType(importable, name)
  );
}

/** The hint for a name in an expression. */
export function unknownNameHint(
  program: Program,
  module: ModuleScope,
  name: string,
  visible: readonly string[],
): string | null {
  if (!isCapital(name)) return didYouMean(name, visible) ?? foreignName(name) ?? null;
  return (
    didYouMean(name, visible.filter(isCapital)) ??
    importHint(enumsWith(program, name)) ??
    foreignName(name) ??
    unknownTypeHint(program, module, name)
  );
}

/** The hint for a constructor that no visible enum has. */
export function unknownConstructorHint(program: Program, name: string): string | null {
  return importHint(enumsWith(program, name));
}

function importHint(paths: readonly string[]): string | null {
  if (paths.length === 0 || paths.length > CHOICES) return null;
  return `Add ${paths.map((path) => `\`import ${path}\``).join(" or ")}`;
}

/** Paths of the enums that have a constructor of that name. */
function enumsWith(program: Program, name: string): string[] {
  return [...importableTypes(program)].flatMap(([type, paths]) =>
    paths.filter((path) => {
      const module = program.modules.get(path) ?? program.modules.get(withoutLast(path));
      const declared = module?.types.get(type);
      return declared?.kind === "Enum" && declared.constructors.has(name);
    }),
  );
}

/** A type that would have to be imported is named in full. */
function distantType(importable: ReadonlyMap<string, readonly string[]>, name: string) {
  const nearest = suggest(name, importable.keys());
  const [path] = nearest === null ? [] : (importable.get(nearest) ?? []);
  return path === undefined ? null : `Did you mean \`${path}\`?`;
}

function withoutLast(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf(".")));
}

function isCapital(name: string): boolean {
  return /^[A-Z]/.test(name);
}
