/** Classes, interfaces and enums. */
import { printType } from "#compiler/types/print.ts";
import type { ClassField, ClassType, EnumType } from "#compiler/types/type.ts";
import type { TypedClass } from "#compiler/types/typed_ast.ts";
import type { IrClass, IrEnum, IrFunction, IrImplementation, IrMethod, IrStatic } from "../ir.ts";
import { functionId } from "./calls.ts";
import { collect } from "./collect.ts";
import { kindOfType } from "./erasure.ts";
import { lowerFunction, lowerStaticInit } from "./function.ts";
import type { Lowering } from "./function_builder.ts";
import { lowerImplementations } from "./implementations.ts";
import { lowerMetadata } from "./metadata.ts";
import { enumParamKind } from "./objects.ts";
import { slotDeclaration, slotSignature } from "./signatures.ts";

/** A class and the functions that it needs, in order; wrappers among them may be those of other classes too. */
export interface LoweredClass {
  readonly shape: IrClass;
  readonly functions: readonly IrFunction[];
}

const lowered = new WeakMap<TypedClass, LoweredClass>();

/** What a class was lowered to once is kept as long as the typed class. */
export function lowerClass(lowering: Lowering, source: TypedClass): LoweredClass {
  let made = lowered.get(source);
  if (made === undefined) {
    made = lower(lowering, source);
    lowered.set(source, made);
  }
  return made;
}

function lower(lowering: Lowering, source: TypedClass): LoweredClass {
  const { type, staticMethods, methods } = source;
  const own = source.constructor === null ? [] : [source.constructor];
  const staticInit = collect(lowering, (module) => lowerStaticInit(module, source));
  const implementations = collect(lowering, (module) =>
    type.form === "interface" ? [] : lowerImplementations(module, type),
  );
  return {
    shape: shapeOf(source, staticInit.result?.id ?? null, implementations.result),
    functions: [
      ...[...staticMethods, ...own, ...methods].flatMap((fn) => lowerFunction(lowering, fn)),
      ...staticInit.functions,
      ...(staticInit.result === null ? [] : [staticInit.result]),
      ...implementations.functions,
    ],
  };
}

function shapeOf(
  source: TypedClass,
  staticInit: string | null,
  implementations: readonly IrImplementation[],
): IrClass {
  const { type } = source;
  const isInterface = type.form === "interface";
  return {
    path: type.path,
    form: isInterface ? "interface" : "class",
    superclass: type.superClass?.class.path ?? null,
    interfaces: type.interfaces.map((parent) => parent.class.path),
    fields: isInterface ? [] : source.fields.map(lowerVariable),
    statics: source.statics.map(({ field }) => lowerVariable(field)),
    methods: lowerMethods(source),
    implementations,
    constructor: source.constructor?.id ?? null,
    staticInit,
    metadata: lowerMetadata(type.meta),
  };
}

export function lowerEnum(type: EnumType): IrEnum {
  const constructors = [...type.constructors.values()].map(({ name, args }) => ({
    name,
    params: (args ?? []).map((arg) => ({ name: arg.name, type: enumParamKind(arg.type) })),
  }));
  return { path: type.path, constructors };
}

function lowerVariable(field: ClassField): IrStatic {
  return {
    name: field.name,
    type: kindOfType(field.type),
    haxeType: printType(field.type),
    metadata: lowerMetadata(field.meta),
  };
}

function lowerMethods({ type, methods }: TypedClass): IrMethod[] {
  const bodies = new Set(methods.map((method) => method.field.name));
  return [...type.fields.values()]
    .filter(
      (field) =>
        field.kind === "Method" && !field.isDynamic && (field.isAbstract || bodies.has(field.name)),
    )
    .map((field) => lowerMethod(type, field, bodies.has(field.name)));
}

function lowerMethod(type: ClassType, field: ClassField, hasBody: boolean): IrMethod {
  const { params, result } = slotSignature(type, field);
  return {
    name: field.name,
    target: hasBody ? functionId(type, field) : null,
    overrides: slotDeclaration(type, field).owner !== type,
    params,
    result,
  };
}
