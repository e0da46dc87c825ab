/** The second phase: type parameters, parents, typedefs, enum constructors, and what abstracts convert from and to. */

import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import { DYNAMIC, ERROR } from "#compiler/types/core.ts";
import { follow, followMono } from "#compiler/types/follow.ts";
import { isSubclass } from "#compiler/types/members.ts";
import { printType } from "#compiler/types/print.ts";
import type {
  AbstractType,
  ClassType,
  DefType,
  EnumType,
  FunArg,
  InstType,
  Type,
  TypeDeclaration,
  TypeParameter,
} from "#compiler/types/type.ts";
import { instantiate, nullOf } from "../program/core_types.ts";
import { findMeta, hasMeta } from "../program/metadata.ts";
import {
  CHAIN_LIMIT,
  forceTypedef,
  type ModuleScope,
  type Program,
  report,
  type TypeScope,
} from "../program/program.ts";
import { silencedBy } from "../program/warnings.ts";
import { syntaxOf, typeParameter } from "./declare_types.ts";
import { resolveHint, resolvePath } from "./type_hints.ts";

/** Resolves the headers of every type of the modules. */
export function declareHeaders(program: Program, modules: readonly ModuleScope[]): void {
  for (const module of modules) {
    for (const type of module.types.values()) {
      if (type.kind === "Typedef")
        program.pendingTypedefs.set(type, () => declareTypedef(program, module, type));
    }
  }
  for (const module of modules)
    for (const type of module.types.values()) declareParams(program, module, type);
  for (const module of modules)
    for (const type of module.types.values()) declareHeader(program, module, type);
  limitTypedefs(program, modules);
}

/** A type's own parameters as names. */
export function scopeOf(module: ModuleScope, type: TypeDeclaration): TypeScope {
  return { module, silenced: silencedBy(type.meta), params: withParams(new Map(), type.params) };
}

/** Adds parameters to those that are visible. */
export function withParams(
  outer: ReadonlyMap<string, TypeParameter>,
  params: readonly TypeParameter[],
): ReadonlyMap<string, TypeParameter> {
  if (params.length === 0) return outer;
  return new Map([...outer, ...params.map((param) => [param.name, param] as const)]);
}

/** Parameters of a method or constructor with their constraints, and the scope inside. */
export function declareTypeParams(
  program: Program,
  scope: TypeScope,
  declarations: readonly ast.TypeParam[],
): { readonly params: TypeParameter[]; readonly scope: TypeScope } {
  if (declarations.length === 0) return { params: [], scope };
  reportRepeated(
    program,
    scope,
    declarations.map((declaration) => declaration.name),
  );
  const params = declarations.map(typeParameter);
  const inner = { ...scope, params: withParams(scope.params, params) };
  resolveConstraints(program, inner, declarations, params);
  return { params, scope: inner };
}

function declareParams(program: Program, module: ModuleScope, type: TypeDeclaration): void {
  const syntax = syntaxOf(type);
  if (syntax === undefined || syntax.kind === "ModuleField") return;
  const scope = scopeOf(module, type);
  reportRepeated(
    program,
    scope,
    syntax.typeParams.map((param) => param.name),
  );
  resolveConstraints(program, scope, syntax.typeParams, type.params);
}

function resolveConstraints(
  program: Program,
  scope: TypeScope,
  declarations: readonly ast.TypeParam[],
  params: readonly TypeParameter[],
): void {
  declarations.forEach((declaration, index) => {
    const param = params[index];
    if (param === undefined) return;
    param.constraints = declaration.constraints.flatMap((hint) =>
      hint.kind === "Intersection"
        ? hint.types.map((part) => resolveHint(program, scope, part))
        : [resolveHint(program, scope, hint)],
    );
    if (declaration.defaultType !== null)
      param.defaultType = resolveHint(program, scope, declaration.defaultType);
  });
}

function declareHeader(program: Program, module: ModuleScope, type: TypeDeclaration): void {
  const syntax = syntaxOf(type);
  if (syntax === undefined) return;
  const scope = scopeOf(module, type);
  if (type.kind === "Class" && syntax.kind === "Class") declareClass(program, scope, type, syntax);
  else if (type.kind === "Class" && syntax.kind === "Interface")
    declareInterface(program, scope, type, syntax);
  else if (type.kind === "Enum" && syntax.kind === "Enum")
    declareEnum(program, scope, type, syntax);
  else if (type.kind === "Abstract" && syntax.kind === "Abstract")
    declareAbstract(program, scope, type, syntax);
  else if (type.kind === "Typedef") forceTypedef(program, type);
}

// Classes and interfaces

function declareClass(
  program: Program,
  scope: TypeScope,
  type: ClassType,
  syntax: ast.ClassDecl,
): void {
  if (syntax.superClass !== null) {
    type.superClass = parentClass(program, scope, type, syntax.superClass);
    if (type.superClass === null) program.incomplete.add(type);
  }
  for (const path of syntax.interfaces) {
    const parent = parentInterface(program, scope, path);
    if (parent === null) program.incomplete.add(type);
    else type.interfaces.push(parent);
  }
}

