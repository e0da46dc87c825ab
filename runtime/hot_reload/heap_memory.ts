/** What the program's objects hold, noted before its own code runs in the middle of a reload. */

import type { ByteBuffer } from "#runtime/vm/byte_buffer.ts";
import type { Value } from "#runtime/vm/object_model.ts";
import type { Program } from "#runtime/vm/program.ts";
import type { Heap } from "./heap_walk.ts";

/** The result puts every field, element, byte and static variable back. */
export function rememberHeap(program: Program, heap: Heap): () => void {
  const statics = [...program.types.classes.values()].map((record) => record.statics);
  const objects = [...heap.instances, ...heap.containers, ...statics];
  const restores = [...objects.map(rememberObject), ...heap.buffers.map(rememberBytes)];
  const hooks = { ...program.hooks };
  return () => {
    for (const restore of restores) restore();
    program.restoreHooks(hooks);
  };
}

function rememberObject(object: Value): () => void {
  if (Array.isArray(object)) {
    const elements = object.slice();
    return () => {
      object.length = 0;
      for (const element of elements) object.push(element);
    };
  }
  const entries = Object.entries(object);
  return () => {
    for (const name of Object.keys(object)) {
      if (!entries.some(([known]) => known === name)) delete object[name];
    }
    for (const [name, value] of entries) object[name] = value;
  };
}

function rememberBytes({ bytes }: ByteBuffer): () => void {
  const copy = bytes.slice();
  return () => bytes.set(copy);
}
