/** The third phase: members of classes, interfaces, abstracts and modules get their types. */

import type * as ast from "#compiler/syntax/ast.ts";
import { DYNAMIC } from "#compiler/types/core.ts";
import type {
  AbstractType,
  ClassField,
  ClassType,
  FunArg,
  FunType,
  Type,
  TypeParameter,
  VarAccess,
} from "#compiler/types/type.ts";
import { declareFactories, withClassFactories, withFunctionFactories } from "../calls/factories.ts";
import { declaredHere } from "../problems/explain.ts";
import { instantiate, nullOf, voidType } from "../program/core_types.ts";
import type { DeclaredClass, Member } from "../program/members.ts";
import { hasMeta, metaText } from "../program/metadata.ts";
import { membersOf } from "../program/module_syntax.ts";
import {
  type ModuleScope,
  type Program,
  report,
  type TypeScope,
  unknownType,
} from "../program/program.ts";
import { propertyAccess } from "../program/property_access.ts";
import { silencing } from "../program/warnings.ts";
import { addConversions } from "./declare_abstracts.ts";
import { declareArgs, isLiteral } from "./declare_args.ts";
import { declareTypeParams, scopeOf } from "./declare_headers.ts";
import { syntaxOf } from "./declare_types.ts";
import { overloadName } from "./overload_name.ts";
import { declareNewValue, functionsChangingThis } from "./this_changes.ts";
import { resolveHint } from "./type_hints.ts";

/** Declares every member of the modules; `infer` types a member whose type is not written. */
export function declareFields(
  program: Program,
  modules: readonly ModuleScope[],
  infer: (member: Member) => void,
): DeclaredClass[] {
  const classes: DeclaredClass[] = [];
  for (const module of modules) {
    for (const type of module.types.values()) {
      const holder =
        type.kind === "Class" ? type : type.kind === "Abstract" ? type.implementation : null;
      const syntax = syntaxOf(type);
      if (holder === null || syntax === undefined || !("fields" in syntax)) continue;
      classes.push(
        declareClassFields(program, scopeOf(module, type), holder, membersOf(syntax), infer),
      );
      if (type.kind === "Abstract") addConversions(type);
    }
    if (module.fields !== null)
      classes.push(declareModuleFields(program, module, module.fields, infer));
  }
  return classes;
}

function declareModuleFields(
  program: Program,
  module: ModuleScope,
  holder: ClassType,
  infer: (member: Member) => void,
): DeclaredClass {
  const fields = module.source.module.declarations.flatMap((declaration) =>
    declaration.kind === "ModuleField" ? [declaration.field] : [],
  );
  return declareClassFields(
    program,
    { module, silenced: [], params: new Map() },
    holder,
    fields,
    infer,
  );
}

function declareClassFields(
  program: Program,
  scope: TypeScope,
  holder: ClassType,
  fields: readonly ast.Field[],
  infer: (member: Member) => void,
): DeclaredClass {
  const members: Member[] = [];
  for (const syntax of fields) {
    if (syntax.modifiers.includes("macro")) continue;
    const member = declareMember(program, silencing(scope, syntax.meta), holder, syntax);
    if (isTaken(holder, member.field)) {
      const { name, span } = syntax.name;
      const earlier = holder.fields.get(name) ?? holder.statics.get(name);
      const labels = earlier === undefined ? [] : declaredHere(earlier, "first declared here");
      report(program, holder.file, "HX2014", span, { name }, { labels });
      continue;
    }
    register(holder, member);
    members.push(member);
    if (isInferred(syntax)) program.inferredFields.add(member.field);
    if (needsInference(member, scope.module.isDependency))
      program.pending.set(member.field, () => infer(member));
  }
  declareFactories(holder);
  if (holder.form === "interface") addInterfaceAccessors(holder);
  if (holder.abstract !== null) markChanges(holder, holder.abstract, fields);
  return { class: holder, scope, members };
}

/** Does its value or body, or a use, give the member its type? */
export function isInferred(syntax: ast.Field): boolean {
  if (syntax.kind !== "Function") return syntax.type === null;
  const { args, returnType } = syntax.function;
  return (
    (returnType === null && syntax.name.name !== "new") || args.some((arg) => arg.type === null)
  );
}

/** The type that a member's declaration gives it, with new unknowns where nothing is written. */
export function declaredType(
  program: Program,
  { class: holder, field, syntax, scope, form }: Member,
): Type {
  if (syntax.kind !== "Function") return typeOfVariable(program, scope, holder, syntax);
  const declared = functionType(program, scope, holder, syntax, form, field.params);
  return form === "abstract" ? withReceiver(holder, declared) : declared;
}

