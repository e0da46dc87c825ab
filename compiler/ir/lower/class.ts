/** Classes, interfaces and enums. */
import { printType } from "#compiler/types/print.ts";
import type { ClassField, ClassType, EnumType } from "#compiler/types/type.ts";
import type { TypedClass } from "#compiler/types/typed_ast.ts";
import type { IrClass, IrEnum, IrMethod, IrStatic } from "../ir.ts";
import { functionId } from "./calls.ts";
import { kindOfType } from "./erasure.ts";
import { lowerFunction, lowerStaticInit } from "./function.ts";
import type { ModuleContext } from "./function_builder.ts";
import { lowerImplementations } from "./implementations.ts";
import { lowerMetadata } from "./metadata.ts";
import { enumParamKind } from "./objects.ts";
import { slotDeclaration, slotSignature } from "./signatures.ts";

/** The class's shape; its functions are added to the module. */
export function lowerClass(module: ModuleContext, source: TypedClass): IrClass {
  const { type } = source;
  for (const fn of source.staticMethods) module.addFunction(lowerFunction(module, fn));
  if (source.constructor !== null) module.addFunction(lowerFunction(module, source.constructor));
  for (const fn of source.methods) module.addFunction(lowerFunction(module, fn));
  const staticInit = lowerStaticInit(module, source);
  if (staticInit !== null) module.addFunction(staticInit);
  const isInterface = type.form === "interface";
  return {
    path: type.path,
    form: isInterface ? "interface" : "class",
    superclass: type.superClass?.class.path ?? null,
    interfaces: type.interfaces.map((parent) => parent.class.path),
    fields: isInterface ? [] : source.fields.map(lowerVariable),
    statics: source.statics.map(({ field }) => lowerVariable(field)),
    methods: lowerMethods(source),
    implementations: isInterface ? [] : lowerImplementations(module, type),
    constructor: source.constructor?.id ?? null,
    staticInit: staticInit?.id ?? null,
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
