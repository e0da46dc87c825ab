/** Type hints become types. */
import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import { apply, applyAll, applyField, substitution } from "#compiler/types/apply.ts";
import { DYNAMIC, ERROR } from "#compiler/types/core.ts";
import { expandTypedef, follow } from "#compiler/types/follow.ts";
import { printType } from "#compiler/types/print.ts";
import type { AnonType, ClassField, FunArg, Type, TypeDeclaration } from "#compiler/types/type.ts";
import { canUnify } from "#compiler/types/unify.ts";
import { structureField } from "../places/structure_field.ts";
import { unknownTypeHint } from "../problems/unknown_names.ts";
import { arrayOf, instantiate, nullOf, standardType } from "../program/core_types.ts";
import { lookupType } from "../program/lookup.ts";
import { deprecation, hasMeta } from "../program/metadata.ts";
import { moduleInPackages } from "../program/module_paths.ts";
import {
  forceTypedef,
  type Program,
  report,
  type TypeScope,
  unknownType,
} from "../program/program.ts";
import { propertyAccess } from "../program/property_access.ts";
import { isSilenced } from "../program/warnings.ts";

/** What to do about type arguments that are left out: `Array` alone is wrong in a hint, an unknown in `new Array()`. */
export type MissingParams = "error" | "unknown" | "dynamic";

/** The type that a hint names; reports what it does not know and then gives the error type. */
export function resolveHint(program: Program, scope: TypeScope, hint: ast.TypeHint): Type {
  switch (hint.kind) {
    case "Path":
      return resolvePath(program, scope, hint.path, "error");
    case "Function":
      return {
        kind: "Fun",
        args: isVoidArgument(hint)
          ? []
          : hint.args.map((arg) => resolveHintArg(program, scope, arg)),
        result: resolveHint(program, scope, hint.returnType),
      };
    case "Anonymous":
      return resolveAnonymous(program, scope, hint);
    case "Intersection":
      return resolveIntersection(program, scope, hint);
    case "Error":
      return ERROR;
  }
}

/** The type of a path with its arguments. */
export function resolvePath(
  program: Program,
  scope: TypeScope,
  path: ast.TypePath,
  missing: MissingParams,
): Type {
  const param =
    path.package.length === 0 && path.sub === null ? scope.params.get(path.name.name) : undefined;
  if (param !== undefined) return { kind: "TypeParam", param };
  const declaration = resolveDeclaration(program, scope, path);
  if (declaration === null) return ERROR;
  warnDeprecatedName(program, scope, declaration, path.span);
  const params: Type[] = [];
  for (const argument of path.params) {
    if (argument.kind === "ConstArgument") {
      report(program, scope.module.source.file, "HX2012", argument.span, {});
      params.push(ERROR);
    } else {
      params.push(resolveHint(program, scope, argument));
    }
  }
  const complete = completeParams(program, scope, declaration, params, path.span, missing);
  checkConstraints(program, scope, declaration, complete, path);
  return instantiate(declaration, complete);
}

/** As in Haxe a hint may name a deprecated class, but not a deprecated name for a type. */
function warnDeprecatedName(
  program: Program,
  scope: TypeScope,
  declaration: TypeDeclaration,
  span: Span,
): void {
  const { module } = scope;
  const text = deprecation(declaration.meta);
  if (declaration.kind !== "Typedef" || text === null || module.isDependency) return;
  if (isSilenced(scope, "WDeprecated")) return;
  report(program, module.source.file, "HX3902", span, { name: declaration.name, note: text });
}

/** The declaration of a path, reporting an unknown one. */
export function resolveDeclaration(
  program: Program,
  scope: TypeScope,
  path: ast.TypePath,
): TypeDeclaration | null {
  const found = findDeclaration(program, scope, path);
  if (found !== null) {
    if (found.isPrivate && found.module !== scope.module.path && !scope.module.isDependency) {
      const args = { name: found.name, module: found.module };
      report(program, scope.module.source.file, "HX2052", path.span, args);
    }
    return found;
  }
  const name = [
    ...path.package,
    path.name.name,
    ...(path.sub === null ? [] : [path.sub.name]),
  ].join(".");
  const last = path.sub ?? path.name;
  const span = path.package.length === 0 ? last.span : path.span;
  report(
    program,
    scope.module.source.file,
    "HX2001",
    span,
    { name },
    { hint: unknownTypeHint(program, scope.module, last.name) },
  );
  return null;
}

