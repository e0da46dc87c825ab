/** Constants, strings, arrays, maps, structures and comprehensions. */

import { didYouMean } from "#compiler/diagnostics/suggest.ts";
import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import { DYNAMIC } from "#compiler/types/core.ts";
import { follow, followNull } from "#compiler/types/follow.ts";
import { asInstanceOf } from "#compiler/types/members.ts";
import { printType } from "#compiler/types/print.ts";
import type { AnonType, ClassField, Type } from "#compiler/types/type.ts";
import type { LocalVariable, TypedExpr } from "#compiler/types/typed_ast.ts";
import { fold } from "./constants.ts";
import {
  declareLocal,
  type Expected,
  errorExpr,
  expectedType,
  type FunctionContext,
  inBlock,
  newTemporary,
  problem,
} from "./context.ts";
import { commonType, convert } from "./convert.ts";
import { arrayOf, floatType, intType, standardType, stringType, voidType } from "./core_types.ts";
import { readVariable } from "./forwarding.ts";
import { stringPart } from "./operators.ts";
import { unknownType } from "./program.ts";
import { isStructInit, typeStructInit } from "./struct_init.ts";

/** An integer that does not fit 32 bits is a Float, as in Haxe; hexadecimal ones wrap. */
export function typeInt(ctx: FunctionContext, expr: ast.IntExpr): TypedExpr {
  const { program } = ctx;
  const { text, suffix, span } = expr;
  if (suffix === "i64") {
    problem(ctx, "HX3046", span, { suffix });
    return errorExpr(span);
  }
  const value = Number(text);
  const isDecimal = !/^0[xXbB]/.test(text);
  if (isDecimal && value > 0x80000000 && suffix === null)
    return { kind: "Float", value, type: floatType(program), span };
  const type =
    suffix === "u32" ? (standardType(program, "UInt") ?? intType(program)) : intType(program);
  return { kind: "Int", value: value | 0, type, span };
}

export function typeFloat(ctx: FunctionContext, expr: ast.FloatExpr): TypedExpr {
  return { kind: "Float", value: Number(expr.text), type: floatType(ctx.program), span: expr.span };
}

export function typeString(ctx: FunctionContext, expr: ast.StringExpr): TypedExpr {
  return { kind: "String", value: expr.value, type: stringType(ctx.program), span: expr.span };
}

/** `"x".code` is the number of the one character. */
export function typeCharCode(ctx: FunctionContext, expr: ast.Expr): TypedExpr | null {
  if (expr.kind !== "Field" || expr.name.name !== "code" || expr.object.kind !== "String")
    return null;
  const { value } = expr.object;
  const code = value.codePointAt(0);
  if (code === undefined || String.fromCodePoint(code) !== value) {
    problem(ctx, "HX3079", expr.object.span, {});
    return errorExpr(expr.span);
  }
  return { kind: "Int", value: code, type: intType(ctx.program), span: expr.span };
}

export function typeInterpolation(ctx: FunctionContext, expr: ast.InterpolationExpr): TypedExpr {
  const type = stringType(ctx.program);
  const parts = expr.parts.map((part): TypedExpr => {
    if (part.kind === "Text") return { kind: "String", value: part.value, type, span: part.span };
    return stringPart(ctx, ctx.typeExpr(ctx, part.expr, "value"));
  });
  return fold({ kind: "StringConcat", parts, type, span: expr.span });
}

/** `~/pattern/flags` is `new EReg("pattern", "flags")`. */
export function typeRegexp(ctx: FunctionContext, expr: ast.RegexpExpr): TypedExpr {
  const type = standardType(ctx.program, "EReg");
  if (type?.kind !== "Inst") {
    problem(ctx, "HX2001", expr.span, { name: "EReg" });
    return errorExpr(expr.span);
  }
  const text = (value: string): TypedExpr => ({
    kind: "String",
    value,
    type: stringType(ctx.program),
    span: expr.span,
  });
  const args = [text(expr.pattern), text(expr.flags)];
  return {
    kind: "New",
    class: type.class,
    constructorOwner: type.class,
    args,
    type,
    span: expr.span,
  };
}

// Arrays and maps

