/** What the text of a JavaScript module sees as `$runtime`; compiler/emit/javascript/bindings.ts prints its uses. */
import type { TypeTestKind } from "#compiler/bytecode/module.ts";
import { BoolCell, FloatCell, IntCell, RefCell } from "./cells.ts";
import { dynamicGet, dynamicSet } from "./dynamic_access.ts";
import type { FunctionRegistry } from "./function_registry.ts";
import { evaluateText } from "./generated_code.ts";
import { growingStore } from "./natives/array_natives.ts";
import type { Natives } from "./natives/natives.ts";
import type { Callable, Value } from "./object_model.ts";
import { caughtValue, HaxeError, throwNullAccess } from "./thrown.ts";
import type { TypeRegistry } from "./type_registry.ts";
import { castError, typeTest } from "./type_tests.ts";

/** A parsed module: it gets `$runtime` and defines its functions. */
export type ModuleText = (runtime: object) => void;

export function parseModule(text: string): ModuleText {
  return evaluateText(text);
}

interface ModuleContext {
  readonly types: TypeRegistry;
  readonly functions: FunctionRegistry;
  readonly natives: Natives;
}

/**
 * Runs a module and gives its functions by the ids that it has for them; nothing is installed yet. `runtimeId` tells
 * under which id the program knows a function of the module.
 */
export function evaluateModule(
  define: ModuleText,
  { types, functions, natives }: ModuleContext,
  runtimeId: (id: string) => string = (id) => id,
): Map<string, Callable> {
  const defined = new Map<string, Callable>();
  const members = { types, functions };
  define({
    ...sharedMembers,
    natives,
    define: (id: string, callable: Callable) => void defined.set(id, callable),
    slots: (path: string) => types.slots(path),
    statics: (path: string) => types.statics(path),
    typeValue: (path: string) => types.typeValue(path),
    enumMaker: (path: string, name: string) => types.enumConstructor(path, name).make,
    enumValue: (path: string, name: string) => types.enumConstructor(path, name).single,
    closureMaker: (id: string) => functions.closureMaker(runtimeId(id)),
    constantClosure: (id: string) => functions.constantClosure(runtimeId(id)),
    get: (object: Value, name: string) => dynamicGet(members, object, name),
    set: (object: Value, name: string, value: Value) => dynamicSet(members, object, name, value),
  });
  return defined;
}

const sharedMembers = {
  caught: caughtValue,
  nullAccess: throwNullAccess,
  store: growingStore,
  int: unboxInt,
  float: unboxFloat,
  typeTest: (kind: TypeTestKind, path: string) => typeTest({ kind, path }),
  cast,
  HaxeError,
  IntCell,
  FloatCell,
  BoolCell,
  RefCell,
};

export function unboxInt(value: Value): number {
  return typeof value === "number" ? value | 0 : 0;
}

export function unboxFloat(value: Value): number {
  return typeof value === "number" ? value : 0;
}

/** A checked cast as a function; null passes. */
export function cast(kind: TypeTestKind, path: string): (value: Value) => Value {
  const test = typeTest({ kind, path });
  return (value) => {
    if (value !== null && !test(value)) throw castError(value, { kind, path });
    return value;
  };
}
