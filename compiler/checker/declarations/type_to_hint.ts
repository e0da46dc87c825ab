/** Types written back as type hints, with full paths: what inference found, for interfaces. */
import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import { followMono } from "#compiler/types/follow.ts";
import type { AnonType, ClassField, FunArg, Type, TypeDeclaration } from "#compiler/types/type.ts";
import { accessWord } from "../program/property_access.ts";

const NOWHERE: Span = { start: 0, end: 0 };

/** A hint that means the type in every module that can see its declarations. */
export function typeToHint(type: Type): ast.TypeHint {
  const followed = followMono(type);
  switch (followed.kind) {
    case "Inst":
      return pathHint(followed.class, followed.params);
    case "Enum":
      return pathHint(followed.enum, followed.params);
    case "Abstract":
      return pathHint(followed.abstract, followed.params);
    case "Typedef":
      return pathHint(followed.typedef, followed.params);
    case "Fun":
      return {
        kind: "Function",
        args: followed.args.map(hintArg),
        returnType: typeToHint(followed.result),
        span: NOWHERE,
      };
    case "Anon":
      return structureHint(followed);
    case "TypeParam":
      return named([], followed.param.name, null, []);
    case "Dynamic":
      return named([], "Dynamic", null, followed.param === null ? [] : [followed.param]);
    case "Mono":
    case "Error":
      return named([], "Dynamic", null, []);
  }
}

/** The structures being written. */
const open = new Set<AnonType>();

/** What inference found may hold itself, which no hint can say: inside, it is `Dynamic`. */
function structureHint(type: AnonType): ast.TypeHint {
  if (open.has(type)) return named([], "Dynamic", null, []);
  open.add(type);
  const fields = [...type.fields.values()].map(structureField);
  open.delete(type);
  return { kind: "Anonymous", extends: [], fields, span: NOWHERE };
}

/** `pack.Module` or `pack.Module.Type`. */
function pathHint(declaration: TypeDeclaration, params: readonly Type[]): ast.PathHint {
  const parts = declaration.module.split(".");
  const module = parts.at(-1) ?? declaration.name;
  const isMain = module === declaration.name || declaration.module === "StdTypes";
  const name = declaration.module === "StdTypes" ? declaration.name : module;
  return named(parts.slice(0, -1), name, isMain ? null : declaration.name, params);
}

function named(
  packagePath: readonly string[],
  name: string,
  sub: string | null,
  params: readonly Type[],
): ast.PathHint {
  const path: ast.TypePath = {
    package: packagePath,
    name: { name, span: NOWHERE },
    sub: sub === null ? null : { name: sub, span: NOWHERE },
    params: params.map(typeToHint),
    span: NOWHERE,
  };
  return { kind: "Path", path, span: NOWHERE };
}

/** The `T` of a rest argument's array is what is written. */
function hintArg(arg: FunArg): ast.FunctionHintArg {
  const name = arg.name === "" ? null : { name: arg.name, span: NOWHERE };
  return {
    name,
    isOptional: arg.isOptional,
    isRest: arg.isRest,
    type: argHint(arg),
    span: NOWHERE,
  };
}

/** The hint of an argument as it is declared. */
export function argHint(arg: FunArg): ast.TypeHint {
  const type = followMono(arg.type);
  const element = arg.isRest && "params" in type ? type.params[0] : undefined;
  return typeToHint(element ?? type);
}

function structureField(field: ClassField): ast.Field {
  const common = {
    name: { name: field.name, span: NOWHERE },
    doc: null,
    meta: [],
    modifiers: field.isFinal ? (["final"] as const) : [],
    isOptional: field.isOptional,
    span: NOWHERE,
  };
  const type = typeToHint(optionalInner(field));
  if (field.read === "normal" && field.write === "normal")
    return { ...common, kind: "Var", type, value: null };
  if (field.isFinal) return { ...common, kind: "Var", type, value: null };
  const get = { name: accessWord(field.read, "get"), span: NOWHERE };
  const set = { name: accessWord(field.write, "set"), span: NOWHERE };
  return { ...common, kind: "Property", get, set, type, value: null };
}

/** An optional field's type is written without the `Null` that its `?` adds. */
function optionalInner(field: ClassField): Type {
  const type = followMono(field.type);
  const isNull = field.isOptional && type.kind === "Abstract" && type.abstract.path === "Null";
  return isNull ? (type.params[0] ?? type) : type;
}
