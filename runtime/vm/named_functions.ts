/** Functions that are read by name: methods bound to their object, static functions, constructors. */
import { type FunctionMetadata, slotKey, type ValueKind } from "#compiler/bytecode/metadata.ts";
import type { Closure } from "./closures.ts";
import type { FunctionRegistry } from "./function_registry.ts";
import {
  type Callable,
  type ClassRecord,
  type Instance,
  type Value,
  zeroOf,
} from "./object_model.ts";
import { HaxeError } from "./thrown.ts";
import type { TypeRegistry } from "./type_registry.ts";

/** The types and functions of a program. */
export interface Members {
  readonly types: TypeRegistry;
  readonly functions: FunctionRegistry;
}

/** A method as it answers for objects of the class: from the prototype, with the receiver as `this`. */
function findMethod(record: ClassRecord, name: string): Callable | null {
  const found = (record.prototype as Record<string, unknown>)[name];
  return typeof found === "function" ? (found as Callable) : null;
}

/** `object.name` as a value. */
export function boundMethod(
  { functions }: Members,
  record: ClassRecord,
  object: Value,
  name: string,
): Callable | null {
  const method = findMethod(record, name);
  const target = method === null ? null : targetOf(record, name);
  if (method === null || target === null) return null;
  const [, ...kinds] = functions.get(target).params;
  const bound = takingAnything(kinds, (...args) => method.apply(object, args));
  return Object.assign(bound, { $receiver: object, $method: name });
}

/** `Class.name` as a value. */
export function staticFunction(
  { types, functions }: Members,
  record: ClassRecord,
  name: string,
): Callable | null {
  const metadata = functions.metadata.get(`${record.path}.${name}`);
  if (metadata?.form !== "static") return null;
  const slots = types.slots(record.path);
  const call = takingAnything(metadata.params, (...args) => slots[name]?.(...args));
  return Object.assign(call, { $receiver: null, $method: metadata.id });
}

/** The names of a class's own static functions; what the compiler made has a `$` in its name. */
export function staticFunctionNames({ functions }: Members, { path }: ClassRecord): string[] {
  return [...functions.metadata.values()]
    .filter(({ owner, form }) => form === "static" && owner === path)
    .map(({ id }) => slotKey(id, path))
    .filter((name) => !name.includes("$"));
}

/** Makes an instance and runs the nearest constructor, where there is one. */
export function construct(
  { types, functions }: Members,
  record: ClassRecord,
  args: readonly Value[],
): Instance {
  const instance = allocate(types, record);
  const maker = constructorOf(record, functions);
  if (maker === null) return instance;
  const [, ...kinds] = maker.params;
  const run = types.slots(maker.owner)[slotKey(maker.id, maker.owner)] as Callable;
  takingAnything(kinds, (...values) => run(instance, ...values))(...args);
  return instance;
}

/** Every field at its kind's zero. Throws for an interface. */
export function allocate(types: TypeRegistry, record: ClassRecord): Instance {
  const make = types.slots(record.path)["$new"] as unknown as (new () => Instance) | undefined;
  if (make === undefined) throw new HaxeError(`${record.path} has no instances`);
  return new make();
}

/** Are two functions the same, or the same method of the same object? */
export function isSameFunction(first: Callable, second: Callable): boolean {
  if (first === second) return true;
  const left = first as Closure;
  const right = second as Closure;
  return (
    left.$method !== undefined &&
    left.$method === right.$method &&
    left.$receiver === right.$receiver
  );
}

function constructorOf(
  record: ClassRecord | null,
  functions: FunctionRegistry,
): FunctionMetadata | null {
  if (record === null) return null;
  const own = record.metadata.constructor;
  return own === null ? constructorOf(record.superclass, functions) : functions.get(own);
}

function targetOf(record: ClassRecord | null, name: string): string | null {
  if (record === null) return null;
  const own = record.metadata.methods.find((method) => method.name === name);
  return own?.target ?? targetOf(record.superclass, name);
}

/** The function with dynamic parameters: a missing argument is null, and each becomes what its parameter can hold. */
function takingAnything(kinds: readonly ValueKind[], call: Callable): Callable {
  return (...args: Value[]) =>
    call(...kinds.map((kind, index) => heldBy(kind, args[index] ?? null))) ?? null;
}

/** The value as a variable of the kind can hold it. */
export function heldBy(kind: ValueKind, value: Value): Value {
  switch (kind) {
    case "i32":
      return typeof value === "number" ? value | 0 : 0;
    case "f64":
      return typeof value === "number" ? value : 0;
    case "bool":
      return value === true;
    case "ref":
    case "dyn":
      return value ?? zeroOf(kind);
  }
}