function markChanges(
  holder: ClassType,
  abstract: AbstractType,
  fields: readonly ast.Field[],
): void {
  const names = functionsChangingThis(fields);
  if (names.size === 0) return;
  for (const name of names) {
    const field = holder.fields.get(name);
    if (field !== undefined) field.changesThis = true;
  }
  declareNewValue(holder, instantiate(abstract, ownParams(holder)), abstract.span);
}

/** The accessors that a property of an interface stands for are methods of the interface. */
function addInterfaceAccessors(holder: ClassType): void {
  for (const field of [...holder.fields.values()]) {
    if (field.kind !== "Var") continue;
    if (field.read === "call") addAccessor(holder, field, `get_${field.name}`, []);
    if (field.write === "call") {
      addAccessor(holder, field, `set_${field.name}`, [
        { name: "value", isOptional: false, isRest: false, type: field.type },
      ]);
    }
  }
}

function addAccessor(
  holder: ClassType,
  property: ClassField,
  name: string,
  args: readonly FunArg[],
): void {
  if (holder.fields.has(name)) return;
  holder.fields.set(name, {
    ...property,
    name,
    kind: "Method",
    type: { kind: "Fun", args, result: property.type },
    isPublic: false,
    isAbstract: true,
    read: "normal",
    write: "never",
    isPhysical: false,
    meta: [],
    doc: null,
  });
}

function isTaken(holder: ClassType, field: ClassField): boolean {
  return field.name === "new"
    ? holder.constructor !== null
    : holder.fields.has(field.name) || holder.statics.has(field.name);
}

function register(holder: ClassType, member: Member): void {
  const { field, form } = member;
  if (form === "constructor") holder.constructor = field;
  else if (form === "static" || form === "abstractConstructor")
    holder.statics.set(field.name, field);
  else holder.fields.set(field.name, field);
}

/** A constant stands wherever it is used, so it is wanted before the turn of its class comes. */
function needsInference({ field, syntax }: Member, isDependency: boolean): boolean {
  if (field.read === "inline") return true;
  if (isDependency) return false;
  if (syntax.kind !== "Function") return syntax.type === null && syntax.value !== null;
  const { args, returnType, body } = syntax.function;
  const isComplete = returnType !== null || syntax.name.name === "new";
  return (
    body !== null && !(isComplete && args.every((arg) => arg.type !== null || isLiteral(arg.value)))
  );
}

function declareMember(
  program: Program,
  scope: TypeScope,
  holder: ClassType,
  syntax: ast.Field,
): Member {
  const form = formOf(holder, syntax);
  if (syntax.kind === "Function") return declareFunction(program, scope, holder, syntax, form);
  const field = declareVariable(program, scope, holder, syntax, form);
  return { class: holder, field, syntax, scope, form };
}

function formOf(holder: ClassType, syntax: ast.Field): Member["form"] {
  const isStatic = syntax.modifiers.includes("static") || holder.form === "moduleFields";
  const isConstructor = syntax.kind === "Function" && syntax.name.name === "new";
  if (holder.form === "abstractImpl") {
    if (isStatic || isEnumValue(holder, syntax)) return "static";
    return isConstructor ? "abstractConstructor" : "abstract";
  }
  if (isStatic) return "static";
  return isConstructor ? "constructor" : "method";
}

/** A variable of an enum abstract that is not static is one of its values. */
export function isEnumValue(holder: ClassType, syntax: ast.Field): boolean {
  return (
    holder.abstract?.isEnum === true &&
    syntax.kind === "Var" &&
    !syntax.modifiers.includes("static")
  );
}

/** What all kinds of members have in common. */
function commonParts(holder: ClassType, syntax: ast.Field, form: Member["form"]) {
  const { modifiers } = syntax;
  return {
    name: form === "abstractConstructor" ? "_new" : memberName(holder, syntax),
    owner: holder,
    isStatic: form !== "method" && form !== "constructor",
    isPublic: isPublic(holder, syntax),
    isFinal: modifiers.includes("final"),
    isOverride: modifiers.includes("override"),
    isInline: modifiers.includes("inline"),
    isExtern: modifiers.includes("extern") || holder.isExtern,
    isOverload: modifiers.includes("overload"),
    isOptional: false,
    changesThis: false,
    intrinsic: metaText(syntax.meta, ":intrinsic"),
    meta: syntax.meta,
    doc: syntax.doc,
    span: syntax.name.span,
  };
}

/** Overloads get names of their own, which differ from those of parents too. */
function memberName(holder: ClassType, syntax: ast.Field): string {
  const { name } = syntax.name;
  if (!syntax.modifiers.includes("overload")) return name;
  let index = inheritedFields(holder, name).length;
  while (
    holder.fields.has(overloadName(name, index)) ||
    holder.statics.has(overloadName(name, index))
  )
    index++;
  return overloadName(name, index);
}

