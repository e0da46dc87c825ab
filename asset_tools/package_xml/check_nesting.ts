/** Prefabs that contain themselves. A package cannot need itself, so a circle lies in one package.xml. */
import { type Diagnostic, diagnostic, relatedPlace, withRelated } from "../document/diagnostic.ts";
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
  const steps: Use[] = [];
  const visit = (name: string): Diagnostic | undefined => {
    if (done.has(name)) return undefined;
    chain.push(name);
    for (const step of instances.get(name) ?? []) {
      const start = chain.indexOf(step.name);
      if (start >= 0) return circle(chain.slice(start), [...steps.slice(start), step], file);
      steps.push(step);
      const problem = visit(step.name);
      if (problem) return problem;
      steps.pop();
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

/** `steps` has, for each prefab of the circle, the instance in it of the next. */
function circle(prefabs: readonly string[], steps: readonly Use[], file: string): Diagnostic {
  const [last, ...others] = steps.toReversed() as [Use, ...Use[]];
  const cycle = [...prefabs, last.name].join(" -> ");
  const related = others
    .toReversed()
    .map(({ name, value }, row) =>
      relatedPlace(`\`${prefabs[row]}\` has an instance of \`${name}\``, { file, ...value.span }),
    );
  return withRelated(diagnostic("PK5001", { file, ...last.value.span }, { cycle }), related);
}
