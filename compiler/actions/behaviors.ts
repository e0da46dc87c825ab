import type { IrClass } from "#compiler/ir/ir.ts";
import { type Action, type ActionResult, SUCCESS, writeText } from "./action.ts";
import { readAllIr } from "./emit.ts";

/**
 * `behaviors [--ir FILE.hir]... --base pack.Class --out FILE`: the classes that extend the base, directly or not, a path
 * a line. What a scene's `codeBehind` may name.
 */
export function behaviorsAction(action: Action): ActionResult {
  const base = action.flags.one("base");
  const classes = readAllIr(action).flatMap((module) => module.classes);
  const byPath = new Map(classes.map((declared) => [declared.path, declared]));
  const paths = classes
    .filter((declared) => extendsClass(declared, base, byPath))
    .map(({ path }) => path);
  writeText(
    action,
    action.flags.one("out"),
    paths
      .sort()
      .map((path) => `${path}\n`)
      .join(""),
  );
  return SUCCESS;
}

function extendsClass(
  declared: IrClass,
  base: string,
  byPath: ReadonlyMap<string, IrClass>,
): boolean {
  if (declared.superclass === null) return false;
  if (declared.superclass === base) return true;
  const parent = byPath.get(declared.superclass);
  return parent !== undefined && extendsClass(parent, base, byPath);
}
