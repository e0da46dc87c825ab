/** What was saved but has no effect on the running game: never left unsaid. */
import type { ProgramEntry } from "#compiler/bytecode/metadata.ts";
import { classOf } from "#runtime/vm/object_model.ts";
import type { Program } from "#runtime/vm/program.ts";
import type { Heap } from "./heap_walk.ts";
import { objects } from "./migrate.ts";
import type { LibraryPlan } from "./reload_plan.ts";
import type { NotApplied } from "./reload_report.ts";

/** Code that has run already and does not run again. */
export function startOnlyCode(plan: LibraryPlan, entry: ProgramEntry): NotApplied[] {
  return plan.changed
    .filter(({ id }) => id === entry.main)
    .map(({ id }) => ({ what: id, reason: "it runs only when the game starts" }));
}

/** Objects and closures that go on with what is no longer in the source. */
export function countUsers(plan: LibraryPlan, heap: Heap | null, program: Program): NotApplied[] {
  if (heap === null) return [];
  const closures = plan.stale.flatMap((id) => {
    const number = program.types.numbers.of(id);
    const count = heap.closures.filter((closure) => closure.$callee === number).length;
    if (count === 0) return [];
    const text =
      count === 1 ? "1 closure made earlier keeps" : `${count} closures made earlier keep`;
    return [{ what: id, reason: `${text} the old body` }];
  });
  const instances = plan.removedClasses.flatMap(({ path }) => {
    const count = heap.instances.filter((instance) => classOf(instance)?.path === path).length;
    return count === 0
      ? []
      : [{ what: path, reason: `it is gone, and ${objects(count)} of it live` }];
  });
  return [...closures, ...instances];
}