function findDeclaration(
  program: Program,
  scope: TypeScope,
  path: ast.TypePath,
): TypeDeclaration | null {
  const { name } = path.name;
  if (path.package.length === 0 && path.sub === null)
    return lookupType(program, scope.module, name);
  const module =
    path.package.length > 0
      ? program.modules.get([...path.package, name].join("."))
      : moduleByName(program, scope, name);
  if (module === undefined || module === null) return null;
  return module.types.get(path.sub?.name ?? name) ?? null;
}

/** The module that a bare name means: that of the visible type, else one of the packages around. */
function moduleByName(program: Program, scope: TypeScope, name: string) {
  const visible = lookupType(program, scope.module, name);
  if (visible !== null) return program.modules.get(visible.module);
  return moduleInPackages(program, scope.module.package, name);
}

function completeParams(
  program: Program,
  scope: TypeScope,
  declaration: TypeDeclaration,
  given: readonly Type[],
  span: Span,
  missing: MissingParams,
): readonly Type[] {
  const expected = declaration.params.length;
  if (given.length === expected || (declaration.path === "Dynamic" && given.length === 0))
    return given;
  const isAllowed = given.length === 0 && missing !== "error";
  const hasDefaults = declaration.params
    .slice(given.length)
    .every((param) => param.defaultType !== null);
  if (given.length > expected || !(isAllowed || hasDefaults)) {
    const args = { type: declaration.path, expected, found: given.length };
    const names = declaration.params.map((param) => param.name).join(", ");
    const hint =
      names === "" ? "Remove the type arguments" : `Write it as \`${declaration.name}<${names}>\``;
    report(program, scope.module.source.file, "HX2013", span, args, { hint });
  }
  if (missing === "unknown" && given.length === 0) return unknownParams(program, declaration);
  return declaration.params.map((param, index) => given[index] ?? param.defaultType ?? DYNAMIC);
}

/** Arguments that the use will decide, within the parameters' constraints. */
function unknownParams(program: Program, declaration: TypeDeclaration): readonly Type[] {
  const unknowns = declaration.params.map(() => unknownType(program));
  const pairs = substitution(declaration.params, unknowns);
  declaration.params.forEach((param, index) => {
    const unknown = unknowns[index];
    if (unknown !== undefined) unknown.constraints = applyAll(param.constraints, pairs);
  });
  return unknowns;
}

/** Checks that type arguments meet the constraints, once those are known. */
function checkConstraints(
  program: Program,
  scope: TypeScope,
  declaration: TypeDeclaration,
  params: readonly Type[],
  path: ast.TypePath,
): void {
  if (scope.module.isDependency || path.params.length === 0) return;
  program.whenDeclared(() => {
    const pairs = substitution(declaration.params, params);
    declaration.params.forEach((param, index) => {
      const type = params[index];
      const argument = path.params[index];
      for (const constraint of param.constraints) {
        const wanted = apply(constraint, pairs);
        if (
          type === undefined ||
          argument === undefined ||
          canUnify(program.unification, type, wanted)
        )
          continue;
        const args = { type: printType(type), constraint: printType(wanted) };
        report(program, scope.module.source.file, "HX2017", argument.span, args);
      }
    });
  });
}

/** `Void -> T` is the old way to write `() -> T`. */
function isVoidArgument(hint: ast.FunctionHint): boolean {
  const [only] = hint.args;
  if (hint.args.length !== 1 || only?.name !== null || only.type.kind !== "Path") return false;
  return only.type.path.name.name === "Void" && only.type.path.package.length === 0;
}

function resolveHintArg(program: Program, scope: TypeScope, arg: ast.FunctionHintArg): FunArg {
  const hinted = resolveHint(program, scope, arg.type);
  const name = arg.name?.name ?? "";
  return { name, isOptional: arg.isOptional, ...restOrPlain(program, hinted, arg.isRest) };
}

/** `...name:T` and `name:haxe.Rest<T>` are the same. */
function restOrPlain(
  program: Program,
  hinted: Type,
  isMarked: boolean,
): Pick<FunArg, "isRest" | "type"> {
  const type = isMarked ? restOf(program, hinted) : hinted;
  return { isRest: isMarked || isRestType(type), type };
}

/** `haxe.Rest<T>`, by whatever name: an argument of it takes all that is left. */
export function isRestType(type: Type): boolean {
  const followed = follow(type);
  return followed.kind === "Abstract" && followed.abstract.path === "haxe.Rest";
}