function isPublic(holder: ClassType, syntax: ast.Field): boolean {
  if (syntax.modifiers.includes("private")) return false;
  if (syntax.modifiers.includes("public")) return true;
  if (holder.form === "interface" || holder.form === "moduleFields" || isEnumValue(holder, syntax))
    return true;
  if (holder.isExtern || hasMeta(holder.meta, ":publicFields")) return true;
  return syntax.modifiers.includes("override") && isInheritedPublic(holder, syntax.name.name);
}

/** A function that overrides a dynamic one is dynamic too. */
function isInheritedDynamic(holder: ClassType, name: string): boolean {
  return inheritedFields(holder, name).some((field) => field.modifiers.includes("dynamic"));
}

/** What ancestors declare of that name, nearest first. */
function inheritedFields(holder: ClassType, name: string): ast.Field[] {
  const parent = holder.superClass?.class ?? null;
  if (parent === null) return [];
  const syntax = syntaxOf(parent);
  const own = syntax !== undefined && "fields" in syntax ? syntax.fields : [];
  return [...own.filter((field) => field.name.name === name), ...inheritedFields(parent, name)];
}

function isInheritedPublic(holder: ClassType, name: string): boolean {
  for (
    let parent = holder.superClass?.class ?? null;
    parent !== null;
    parent = parent.superClass?.class ?? null
  ) {
    const syntax = syntaxOf(parent);
    if (syntax === undefined || !("fields" in syntax)) continue;
    const field = syntax.fields.find((candidate) => candidate.name.name === name);
    if (field !== undefined && !field.modifiers.includes("override"))
      return isPublic(parent, field);
  }
  return false;
}

// Variables and properties

function declareVariable(
  program: Program,
  scope: TypeScope,
  holder: ClassType,
  syntax: ast.VarField | ast.PropertyField,
  form: Member["form"],
): ClassField {
  const common = commonParts(holder, syntax, form);
  const isConstant = syntax.modifiers.includes("inline") || isEnumValue(holder, syntax);
  const access = accessOf(program, holder, syntax, isConstant);
  if (syntax.modifiers.includes("inline")) checkInline(program, holder, syntax, common.isStatic);
  const isStored =
    access.read === "normal" ||
    access.read === "no" ||
    access.write === "normal" ||
    access.write === "no";
  return {
    ...common,
    kind: "Var",
    type: typeOfVariable(program, scope, holder, syntax),
    params: [],
    isFinal: common.isFinal || isEnumValue(holder, syntax),
    isInline: isConstant,
    isAbstract: false,
    isDynamic: false,
    ...access,
    isPhysical: !isConstant && form !== "abstract" && (isStored || hasMeta(syntax.meta, ":isVar")),
  };
}

/** An inline variable is a constant of the class. */
function checkInline(
  program: Program,
  holder: ClassType,
  syntax: ast.VarField | ast.PropertyField,
  isStatic: boolean,
): void {
  const { name, span } = syntax.name;
  if (!isStatic) report(program, holder.file, "HX2029", span, { name });
  else if (syntax.value === null) report(program, holder.file, "HX3026", span, { name });
}

function typeOfVariable(
  program: Program,
  scope: TypeScope,
  holder: ClassType,
  syntax: ast.VarField | ast.PropertyField,
): Type {
  if (syntax.type !== null) {
    const type = resolveHint(program, scope, syntax.type);
    return syntax.isOptional ? nullOf(program, type) : type;
  }
  if (isEnumValue(holder, syntax) && holder.abstract !== null)
    return instantiate(holder.abstract, ownParams(holder));
  const isUnknowable = holder.form === "interface" || (holder.isExtern && syntax.value === null);
  if (isUnknowable)
    report(program, holder.file, "HX2016", syntax.name.span, { name: syntax.name.name });
  return unknownType(program);
}

/** A type's own parameters as its arguments: what `this` is inside it. */
export function ownParams(holder: { readonly params: readonly TypeParameter[] }): Type[] {
  return holder.params.map((param): Type => ({ kind: "TypeParam", param }));
}

function accessOf(
  program: Program,
  holder: ClassType,
  syntax: ast.VarField | ast.PropertyField,
  isConstant: boolean,
): { read: VarAccess; write: VarAccess } {
  if (isConstant) return { read: "inline", write: "never" };
  if (syntax.kind === "Var") {
    const isFinal = syntax.modifiers.includes("final");
    return { read: "normal", write: isFinal ? "constructor" : "normal" };
  }
  return {
    read: accessWord(program, holder, syntax.get, "get"),
    write: accessWord(program, holder, syntax.set, "set"),
  };
}

function accessWord(
  program: Program,
  holder: ClassType,
  word: ast.Name,
  side: "get" | "set",
): VarAccess {
  const access = propertyAccess(word.name, side);
  if (access !== null) return access;
  report(program, holder.file, "HX2025", word.span, { word: word.name, side });
  return "normal";
}

// Functions