export function typeArrayDecl(
  ctx: FunctionContext,
  expr: ast.ArrayDeclExpr,
  expected: Expected,
): TypedExpr {
  const [first] = expr.elements;
  if (first === undefined && isMapExpected(expected)) return typeMap(ctx, expr, [], expected);
  if (first?.kind === "Binop" && first.op === "=>")
    return typeMap(ctx, expr, expr.elements, expected);
  if (expr.elements.length === 1 && (first?.kind === "For" || first?.kind === "While")) {
    return typeComprehension(ctx, expr, first, expected);
  }
  const wanted = elementWanted(ctx, expected);
  if (wanted !== null) {
    const elements = expr.elements.map((element) =>
      convert(ctx, ctx.typeExpr(ctx, element, wanted), wanted),
    );
    return { kind: "ArrayDecl", elements, type: arrayOf(ctx.program, wanted), span: expr.span };
  }
  const elements = expr.elements.map((element) => ctx.typeExpr(ctx, element, "value"));
  const common = arrayElementType(ctx, elements);
  const converted = elements.map((element) => convert(ctx, element, common));
  return {
    kind: "ArrayDecl",
    elements: converted,
    type: arrayOf(ctx.program, common),
    span: expr.span,
  };
}

function arrayElementType(ctx: FunctionContext, elements: readonly TypedExpr[]): Type {
  return elements.length === 0 ? unknownType(ctx.program) : commonType(ctx, elements);
}

/** The element type that an array literal is asked to have; null where it is free. */
function elementWanted(ctx: FunctionContext, expected: Expected): Type | null {
  const type = expectedType(expected);
  if (type === null) return null;
  const followed = followNull(type);
  if (followed.kind === "Inst") {
    const array = arrayOf(ctx.program, DYNAMIC);
    const wanted = asInstanceOf(followed, array.class)?.params[0] ?? null;
    return wanted !== null && follow(wanted).kind === "Mono" ? null : wanted;
  }
  if (followed.kind === "Dynamic") return DYNAMIC;
  if (followed.kind === "Abstract" && !followed.abstract.isCoreType) {
    const from = followed.abstract.from.map((conversion) => follow(conversion.type));
    for (const type of from)
      if (type.kind === "Inst" && type.class.path === "Array") return concrete(type.params[0]);
  }
  if (followed.kind === "Anon") return iteratedBy(followed);
  return null;
}

/** The parameter of an abstract's conversion is not known here. */
function concrete(type: Type | undefined): Type | null {
  return type === undefined || follow(type).kind === "TypeParam" ? null : type;
}

/** The element type of an `Iterable<T>` that is asked for. */
function iteratedBy(type: AnonType): Type | null {
  const iterator = type.fields.get("iterator");
  const iterate = iterator === undefined ? null : follow(iterator.type);
  const result = iterate?.kind === "Fun" ? follow(iterate.result) : null;
  const next = result?.kind === "Anon" ? result.fields.get("next") : undefined;
  const step = next === undefined ? null : follow(next.type);
  return step?.kind === "Fun" && follow(step.result).kind !== "Mono" ? step.result : null;
}

function isMapExpected(expected: Expected): boolean {
  const type = expectedType(expected);
  if (type === null) return false;
  const followed = followNull(type);
  return followed.kind === "Inst" && isMapClass(followed);
}

function isMapClass(type: Extract<Type, { kind: "Inst" }>): boolean {
  const { path } = type.class;
  return (
    path === "Map" ||
    path === "haxe.IMap" ||
    (type.class.superClass !== null && isMapClass(type.class.superClass))
  );
}

/** `[k => v]`: a Map made empty and filled. */
function typeMap(
  ctx: FunctionContext,
  expr: ast.ArrayDeclExpr,
  entries: readonly ast.Expr[],
  expected: Expected,
): TypedExpr {
  const wanted = mapParams(expected);
  const keyType = wanted?.key ?? "value";
  const valueType = wanted?.value ?? "value";
  const keys: TypedExpr[] = [];
  const values: TypedExpr[] = [];
  for (const entry of entries) {
    if (entry.kind !== "Binop" || entry.op !== "=>") {
      problem(ctx, "HX3047", entry.span, {});
      continue;
    }
    keys.push(ctx.typeExpr(ctx, entry.left, keyType));
    values.push(ctx.typeExpr(ctx, entry.right, valueType));
  }
  const key = wanted?.key ?? arrayElementType(ctx, keys);
  const value = wanted?.value ?? arrayElementType(ctx, values);
  return buildMap(ctx, key, value, expr.span, (map) =>
    keys.map((one, index) =>
      setEntry(ctx, map, one, values[index] ?? errorExpr(one.span), key, value),
    ),
  );
}

