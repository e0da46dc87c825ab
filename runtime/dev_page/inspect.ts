/** The game's objects as plain data, for tests and tools. */

import { ByteBuffer } from "#runtime/vm/byte_buffer.ts";
import { classOf, type Value } from "#runtime/vm/object_model.ts";
import type { Program } from "#runtime/vm/program.ts";

const DEEPEST = 4;

/** Every entity of the world in play by its key; empty for a program without one. */
export function inspectEntities(program: Program): Record<string, unknown> {
  const world = program.types.classes.get("core.App")?.statics["world"];
  const entities: readonly Value[] = world?.entities ?? [];
  return Object.fromEntries(entities.map((entity) => [entity.key, inspect(entity, 0)]));
}

/** Other entities are named by their key only, else everything would hold everything. */
export function inspect(value: Value, depth: number): unknown {
  if (typeof value === "function") return "<function>";
  if (typeof value !== "object" || value === null) return value;
  if (depth > DEEPEST) return "…";
  if (value instanceof ByteBuffer) return `<${value.bytes.length} bytes>`;
  if (Array.isArray(value)) return value.map((element) => inspect(element, depth + 1));
  const record = classOf(value);
  if (record === null) return mapValues(Object.keys(value), value, depth);
  if (record.path === "core.Entity" && depth > 0) return value.key;
  const names = record.layout.filter((slot) => !slot.removed).map((slot) => slot.name);
  return { class: record.path, ...mapValues(names, value, depth) };
}

function mapValues(names: readonly string[], value: Value, depth: number): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, inspect(value[name], depth + 1)]));
}