/** `haxe.Rest<T>` where the library has it: what a rest argument is inside its function. */
export function restOf(program: Program, element: Type): Type {
  return standardType(program, "haxe.Rest", [element]) ?? arrayOf(program, element);
}

// Structures

function resolveAnonymous(program: Program, scope: TypeScope, hint: ast.AnonymousHint): Type {
  const fields = new Map<string, ClassField>();
  let isComplete = true;
  for (const base of hint.extends) {
    const type = resolvePath(program, scope, base, "error");
    if (!addExtended(program, scope, fields, type, base.span)) isComplete = false;
  }
  for (const field of hint.fields) {
    if (fields.has(field.name.name)) {
      report(program, scope.module.source.file, "HX2014", field.name.span, {
        name: field.name.name,
      });
    }
    fields.set(field.name.name, declaredField(program, scope, field));
  }
  return isComplete ? { kind: "Anon", fields } : ERROR;
}

/** False where the structure is not known. */
function addExtended(
  program: Program,
  scope: TypeScope,
  fields: Map<string, ClassField>,
  type: Type,
  span: Span,
): boolean {
  if (type.kind === "Error") return false;
  const structure = structureOf(program, type);
  if (structure === null) {
    if (follow(type).kind !== "Error")
      report(program, scope.module.source.file, "HX2015", span, { type: printType(type) });
    return false;
  }
  for (const field of structure.fields.values()) fields.set(field.name, field);
  return true;
}

/** The structure a type stands for; reads its typedef first. */
function structureOf(program: Program, type: Type): AnonType | null {
  let current = type;
  while (current.kind === "Typedef") {
    forceTypedef(program, current.typedef);
    const pairs = substitution(current.typedef.params, current.params);
    const expanded = expandTypedef(current);
    if (expanded.kind === "Anon") {
      const fields = new Map(
        [...expanded.fields].map(([name, field]) => [name, applyField(field, pairs)] as const),
      );
      return { kind: "Anon", fields };
    }
    current = expanded;
  }
  const followed = follow(current);
  return followed.kind === "Anon" ? followed : null;
}

function resolveIntersection(program: Program, scope: TypeScope, hint: ast.IntersectionHint): Type {
  const fields = new Map<string, ClassField>();
  let isComplete = true;
  for (const part of hint.types) {
    const type = resolveHint(program, scope, part);
    if (!addExtended(program, scope, fields, type, part.span)) isComplete = false;
  }
  return isComplete ? { kind: "Anon", fields } : ERROR;
}

function declaredField(program: Program, scope: TypeScope, field: ast.Field): ClassField {
  const isOptional = field.isOptional || hasMeta(field.meta, ":optional");
  const isFinal = field.modifiers.includes("final");
  const { name, span } = field.name;
  const common = (type: Type): ClassField => ({
    ...structureField(name, nullable(program, type, isOptional), span),
    isFinal,
    isOptional,
    meta: field.meta,
    doc: field.doc,
  });
  if (field.kind === "Function") {
    const type = functionType(program, scope, field.function);
    return { ...common(type), kind: "Method", write: "never" };
  }
  const declared = field.type === null ? DYNAMIC : resolveHint(program, scope, field.type);
  if (field.type === null) report(program, scope.module.source.file, "HX2016", span, { name });
  if (field.kind === "Property") {
    const read = propertyAccess(field.get.name, "get") ?? "call";
    const write = propertyAccess(field.set.name, "set") ?? "call";
    return { ...common(declared), read, write };
  }
  return { ...common(declared), write: isFinal ? "never" : "normal" };
}

function nullable(program: Program, type: Type, isOptional: boolean): Type {
  return isOptional ? nullOf(program, type) : type;
}

/** The type of a function that is only declared: every hint must be there. */
function functionType(program: Program, scope: TypeScope, declaration: ast.FunctionDecl): Type {
  return {
    kind: "Fun",
    args: declaration.args.map((arg) => {
      const type = arg.type === null ? DYNAMIC : resolveHint(program, scope, arg.type);
      return {
        name: arg.name.name,
        isOptional: arg.isOptional || arg.value !== null,
        ...restOrPlain(program, type, arg.isRest),
      };
    }),
    result:
      declaration.returnType === null
        ? DYNAMIC
        : resolveHint(program, scope, declaration.returnType),
  };
}
