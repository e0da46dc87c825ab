/** Syntax that only moved in its file, and typed trees that move with it. */
import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
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

/** The typed tree at its new place. Declarations and types keep their identity; variables are copied, each once. */
export function moveTyped(typed: TypedMember, shift: number): TypedMember {
  const moved = new Map<object, object>();
  return {
    ...typed,
    function:
      typed.function === null
        ? null
        : (move(typed.function, shift, moved) as TypedMember["function"]),
    statics: move(typed.statics, shift, moved) as TypedMember["statics"],
    value: typed.value === null ? null : (move(typed.value, shift, moved) as TypedMember["value"]),
  };
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

function move(node: unknown, shift: number, moved: Map<object, object>): unknown {
  if (typeof node !== "object" || node === null) return node;
  const known = moved.get(node);
  if (known !== undefined) return known;
  if (Array.isArray(node)) return node.map((one) => move(one, shift, moved));
  const copy: Record<string, unknown> = {};
  moved.set(node, copy);
  for (const [key, value] of Object.entries(node)) {
    if (key === "span")
      copy[key] = { start: (value as Span).start + shift, end: (value as Span).end + shift };
    else copy[key] = OUTSIDE.has(key) ? value : move(value, shift, moved);
  }
  return copy;
}
