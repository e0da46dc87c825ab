/**
 * Which files of a library an edit can concern. A file can see of another only what it names, or what something that it
 * names, names: types of expressions come from declarations, and those from names. So names alone, whatever stands
 * behind them, decide; a file too many is typed again for nothing, and no file is too few.
 */

import type * as ast from "#compiler/syntax/ast.ts";
import type { ModuleSource } from "../program/program.ts";

/** The files by path. */
export type Sources = ReadonlyMap<string, ModuleSource>;

/**
 * The files that differ, and all that reach one of them before or after the edit; null where files came, went, or
 * changed what is imported everywhere.
 */
export function affectedFiles(before: Sources, now: Sources): ReadonlySet<string> | null {
  if (before.size !== now.size) return null;
  const changed: string[] = [];
  for (const [file, source] of now) {
    const earlier = before.get(file);
    if (earlier === undefined) return null;
    if (isSameSource(earlier, source)) continue;
    if (isDefaultImports(file)) return null;
    changed.push(file);
  }
  const users = usersByFile(before, now);
  const affected = new Set(changed);
  // A set gives what is added to it while it is walked, too.
  for (const file of affected) for (const user of users.get(file) ?? []) affected.add(user);
  return affected;
}

/** A file with the same tree and the same lines has not changed. */
export function isSameSource(before: ModuleSource, now: ModuleSource): boolean {
  return before.module === now.module && hasSameLines(before, now);
}

/** What an `import.hx` makes visible is no part of a module. */
export function isDefaultImports(file: string): boolean {
  return file.endsWith("import.hx");
}

function hasSameLines(before: ModuleSource, now: ModuleSource): boolean {
  return (
    before.lineStarts === now.lineStarts ||
    (before.lineStarts.length === now.lineStarts.length &&
      before.lineStarts.every((start, line) => now.lineStarts[line] === start))
  );
}

/** By file those that name something of it, before or after the edit. */
function usersByFile(before: Sources, now: Sources): ReadonlyMap<string, ReadonlySet<string>> {
  const earlier = [...before.values()].filter(
    ({ file, module }) => now.get(file)?.module !== module,
  );
  const all = [...earlier, ...now.values()];
  const declaring = new Map<string, Set<string>>();
  for (const { file, module } of all)
    for (const name of namesOf(file, module)) addTo(declaring, name, file);
  const declaringOf = (sources: readonly ModuleSource[]): string[] =>
    sources.flatMap(({ module }) =>
      [...wordsOf(module)].flatMap((word) => [...(declaring.get(word) ?? [])]),
    );
  const everywhere = declaringOf(all.filter(({ file }) => isDefaultImports(file)));
  const users = new Map<string, Set<string>>();
  for (const source of all) {
    for (const file of declaringOf([source])) addTo(users, file, source.file);
    for (const file of everywhere) addTo(users, file, source.file);
  }
  return users;
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const known = sets.get(key);
  if (known === undefined) sets.set(key, new Set([value]));
  else known.add(value);
}

/** What can be named of a file without something else of it: the module, its types, constructors and own fields. */
function namesOf(file: string, module: ast.Module): string[] {
  const name = /(\w+)\.hx$/.exec(file)?.[1] ?? file;
  return [
    name,
    ...module.declarations.flatMap((declaration) => {
      if (declaration.kind === "ModuleField") return [declaration.field.name.name];
      const own = declaration.name.name;
      if (declaration.kind !== "Enum") return [own];
      return [own, ...declaration.constructors.map((made) => made.name.name)];
    }),
  ];
}

const knownWords = new WeakMap<ast.Module, ReadonlySet<string>>();

/** Every word of a module, those in its texts too: they may hold expressions. */
function wordsOf(module: ast.Module): ReadonlySet<string> {
  let words = knownWords.get(module);
  if (words === undefined) {
    words = new Set();
    collectWords(module, words as Set<string>);
    knownWords.set(module, words);
  }
  return words;
}

function collectWords(node: unknown, words: Set<string>): void {
  if (typeof node === "string") {
    for (const [word] of node.matchAll(/\w+/g)) words.add(word);
  } else if (Array.isArray(node)) {
    for (const part of node) collectWords(part, words);
  } else if (typeof node === "object" && node !== null) {
    for (const key in node) {
      if (key !== "span" && key !== "doc" && key !== "kind")
        collectWords((node as Record<string, unknown>)[key], words);
    }
  }
}
