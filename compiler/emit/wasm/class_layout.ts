/** Where the variables of instances are. A subclass starts with its superclass's layout. */

import { InternalError } from "#compiler/diagnostics/internal_error.ts";
import type { Kind } from "#compiler/ir/kind.ts";
import type { IrProgram, LinkedClass } from "#compiler/ir/program.ts";
import { pointerBytes } from "./layout.ts";

export interface PlacedField {
  readonly name: string;
  readonly kind: Kind;
  readonly offset: number;
}

export interface ClassLayout {
  readonly fields: readonly PlacedField[];
  /** Bytes of an instance, header included. */
  readonly size: number;
}

export type ClassLayouts = ReadonlyMap<string, ClassLayout>;

export function layOutInstances(program: IrProgram): ClassLayouts {
  return new Map([...program.classes].map(([path, linked]) => [path, layOut(linked)]));
}

/** Offset of a field that the class declares or inherits. */
export function offsetOf(layouts: ClassLayouts, owner: string, field: string): number {
  const placed = layouts.get(owner)?.fields.find(({ name }) => name === field);
  if (placed === undefined) throw new InternalError(`${owner} has no field ${field}`);
  return placed.offset;
}

export function bytesOf(kind: Kind): number {
  return kind === "f64" || kind === "dyn" ? 8 : 4;
}

function layOut(linked: LinkedClass): ClassLayout {
  let size = pointerBytes;
  const fields = linked.fields.map(({ name, type }) => {
    const bytes = bytesOf(type);
    const offset = Math.ceil(size / bytes) * bytes;
    size = offset + bytes;
    return { name, kind: type, offset };
  });
  return { fields, size: Math.ceil(size / 8) * 8 };
}