function declareFunction(
  program: Program,
  outer: TypeScope,
  holder: ClassType,
  syntax: ast.FunctionField,
  form: Member["form"],
): Member {
  const { params, scope } = declareTypeParams(program, outer, syntax.function.typeParams);
  const { modifiers } = syntax;
  const isDynamic =
    modifiers.includes("dynamic") ||
    (modifiers.includes("override") && isInheritedDynamic(holder, syntax.name.name));
  const lacksBody =
    syntax.function.body === null &&
    (holder.form === "interface" ||
      hasMeta(syntax.meta, ":op") ||
      (form === "abstractConstructor" && hasMeta(holder.meta, ":multiType")));
  const isAbstract = modifiers.includes("abstract") || lacksBody;
  const declared = functionType(program, scope, holder, syntax, form, params);
  const isConstructor = form === "abstractConstructor" || form === "constructor";
  const field: ClassField = {
    ...commonParts(holder, syntax, form),
    kind: "Method",
    type: form === "abstract" ? withReceiver(holder, declared) : declared,
    params:
      isConstructor && form === "abstractConstructor" ? [...holder.params, ...params] : params,
    isAbstract,
    isDynamic,
    read: "normal",
    write: isDynamic ? "normal" : "never",
    isPhysical: isDynamic,
  };
  checkBody(program, holder, syntax, field);
  return { class: holder, field, syntax, scope, form };
}

/** A function of an abstract is a static one whose first argument is the value. */
function withReceiver(holder: ClassType, type: FunType): FunType {
  const self: Type =
    holder.abstract === null ? DYNAMIC : instantiate(holder.abstract, ownParams(holder));
  const receiver: FunArg = { name: "this", isOptional: false, isRest: false, type: self };
  return { kind: "Fun", args: [receiver, ...type.args], result: type.result };
}

function functionType(
  program: Program,
  scope: TypeScope,
  holder: ClassType,
  { name: { name }, function: declaration, meta }: ast.FunctionField,
  form: Member["form"],
  params: readonly TypeParameter[],
): FunType {
  const args = declareArgs(program, scope, declaration.args);
  return {
    kind: "Fun",
    args:
      form === "constructor"
        ? withClassFactories(args, holder)
        : withFunctionFactories(args, params, meta),
    result: resultType(program, scope, holder, name, declaration, form),
  };
}

function resultType(
  program: Program,
  scope: TypeScope,
  holder: ClassType,
  name: string,
  declaration: ast.FunctionDecl,
  form: Member["form"],
): Type {
  if (form === "constructor") return voidType(program);
  if (form === "abstractConstructor" && holder.abstract !== null) {
    return instantiate(holder.abstract, ownParams(holder));
  }
  if (declaration.returnType !== null) return resolveHint(program, scope, declaration.returnType);
  const property = propertyOf(holder, name);
  if (property?.type != null) return resolveHint(program, scope, property.type);
  return declaration.body === null ? voidType(program) : unknownType(program);
}

/** The property of the class that the function is an accessor of: it says what the accessor gives. */
function propertyOf(holder: ClassType, accessor: string): ast.PropertyField | null {
  if (!/^[gs]et_/.test(accessor)) return null;
  const syntax = syntaxOf(holder.abstract ?? holder);
  if (syntax === undefined || !("fields" in syntax)) return null;
  const name = accessor.slice("get_".length);
  const found = syntax.fields.find((field) => field.name.name === name);
  if (found?.kind !== "Property") return null;
  return (accessor.startsWith("get_") ? found.get : found.set).name === accessor.slice(0, 3)
    ? found
    : null;
}

/** Only interfaces, externs, abstract functions and intrinsics go without a body. */
function checkBody(
  program: Program,
  holder: ClassType,
  syntax: ast.FunctionField,
  field: ClassField,
): void {
  const { body } = syntax.function;
  const name = syntax.name.name;
  const mayLackBody =
    field.isAbstract ||
    field.isExtern ||
    field.intrinsic !== null ||
    hasMeta(syntax.meta, ":native");
  if (body === null && !mayLackBody && !isFromDependency(program, holder)) {
    report(program, holder.file, "HX2026", syntax.name.span, { name });
  }
  if (body !== null && (syntax.modifiers.includes("abstract") || holder.form === "interface")) {
    report(program, holder.file, "HX2027", syntax.name.span, { name });
  }
  if (syntax.modifiers.includes("abstract") && !holder.isAbstract && holder.form === "class") {
    const label = { file: holder.file, span: syntax.name.span, text: "abstract here" };
    report(
      program,
      holder.file,
      "HX2028",
      holder.span,
      { name, type: holder.path },
      { labels: [label] },
    );
  }
}

function isFromDependency(program: Program, holder: ClassType): boolean {
  return program.modules.get(holder.module)?.isDependency === true;
}
