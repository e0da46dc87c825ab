/** Every object that a program can reach from its static variables and from the closures it gave its host. */

import { ByteBuffer } from "#runtime/vm/byte_buffer.ts";
import { BoolCell, FloatCell, IntCell, RefCell } from "#runtime/vm/cells.ts";
import type { Closure } from "#runtime/vm/closures.ts";
import { classOf, constructorOf, TypeValue, type Value } from "#runtime/vm/object_model.ts";
import type { Program } from "#runtime/vm/program.ts";

export interface Heap {
  readonly instances: readonly Value[];
  readonly closures: readonly Closure[];
  /** Arrays, structures, cells and environments: what holds values by index or by name. */
  readonly containers: readonly Value[];
  readonly buffers: readonly ByteBuffer[];
}

/** The same while it is gathered. */
interface Found {
  readonly instances: Value[];
  readonly closures: Closure[];
  readonly containers: Value[];
  readonly buffers: ByteBuffer[];
}

export function walkHeap(program: Program): Heap {
  const heap: Found = { instances: [], closures: [], containers: [], buffers: [] };
  const seen = new Set<Value>();
  const waiting: Value[] = [];
  const meet = (value: Value): void => {
    const isObject = typeof value === "object" ? value !== null : typeof value === "function";
    if (!isObject || seen.has(value) || value instanceof TypeValue) return;
    seen.add(value);
    waiting.push(value);
  };
  for (const { statics } of program.types.classes.values()) Object.values(statics).forEach(meet);
  Object.values(program.hooks).forEach(meet);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) visit(next, heap, meet);
  return heap;
}

function visit(value: Value, heap: Found, meet: (value: Value) => void): void {
  const record = classOf(value);
  if (record !== null) {
    heap.instances.push(value);
    for (const { name } of record.layout) meet(value[name]);
  } else if (typeof value === "function") {
    heap.closures.push(value);
    meet((value as Closure).$environment);
    meet((value as Closure).$receiver);
  } else if (constructorOf(value) !== null) {
    Object.values(value).forEach(meet);
  } else if (value instanceof ByteBuffer) {
    heap.buffers.push(value);
  } else if (!isLeaf(value)) {
    heap.containers.push(value);
    Object.values(value).forEach(meet);
  }
}

/** Cells of numbers hold nothing to go on to, but they are containers all the same: their values change. */
function isLeaf(value: Value): boolean {
  return !(
    Array.isArray(value) ||
    value instanceof RefCell ||
    value instanceof IntCell ||
    value instanceof FloatCell ||
    value instanceof BoolCell ||
    Object.getPrototypeOf(value) === Object.prototype
  );
}
