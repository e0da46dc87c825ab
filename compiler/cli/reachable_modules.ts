/**
 * Which modules of the standard library a program can reach. Whoever uses a module writes its name down, in code, in an
 * import or in a text for `Type.resolveClass`; so the names in the files that are reached already say which come next. The
 * library's own comments do not count; a program's do, which costs a little time and does no harm.
 */
import { basename } from "node:path";

/** What syntax stands for without naming it: literals, loops, operators, `trace`, `throw` and `@:using`. */
const ALWAYS = [
  "Array",
  "Class",
  "DynamicOperators",
  "Enum",
  "EnumValue",
  "EnumTools",
  "EnumValueMap",
  "Exception",
  "IntIterator",
  "IntMap",
  "Log",
  "Map",
  "ObjectMap",
  "PosInfos",
  "Rest",
  "Std",
  "StdTypes",
  "String",
  "StringBuf",
  "StringMap",
  "ValueException",
];

/** `library` has each file's text by its path; the paths of those that are reached from `texts`, in the library's order. */
export function reachableModules(
  library: ReadonlyMap<string, string>,
  texts: readonly string[],
): readonly string[] {
  const paths = Map.groupBy(library.keys(), (path) => basename(path, ".hx"));
  const reached = new Set<string>();
  const visited = new Set<string>();
  const waiting = [ALWAYS.join(" "), ...texts];
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
    for (const name of namesIn(text)) {
      if (visited.has(name)) continue;
      visited.add(name);
      for (const path of paths.get(name) ?? []) {
        reached.add(path);
        waiting.push(withoutComments(library.get(path) as string));
      }
    }
  }
  return [...library.keys()].filter((path) => reached.has(path));
}

function namesIn(text: string): string[] {
  const names = text.match(/\b[A-Z]\w*/g) ?? [];
  return text.includes("~/") ? [...names, "EReg"] : names;
}

/** Without documentation, which starts a line; no text of the library looks like it. */
function withoutComments(text: string): string {
  return text.replaceAll(/^\s*\/\*\*[\s\S]*?\*\//gm, "");
}