/** The key and value types that a map literal is asked to have. */
function mapParams(expected: Expected): { readonly key: Type; readonly value: Type } | null {
  const type = expectedType(expected);
  const followed = type === null ? null : followNull(type);
  if (followed?.kind !== "Inst" || !isMapClass(followed)) return null;
  let current = followed;
  while (current.class.path !== "Map" && current.class.superClass !== null) {
    const parent = asInstanceOf(current, current.class.superClass.class);
    if (parent === null) break;
    current = parent;
  }
  const [key, value] = current.params;
  if (key === undefined || value === undefined) return null;
  return follow(key).kind === "Mono" || follow(value).kind === "Mono" ? null : { key, value };
}

function buildMap(
  ctx: FunctionContext,
  key: Type,
  value: Type,
  span: Span,
  fill: (map: TypedExpr) => readonly TypedExpr[],
): TypedExpr {
  const type = standardType(ctx.program, "Map", [key, value]);
  if (type?.kind !== "Inst") {
    problem(ctx, "HX2001", span, { name: "Map" });
    return errorExpr(span);
  }
  const variable = newTemporary(ctx, "map", type, span);
  const made: TypedExpr = {
    kind: "New",
    class: type.class,
    constructorOwner: type.class,
    args: [],
    type,
    span,
  };
  const declare: TypedExpr = { kind: "Var", variable, value: made, type, span };
  const map = readVariable(variable, span);
  return { kind: "Block", exprs: [declare, ...fill(map), map], type, span };
}

function setEntry(
  ctx: FunctionContext,
  map: TypedExpr,
  key: TypedExpr,
  value: TypedExpr,
  keyType: Type,
  valueType: Type,
): TypedExpr {
  const type = follow(map.type);
  const field = type.kind === "Inst" ? type.class.fields.get("set") : undefined;
  if (type.kind !== "Inst" || field === undefined) return errorExpr(key.span);
  const args = [convert(ctx, key, keyType), convert(ctx, value, valueType)];
  const span = { start: key.span.start, end: value.span.end };
  return {
    kind: "MethodCall",
    object: map,
    owner: type.class,
    field,
    args,
    isSuper: false,
    type: voidType(ctx.program),
    span,
  };
}

// Comprehensions

/** `[for (x in a) if (c) e]`: the loop, with its innermost value pushed to an array or set in a map. */
function typeComprehension(
  ctx: FunctionContext,
  expr: ast.ArrayDeclExpr,
  loop: ast.ForExpr | ast.WhileExpr,
  expected: Expected,
): TypedExpr {
  return isMapLoop(loop)
    ? typeMapComprehension(ctx, expr, loop, expected)
    : typeArrayComprehension(ctx, expr, loop, expected);
}

/** Is the innermost value a `key => value`? */
function isMapLoop(expr: ast.Expr): boolean {
  switch (expr.kind) {
    case "For":
    case "While":
      return isMapLoop(expr.body);
    case "If":
      return isMapLoop(expr.then) || (expr.else !== null && isMapLoop(expr.else));
    case "Parenthesis":
      return isMapLoop(expr.expr);
    case "Meta":
      return isMapLoop(expr.expr);
    case "Block": {
      const last = expr.exprs.at(-1);
      return last !== undefined && isMapLoop(last);
    }
    case "Binop":
      return expr.op === "=>";
    default:
      return false;
  }
}

const COLLECT = "`collect";
const COLLECT_ENTRY = "`collectEntry";

