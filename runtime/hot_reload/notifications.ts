/** Who hears of a reload: `onHotReload()`, static or of instances, of the classes that it has changed. */

import type { Callable, ClassRecord } from "#runtime/vm/object_model.ts";
import type { Program } from "#runtime/vm/program.ts";
import type { StagedLibrary } from "./staged_library.ts";

export interface Notification {
  readonly record: ClassRecord;
  readonly callStatic: Callable | null;
}

/** The classes with new code or shape, themselves or through an ancestor, that want to hear. */
export function findNotifications(
  program: Program,
  libraries: readonly StagedLibrary[],
): Notification[] {
  const touched = new Set(
    libraries.flatMap(({ plan }) => [
      ...plan.changed.map((fn) => fn.owner),
      ...plan.added.map((fn) => fn.owner),
      ...plan.changedClasses.map(({ after }) => after.path),
    ]),
  );
  return [...program.types.classes.values()]
    .filter((record) => lineOf(record).some(({ path }) => touched.has(path)))
    .map((record) => ({
      record,
      callStatic: touched.has(record.path) ? staticHook(program, record) : null,
    }))
    .filter(({ record, callStatic }) => callStatic !== null || "onHotReload" in record.prototype);
}

function staticHook(program: Program, record: ClassRecord): Callable | null {
  const id = `${record.path}.onHotReload`;
  const metadata = program.functions.metadata.get(id);
  if (metadata?.form !== "static" || metadata.params.length > 0) return null;
  return program.functions.callable(id) ?? null;
}

/** The class and those that it extends. */
function lineOf(record: ClassRecord): ClassRecord[] {
  return record.superclass === null ? [record] : [record, ...lineOf(record.superclass)];
}
