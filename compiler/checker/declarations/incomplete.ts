/** Classes of which not all is known, because a parent is not: what they lack is no second problem. */
import { followNull } from "#compiler/types/follow.ts";
import type { ClassType, Type } from "#compiler/types/type.ts";
import type { Program } from "../program/program.ts";

/** Has the class, or one that it inherits from, a parent that was reported as unknown? */
export function isIncomplete(program: Program, type: ClassType): boolean {
  if (program.incomplete.size === 0) return false;
  const visited = new Set<ClassType>();
  const visit = (current: ClassType): boolean => {
    if (program.incomplete.has(current)) return true;
    if (visited.has(current)) return false;
    visited.add(current);
    const parents = current.interfaces.map((parent) => parent.class);
    if (current.superClass !== null) parents.push(current.superClass.class);
    return parents.some(visit);
  };
  return visit(type);
}

/** Is it an instance of such a class? */
export function isOfUnknownOrigin(program: Program, type: Type): boolean {
  const followed = followNull(type);
  return followed.kind === "Inst" && isIncomplete(program, followed.class);
}
