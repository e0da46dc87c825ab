/** Prefabs that contain themselves. A package cannot need itself, so a circle lies in one package.xml. */
import { type Diagnostic, diagnostic } from "../document/diagnostic.ts";
import { qualifiedName } from "./defined.ts";
import type { PackageModel } from "./model.ts";
import type { Use } from "./schema/value_type.ts";

/** The first circle, named in full at the instance that closes it. */
export function checkNesting(
  { definitions }: PackageModel,
  uses: ReadonlyMap<string, readonly Use[]>,
  file: string,
): Diagnostic[] {
  const instances = new Map(
    definitions
      .filter(({ kind }) => kind === "prefab")
      .map((prefab) => [
        qualifiedName(prefab),
        (uses.get(prefab.id) ?? []).filter(({ kind }) => kind === "prefab"),
      ]),
  );
  const done = new Set<string>();
  const chain: string[] = [];
  const visit = (name: string): Diagnostic | undefined => {
    if (done.has(name)) return undefined;
    chain.push(name);
    for (const { name: inner, value } of instances.get(name) ?? []) {
      const start = chain.indexOf(inner);
      if (start >= 0) {
        const cycle = [...chain.slice(start), inner].join(" -> ");
        return diagnostic("PK5001", { file, ...value.span }, { cycle });
      }
      const problem = visit(inner);
      if (problem) return problem;
    }
    chain.pop();
    done.add(name);
    return undefined;
  };
  for (const name of instances.keys()) {
    const problem = visit(name);
    if (problem) return [problem];
  }
  return [];
}
