/** Syntax that only moved in its file, and what was typed from it at its new place. */
import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import type { TypedFunction } from "#compiler/types/typed_ast.ts";
import type { TypedMember } from "./member_bodies.ts";

/** How far the field moved, when every part of it moved as far; null when parts moved apart. */
export function shiftBetween(before: ast.Field, now: ast.Field): number | null {
  const shift = now.span.start - before.span.start;
  return isShifted(before, now, shift) ? shift : null;
}

function isShifted(before: unknown, now: unknown, shift: number): boolean {
  if (before === now) return shift === 0 || typeof before !== "object" || before === null;
  if (isList(before) && isList(now))
    return (
      before.length === now.length &&
      before.every((one, index) => isShifted(one, now[index], shift))
    );
  if (!isNode(before) || !isNode(now)) return false;
  for (const key of Object.keys(before)) {
    if (key === "doc") continue;
    if (key === "span") {
      if (!isMovedSpan(before[key] as Span, now[key] as Span, shift)) return false;
    } else if (!isShifted(before[key], now[key], shift)) {
      return false;
    }
  }
  return true;
}

function isMovedSpan(before: Span, now: Span, shift: number): boolean {
  return now.start - before.start === shift && now.end - before.end === shift;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isNode(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The member's typing at its new place. Functions stay as they are and know how far they have moved. */
export function moveTyped(typed: TypedMember, shift: number): TypedMember {
  const { function: fn, statics, value } = typed;
  const moved = new Map<object, object>();
  return {
    ...typed,
    function:
      fn === null ? null : { ...fn, span: moveSpan(fn.span, shift), moved: fn.moved + shift },
    statics: move(statics, shift, moved) as TypedMember["statics"],
    value: move(value, shift, moved) as TypedMember["value"],
  };
}

/** The function with its parts at their places: for one whose body becomes part of another. */
export function settle(fn: TypedFunction): TypedFunction {
  if (fn.moved === 0) return fn;
  const moved = new Map<object, object>();
  return {
    ...fn,
    moved: 0,
    params: move(fn.params, fn.moved, moved) as TypedFunction["params"],
    body: move(fn.body, fn.moved, moved) as TypedFunction["body"],
  };
}

function moveSpan({ start, end }: Span, shift: number): Span {
  return { start: start + shift, end: end + shift };
}

/** Keys that lead out of the function, to what has identity. */
const OUTSIDE = new Set([
  "type",
  "types",
  "field",
  "owner",
  "class",
  "constructorOwner",
  "enum",
  "constructor",
  "declaration",
  "arg",
  "returnType",
  "tested",
  "elementType",
]);

/** Declarations and types keep their identity; variables are copied, each once. */
function move(node: unknown, shift: number, moved: Map<object, object>): unknown {
  if (typeof node !== "object" || node === null) return node;
  const known = moved.get(node);
  if (known !== undefined) return known;
  if (Array.isArray(node)) return node.map((one) => move(one, shift, moved));
  const copy: Record<string, unknown> = {};
  moved.set(node, copy);
  for (const [key, value] of Object.entries(node)) {
    if (key === "span") copy[key] = moveSpan(value as Span, shift);
    else copy[key] = OUTSIDE.has(key) ? value : move(value, shift, moved);
  }
  return copy;
}