function declareInterface(
  program: Program,
  scope: TypeScope,
  type: ClassType,
  syntax: ast.InterfaceDecl,
): void {
  for (const path of syntax.parents) {
    const parent = parentInterface(program, scope, path);
    if (parent === null) {
      program.incomplete.add(type);
      continue;
    }
    if (isSubclass(parent.class, type)) {
      reportCycle(program, type, parent.class);
    } else {
      type.interfaces.push(parent);
    }
  }
}

function parentClass(
  program: Program,
  scope: TypeScope,
  type: ClassType,
  path: ast.TypePath,
): InstType | null {
  const parent = follow(resolvePath(program, scope, path, "error"));
  if (parent.kind === "Error") return null;
  const { file } = scope.module.source;
  if (parent.kind !== "Inst" || parent.class.form !== "class") {
    report(program, file, "HX2020", path.span, { type: printType(parent), wanted: "a class" });
    return null;
  }
  if (isSubclass(parent.class, type)) {
    reportCycle(program, type, parent.class);
    return null;
  }
  const mayExtend = hasMeta(type.meta, ":hack");
  if ((parent.class.isFinal || BASIC_CLASSES.has(parent.class.path)) && !mayExtend)
    report(
      program,
      file,
      "HX2022",
      path.span,
      { name: parent.class.path },
      { labels: [{ file: parent.class.file, span: parent.class.span, text: "declared here" }] },
    );
  return parent;
}

/** `Map` is no class in Haxe; those that it stands for can be extended. */
const BASIC_CLASSES = new Set(["Array", "String", "Date", "Xml", "haxe.ds.Map"]);

/** Of the types that inherit from each other the one that is written first gets the report. */
function reportCycle(program: Program, type: ClassType, parent: ClassType): void {
  const between = [...ancestorsOf(parent), parent, type].filter(
    (one) => isSubclass(parent, one) && isSubclass(one, type),
  );
  const members = [...new Set([type, ...between])].filter((one) => one.file === type.file);
  const first = members.reduce((a, b) => (b.span.start < a.span.start ? b : a), type);
  report(program, first.file, "HX2021", parentSpan(first), { name: first.path });
}

function ancestorsOf(type: ClassType): ClassType[] {
  const parents = [...(type.superClass === null ? [] : [type.superClass]), ...type.interfaces];
  return parents.flatMap((parent) => [parent.class, ...ancestorsOf(parent.class)]);
}

/** Where the type names what it inherits from. */
function parentSpan(type: ClassType): Span {
  const syntax = syntaxOf(type);
  if (syntax?.kind === "Class") return syntax.superClass?.span ?? type.span;
  return (syntax?.kind === "Interface" ? syntax.parents[0]?.span : null) ?? type.span;
}

function parentInterface(program: Program, scope: TypeScope, path: ast.TypePath): InstType | null {
  const parent = follow(resolvePath(program, scope, path, "error"));
  if (parent.kind === "Error" || parent.kind === "Dynamic") return null;
  if (parent.kind === "Inst" && parent.class.form === "interface") return parent;
  report(program, scope.module.source.file, "HX2020", path.span, {
    type: printType(parent),
    wanted: "an interface",
  });
  return null;
}

// Typedefs

function declareTypedef(program: Program, module: ModuleScope, type: DefType): void {
  const syntax = syntaxOf(type);
  if (syntax?.kind !== "Typedef") return;
  const resolved = resolveHint(program, scopeOf(module, type), syntax.type);
  if (reaches(resolved, type)) {
    const cycle = [type, ...typedefsBetween(resolved, type)];
    const first = cycle.reduce((a, b) =>
      a.file === b.file && b.span.start < a.span.start ? b : a,
    );
    report(program, first.file, "HX2023", first.span, { name: first.path });
    type.type = ERROR;
    return;
  }
  type.type = resolved;
}

/** The typedefs on the way from the type to the typedef. */
function typedefsBetween(type: Type, typedef: DefType): DefType[] {
  const found: DefType[] = [];
  let current = followMono(type);
  while (current.kind === "Typedef" && current.typedef !== typedef) {
    found.push(current.typedef);
    current = followMono(current.typedef.type);
  }
  return found;
}

/** Does a chain of typedefs come back to the typedef itself? */
function reaches(type: Type, typedef: DefType): boolean {
  let current = followMono(type);
  const visited = new Set<DefType>();
  while (current.kind === "Typedef" && !visited.has(current.typedef)) {
    if (current.typedef === typedef) return true;
    visited.add(current.typedef);
    current = followMono(current.typedef.type);
  }
  return false;
}

