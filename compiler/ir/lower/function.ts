/** Functions of classes: methods, constructors, statics, and the static initialiser. */
import type { ClassField } from "#compiler/types/type.ts";
import type { TypedClass, TypedExpr, TypedFunction } from "#compiler/types/typed_ast.ts";
import type { IrFunction } from "../ir.ts";
import { movedTo } from "../moved.ts";
import { collect } from "./collect.ts";
import { kindOfType, resultKindOf } from "./erasure.ts";
import { FunctionBuilder, type Lowering, type ModuleContext } from "./function_builder.ts";
import { addParams, endBody, enterParams, finish, lowerBody } from "./function_frame.ts";
import { hashText } from "./hashes.ts";
import { slotSignature } from "./signatures.ts";

/** By the body, which stays the same where a function has only moved. */
const lowered = new WeakMap<TypedExpr, readonly IrFunction[]>();

/** The function after the closures and wrappers that it needs. Kept as long as the typed body. */
export function lowerFunction(lowering: Lowering, source: TypedFunction): readonly IrFunction[] {
  let made = lowered.get(source.body);
  if (made === undefined) {
    const { functions, result } = collect(lowering, (module) => lower(module, source));
    made = [...functions, result];
    lowered.set(source.body, made);
  }
  return made.map((fn) => movedTo(fn, source.span.start));
}

function lower(module: ModuleContext, source: TypedFunction): IrFunction {
  const { id, owner, field, form, file } = source;
  const signature = slotSignature(owner, field);
  const result = form === "constructor" ? "void" : signature.result;
  // Where it was when it was typed, as its parts have it still.
  const start = source.span.start - source.moved;
  const fn = new FunctionBuilder(module, { id, owner, form, result, file, start, outer: null });
  if (form !== "static") fn.thisLocal = fn.addLocal("this", "ref");
  const slots = addParams(fn, source.params, signature.params);
  const params = fn.locals.length;
  enterParams(fn, slots, start);
  lowerBody(fn, source.body, source.returnType);
  return finish(fn, { params, captures: 0 }, source.signatureHash);
}

/** The function that runs a class's static initialisers and then its `__init__`; null where there is nothing to run. */
export function lowerStaticInit(module: ModuleContext, type: TypedClass): IrFunction | null {
  const values = type.statics.filter((entry) => entry.value !== null);
  const init = type.staticMethods.find((method) => method.field.name === "__init__");
  const [first] = type.staticMethods;
  if (values.length === 0 && init === undefined) return null;
  const file = first?.file ?? type.type.file;
  const id = `${type.type.path}.${STATIC_INIT}`;
  const fn = new FunctionBuilder(module, {
    id,
    owner: type.type,
    form: "static",
    result: "void",
    file,
    start: type.type.span.start,
    outer: null,
  });
  for (const { field, value } of values) {
    if (value !== null) initialise(fn, field, value);
  }
  if (init !== undefined) {
    const at = init.span.start;
    fn.performOnly(
      { kind: "Call", target: init.id, args: [], type: resultKindOf(init.returnType) },
      at,
    );
  }
  endBody(fn, type.type.span.end);
  return finish(fn, { params: 0, captures: 0 }, hashText(id));
}

const STATIC_INIT = "static$init";

function initialise(fn: FunctionBuilder, field: ClassField, value: TypedExpr): void {
  const owner = fn.parts.owner.path;
  const type = kindOfType(field.type);
  const at = value.span.start;
  fn.emit({ kind: "SetStatic", owner, name: field.name, value: fn.valueAs(value, type), type, at });
}