/** Puts a call of `collect` around the innermost value, which the loop's typing then finds as a local function. */
function collecting(expr: ast.Expr): ast.Expr {
  switch (expr.kind) {
    case "For":
    case "While":
      return { ...expr, body: collecting(expr.body) };
    case "If":
      return {
        ...expr,
        then: collecting(expr.then),
        else: expr.else === null ? null : collecting(expr.else),
      };
    case "Parenthesis":
      return collecting(expr.expr);
    case "Meta":
      return { ...expr, expr: collecting(expr.expr) };
    case "Block": {
      const last = expr.exprs.at(-1);
      if (last === undefined) return expr;
      return { ...expr, exprs: [...expr.exprs.slice(0, -1), collecting(last)] };
    }
    case "Switch":
      return {
        ...expr,
        cases: expr.cases.map((one) => {
          const last = one.body.at(-1);
          return last === undefined
            ? one
            : { ...one, body: [...one.body.slice(0, -1), collecting(last)] };
        }),
      };
    case "Try":
      return {
        ...expr,
        body: collecting(expr.body),
        catches: expr.catches.map((one) => ({ ...one, body: collecting(one.body) })),
      };
    case "Break":
    case "Continue":
    case "Throw":
    case "Return":
      return expr;
    case "Binop":
      if (expr.op === "=>") return collectCall(COLLECT_ENTRY, [expr.left, expr.right], expr.span);
      return collectCall(COLLECT, [expr], expr.span);
    default:
      return collectCall(COLLECT, [expr], expr.span);
  }
}

function collectCall(name: string, args: readonly ast.Expr[], span: Span): ast.Expr {
  return { kind: "Call", callee: { kind: "Ident", name, span }, args, span };
}

/** Types the loop with the calls of `collect` answered by `add`. */
function typeCollecting(
  ctx: FunctionContext,
  loop: ast.ForExpr | ast.WhileExpr,
  add: (inner: FunctionContext, call: ast.CallExpr) => TypedExpr,
): TypedExpr {
  const outer = ctx.typeExpr;
  const typeExpr: FunctionContext["typeExpr"] = (inner, expr, expected) => {
    const isCollect =
      expr.kind === "Call" && expr.callee.kind === "Ident" && expr.callee.name.startsWith(COLLECT);
    return isCollect ? add({ ...inner, typeExpr: outer }, expr) : outer(inner, expr, expected);
  };
  return typeExpr({ ...inBlock(ctx), typeExpr }, collecting(loop), "none");
}

function typeArrayComprehension(
  ctx: FunctionContext,
  expr: ast.ArrayDeclExpr,
  loop: ast.ForExpr | ast.WhileExpr,
  expected: Expected,
): TypedExpr {
  const { span } = expr;
  const element = elementWanted(ctx, expected) ?? unknownType(ctx.program);
  const type = arrayOf(ctx.program, element);
  const variable = newTemporary(ctx, "array", type, span);
  const field = type.class.fields.get("push");
  if (field === undefined) return errorExpr(span);
  declareLocal(ctx, variable);
  const body = typeCollecting(ctx, loop, (inner, call) => {
    const [item] = call.args;
    if (item === undefined) return errorExpr(call.span);
    const value = convert(inner, inner.typeExpr(inner, item, element), element);
    return pushTo(ctx, variable, field, value);
  });
  const made: TypedExpr = { kind: "ArrayDecl", elements: [], type, span };
  const declare: TypedExpr = { kind: "Var", variable, value: made, type, span };
  return { kind: "Block", exprs: [declare, body, readVariable(variable, span)], type, span };
}

function pushTo(
  ctx: FunctionContext,
  variable: LocalVariable,
  field: ClassField,
  value: TypedExpr,
): TypedExpr {
  const { span } = value;
  const array = readVariable(variable, span);
  const type = intType(ctx.program);
  if (field.intrinsic !== null)
    return { kind: "Intrinsic", name: field.intrinsic, field, args: [array, value], type, span };
  const owner = follow(variable.type);
  if (owner.kind !== "Inst") return errorExpr(span);
  return {
    kind: "MethodCall",
    object: array,
    owner: owner.class,
    field,
    args: [value],
    isSuper: false,
    type,
    span,
  };
}