/** Cuts a long chain of typedefs, each of which stands for the next: what looks through one calls itself for each. */
function limitTypedefs(program: Program, modules: readonly ModuleScope[]): void {
  const lengths = new Map<DefType, number>();
  for (const module of modules) {
    for (const type of module.types.values()) {
      if (type.kind === "Typedef") measureChain(program, type, lengths);
    }
  }
}

function measureChain(program: Program, typedef: DefType, lengths: Map<DefType, number>): void {
  const chain: DefType[] = [];
  let current: Type = { kind: "Typedef", typedef, params: [] };
  while (current.kind === "Typedef" && !lengths.has(current.typedef)) {
    chain.push(current.typedef);
    current = followMono(current.typedef.type);
  }
  let length = current.kind === "Typedef" ? (lengths.get(current.typedef) ?? 0) : 0;
  for (const link of chain.reverse()) {
    if (++length > CHAIN_LIMIT) {
      report(program, link.file, "HX2018", link.span, { name: link.path, limit: CHAIN_LIMIT });
      link.type = ERROR;
      length = 0;
    }
    lengths.set(link, length);
  }
}

// Enums

function declareEnum(
  program: Program,
  scope: TypeScope,
  type: EnumType,
  syntax: ast.EnumDecl,
): void {
  const own = instantiate(
    type,
    type.params.map((param): Type => ({ kind: "TypeParam", param })),
  );
  for (const written of syntax.constructors) {
    const { name } = written.name;
    const earlier = type.constructors.get(name);
    if (earlier !== undefined) {
      const labels = [{ file: type.file, span: earlier.span, text: "first declared here" }];
      report(program, type.file, "HX2014", written.name.span, { name }, { labels });
      continue;
    }
    const inner = declareTypeParams(program, scope, written.typeParams);
    const result =
      written.returnType === null ? own : resolveHint(program, inner.scope, written.returnType);
    checkResult(program, type, name, result, written.returnType?.span ?? written.span);
    reportRepeated(
      program,
      scope,
      (written.args ?? []).map((arg) => arg.name),
    );
    type.constructors.set(name, {
      name,
      index: type.constructors.size,
      params: inner.params,
      args: written.args?.map((arg) => constructorArg(program, inner.scope, arg)) ?? null,
      result,
      meta: written.meta,
      doc: written.doc,
      span: written.name.span,
    });
  }
}

/** A constructor with a type of its own refines the enum's parameters only. */
function checkResult(
  program: Program,
  type: EnumType,
  name: string,
  result: Type,
  span: Span,
): void {
  const made = follow(result);
  if (made.kind === "Error" || (made.kind === "Enum" && made.enum === type)) return;
  report(program, type.file, "HX2051", span, { name, type: type.path });
}

/** Reports names that stand twice in a list. */
function reportRepeated(program: Program, scope: TypeScope, names: readonly ast.Name[]): void {
  const seen = new Set<string>();
  for (const { name, span } of names) {
    if (seen.has(name)) report(program, scope.module.source.file, "HX2014", span, { name });
    seen.add(name);
  }
}

function constructorArg(program: Program, scope: TypeScope, arg: ast.FunctionArg): FunArg {
  if (arg.type === null)
    report(program, scope.module.source.file, "HX2016", arg.name.span, { name: arg.name.name });
  const type = arg.type === null ? ERROR : resolveHint(program, scope, arg.type);
  return {
    name: arg.name.name,
    isOptional: arg.isOptional,
    isRest: false,
    type: arg.isOptional ? nullOf(program, type) : type,
  };
}

// Abstracts

function declareAbstract(
  program: Program,
  scope: TypeScope,
  type: AbstractType,
  syntax: ast.AbstractDecl,
): void {
  const own = instantiate(
    type,
    type.params.map((param): Type => ({ kind: "TypeParam", param })),
  );
  type.underlying =
    syntax.underlying === null ? own : resolveHint(program, scope, syntax.underlying);
  if (syntax.underlying === null && !type.isCoreType) {
    report(program, type.file, "HX2024", type.span, { name: type.path });
    type.underlying = DYNAMIC;
  }
  const underlying = follow(type.underlying);
  if (!type.isCoreType && underlying.kind === "Abstract" && underlying.abstract === type) {
    report(program, type.file, "HX2055", type.span, { name: type.path });
    type.underlying = DYNAMIC;
  }
  type.from = syntax.from.map((hint) => ({ type: resolveHint(program, scope, hint), field: null }));
  type.to = syntax.to.map((hint) => ({ type: resolveHint(program, scope, hint), field: null }));
  type.forward = forwardedFields(type);
}

function forwardedFields(type: AbstractType): "all" | readonly string[] {
  const meta = findMeta(type.meta, ":forward");
  if (meta === null) return [];
  const names = meta.params.flatMap((param) => (param.kind === "Ident" ? [param.name] : []));
  return names.length === 0 ? "all" : names;
}