function typeMapComprehension(
  ctx: FunctionContext,
  expr: ast.ArrayDeclExpr,
  loop: ast.ForExpr | ast.WhileExpr,
  expected: Expected,
): TypedExpr {
  const wanted = mapParams(expected);
  const key = wanted?.key ?? unknownType(ctx.program);
  const value = wanted?.value ?? unknownType(ctx.program);
  return buildMap(ctx, key, value, expr.span, (map) => [
    typeCollecting(ctx, loop, (inner, call) => {
      const [keyExpr, valueExpr] = call.args;
      if (keyExpr === undefined || valueExpr === undefined) return errorExpr(call.span);
      const typedKey = inner.typeExpr(inner, keyExpr, key);
      return setEntry(inner, map, typedKey, inner.typeExpr(inner, valueExpr, value), key, value);
    }),
  ]);
}

// Structures

export function typeObjectDecl(
  ctx: FunctionContext,
  expr: ast.ObjectDeclExpr,
  expected: Expected,
): TypedExpr {
  reportRepeated(ctx, expr);
  const target = expectedType(expected);
  const instance = target === null ? null : followNull(target);
  if (instance?.kind === "Inst" && isStructInit(instance))
    return typeStructInit(ctx, expr, instance);
  const wanted = structureWanted(expected);
  const fields = expr.fields.map((field) => {
    const type = wanted?.fields.get(field.name.name)?.type ?? null;
    const value = ctx.typeExpr(ctx, field.value, type ?? dynamicValue(expected) ?? "value");
    return {
      name: field.name.name,
      span: field.name.span,
      value: type === null ? value : convert(ctx, value, type),
    };
  });
  if (wanted !== null && wanted.fields.size > 0) checkFields(ctx, expr, wanted);
  const type: Type = {
    kind: "Anon",
    fields: new Map(
      fields.map((field) => [field.name, literalField(field.name, field.value.type, field.span)]),
    ),
  };
  const given = wanted === null ? type : (expectedType(expected) ?? type);
  return {
    kind: "ObjectDecl",
    fields: fields.map(({ name, value }) => ({ name, value })),
    type: given,
    span: expr.span,
  };
}

function structureWanted(expected: Expected): AnonType | null {
  const type = expectedType(expected);
  if (type === null) return null;
  const followed = followNull(type);
  if (followed.kind === "Anon") return followed;
  if (followed.kind !== "Abstract" || followed.abstract.isCoreType) return null;
  return null;
}

/** The values of a `Dynamic<T>` that is asked for. */
function dynamicValue(expected: Expected): Type | null {
  const type = expectedType(expected);
  const followed = type === null ? null : followNull(type);
  return followed?.kind === "Dynamic" ? followed.param : null;
}

/** A literal must have the fields that are asked for, and no others. */
function checkFields(ctx: FunctionContext, expr: ast.ObjectDeclExpr, wanted: AnonType): void {
  const given = new Set(expr.fields.map((field) => field.name.name));
  const missing = [...wanted.fields.values()].filter(
    (field) => !field.isOptional && !given.has(field.name),
  );
  const extra = expr.fields.filter((field) => !wanted.fields.has(field.name.name));
  for (const field of extra) {
    const hint = didYouMean(field.name.name, wanted.fields.keys());
    problem(
      ctx,
      "HX3048",
      field.name.span,
      { name: field.name.name, type: printType(wanted) },
      { hint },
    );
  }
  if (missing.length === 0 || extra.length > 0) return;
  problem(ctx, "HX3049", expr.span, {
    names: missing.map((field) => `\`${field.name}\``).join(", "),
  });
}

function reportRepeated(ctx: FunctionContext, expr: ast.ObjectDeclExpr): void {
  const seen = new Set<string>();
  for (const { name } of expr.fields) {
    if (seen.has(name.name)) problem(ctx, "HX2014", name.span, { name: name.name });
    seen.add(name.name);
  }
}

function literalField(name: string, type: Type, span: Span): ClassField {
  return {
    name,
    kind: "Var",
    owner: null,
    type,
    params: [],
    isStatic: false,
    isPublic: true,
    isFinal: false,
    isOverride: false,
    isAbstract: false,
    isInline: false,
    isExtern: false,
    isDynamic: false,
    isOptional: false,
    read: "normal",
    write: "normal",
    isPhysical: true,
    intrinsic: null,
    meta: [],
    doc: null,
    span,
  };
}
