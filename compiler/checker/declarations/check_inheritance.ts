/** Do classes keep what their parents and interfaces promise? */

import { didYouMean } from "#compiler/diagnostics/suggest.ts";
import type { Span } from "#compiler/source/span.ts";
import { apply, mergeSubstitutions, substitution } from "#compiler/types/apply.ts";
import { isVoid } from "#compiler/types/core.ts";
import { follow } from "#compiler/types/follow.ts";
import {
  allFields,
  type FoundField,
  findField,
  interfaceInsts,
  superInst,
} from "#compiler/types/members.ts";
import { printType } from "#compiler/types/print.ts";
import type { ClassField, ClassType, InstType, Type } from "#compiler/types/type.ts";
import { tryUnify } from "#compiler/types/unify.ts";
import { addHint, declarationText, declaredHere } from "../problems/explain.ts";
import { signatureDifference } from "../problems/signature_difference.ts";
import type { DeclaredClass } from "../program/members.ts";
import { type Program, report, typeOfField } from "../program/program.ts";
import { ownParams } from "./declare_fields.ts";
import { isIncomplete } from "./incomplete.ts";

/** Checks overriding, abstract methods and interfaces of the library's classes. */
export function checkInheritance(program: Program, classes: readonly DeclaredClass[]): void {
  for (const { class: type } of classes) {
    if (type.form !== "class" && type.form !== "interface") continue;
    const instance: InstType = { kind: "Inst", class: type, params: ownParams(type) };
    for (const field of type.fields.values()) checkOverride(program, instance, field);
    if (type.form === "interface") checkRedefined(program, instance);
    for (const field of type.statics.values()) checkStaticName(program, instance, field);
    if (type.form !== "class") continue;
    checkAccessors(program, instance);
    checkFinals(program, type, classes);
    if (!type.isAbstract && !type.isExtern) checkAbstractMethods(program, instance);
    checkInterfaces(program, instance, instance, new Set());
  }
}

/** Methods without a body: abstract ones, and those of interfaces that an abstract ancestor leaves open. */
export function abstractMethods(type: InstType): FoundField[] {
  const own = allFields(type).filter(
    (found) => found.field.isAbstract && found.owner.form === "class",
  );
  const names = new Set(own.map((found) => found.field.name));
  const parent = superInst(type);
  const open = parent === null || !parent.class.isAbstract ? [] : openInterfaceMethods(parent);
  return [
    ...own,
    ...open.filter((found) => !names.has(found.field.name) && !hasBody(type, found.field.name)),
  ];
}

function openInterfaceMethods(type: InstType): FoundField[] {
  const parent = superInst(type);
  const inherited = parent === null ? [] : openInterfaceMethods(parent);
  const promised = interfaceInsts(type).flatMap(interfaceMethods);
  return [...inherited, ...promised];
}

function interfaceMethods(type: InstType): FoundField[] {
  const own = [...type.class.fields.values()]
    .filter((field) => field.kind === "Method" && !isAccessorOfInterface(type.class, field))
    .map((field): FoundField => ({ owner: type.class, ownerParams: type.params, field }));
  return [...own, ...interfaceInsts(type).flatMap(interfaceMethods)];
}

function hasBody(type: InstType, name: string): boolean {
  const found = findField(type, name);
  return found !== null && found.owner.form === "class" && !found.field.isAbstract;
}

/** A method that an interface has from its parents keeps its type. */
function checkRedefined(program: Program, type: InstType): void {
  for (const field of type.class.fields.values()) {
    for (const parent of interfaceInsts(type)) {
      const inherited = findField(parent, field.name);
      if (inherited !== null && field.kind === inherited.field.kind)
        checkSignature(program, type.class.file, field, inherited, field.span);
    }
  }
}

/** A static may not have the name of a member of a parent. */
function checkStaticName(program: Program, type: InstType, field: ClassField): void {
  const parent = superInst(type);
  const inherited = parent === null ? null : findField(parent, field.name);
  if (inherited === null) return;
  const { file } = type.class;
  const args = { name: field.name, type: inherited.owner.path };
  const label = { file: inherited.owner.file, span: inherited.field.span, text: "declared here" };
  report(program, file, "HX2053", field.span, args, { labels: [label] });
}

// Overriding

function checkOverride(program: Program, type: InstType, field: ClassField): void {
  const parent = superInst(type);
  const inherited = parent === null ? null : findField(parent, field.name);
  const { file } = type.class;
  const { name, span } = field;
  if (inherited === null) {
    if (!field.isOverride || isIncomplete(program, type.class)) return;
    const candidates = parent === null ? [] : allFields(parent).map((found) => found.field.name);
    report(program, file, "HX3100", span, { name }, { hint: didYouMean(name, candidates) });
    return;
  }
  const declared = {
    file: inherited.owner.file,
    span: inherited.field.span,
    text: "declared here",
  };
  if (field.kind !== "Method" || inherited.field.kind !== "Method") {
    report(
      program,
      file,
      "HX3101",
      span,
      { name, type: inherited.owner.path },
      { labels: [declared] },
    );
    return;
  }
  if (field.isOverride && inherited.field.isAbstract) {
    const hint = "Remove `override`: the parent's function is abstract";
    report(program, file, "HX3100", span, { name }, { hint, labels: [declared] });
    return;
  }
  if (!field.isOverride && !inherited.field.isAbstract) {
    report(
      program,
      file,
      "HX3102",
      span,
      { name },
      { hint: `Write \`override\` before \`function ${name}\``, labels: [declared] },
    );
    return;
  }
  if (inherited.field.isFinal || (inherited.field.isInline && !inherited.field.isExtern)) {
    report(program, file, "HX3103", span, { name }, { labels: [declared] });
    return;
  }
  if (inherited.field.isPublic && !field.isPublic) {
    report(program, file, "HX3104", span, { name }, { labels: [declared] });
    return;
  }
  checkSignature(program, file, field, inherited, span);
}

/** Arguments may become wider, the result narrower. */
function checkSignature(
  program: Program,
  file: string,
  field: ClassField,
  inherited: FoundField,
  span: Span,
): void {
  const expected = inheritedType(program, field, inherited);
  const found = typeOfField(program, field);
  if (mayReplace(program, found, expected)) return;
  const args = { name: field.name, ...comparison(program, found, expected) };
  const declared = {
    file: inherited.owner.file,
    span: inherited.field.span,
    text: "declared here",
  };
  report(program, file, "HX3105", span, args, { labels: [declared] });
}

function comparison(program: Program, found: Type, expected: Type) {
  const difference = signatureDifference(program.unification, found, expected);
  return { expected: printType(expected), found: printType(found), difference };
}

/** Stricter than giving a function for another: the same arguments are optional, and only Void stands for Void. */
function mayReplace(program: Program, found: Type, expected: Type): boolean {
  const own = follow(found);
  const inherited = follow(expected);
  if (own.kind === "Fun" && inherited.kind === "Fun") {
    const isAlike = inherited.args.every(
      (arg, index) => own.args[index]?.isOptional === arg.isOptional,
    );
    if (
      !isAlike ||
      (isVoid(inherited.result) && !isVoid(own.result) && follow(own.result).kind !== "Mono")
    )
      return false;
  }
  return tryUnify(program.unification, found, expected);
}

/** The inherited type, with the method's own type parameters named as the overriding method names them. */
function inheritedType(program: Program, field: ClassField, inherited: FoundField): Type {
  const own = inherited.field.params.map((_, index): Type | undefined => {
    const param = field.params[index];
    return param === undefined ? undefined : { kind: "TypeParam", param };
  });
  const renamed = substitution(
    inherited.field.params,
    own.filter((type) => type !== undefined),
  );
  const outer = substitution(inherited.owner.params, inherited.ownerParams);
  return apply(typeOfField(program, inherited.field), mergeSubstitutions(renamed, outer));
}

// Properties

/** A property that says `get` or `set` needs the function. */
function checkAccessors(program: Program, type: InstType): void {
  const { file } = type.class;
  for (const field of [...type.class.fields.values(), ...type.class.statics.values()]) {
    if (field.kind !== "Var" || type.class.isExtern) continue;
    checkAccessor(program, file, type, field, field.read === "call", `get_${field.name}`);
    checkAccessor(program, file, type, field, field.write === "call", `set_${field.name}`);
  }
}

function checkAccessor(
  program: Program,
  file: string,
  type: InstType,
  field: ClassField,
  isNeeded: boolean,
  name: string,
): void {
  if (!isNeeded) return;
  const accessor = field.isStatic ? type.class.statics.get(name) : findField(type, name)?.field;
  const other = field.isStatic ? findField(type, name)?.field : type.class.statics.get(name);
  if (accessor === undefined && other !== undefined) {
    const demand = field.isStatic ? "must be static" : "cannot be static";
    report(program, file, "HX2056", other.span, { method: name, property: field.name, demand });
    return;
  }
  if (accessor === undefined) {
    if (!isIncomplete(program, type.class)) reportAccessor(program, file, field, name);
    return;
  }
  const signature = follow(typeOfField(program, accessor));
  if (signature.kind !== "Fun" || accessor.owner !== type.class) return;
  const valueType = typeOfField(program, field);
  const isGetter = name.startsWith("get_");
  const expected: Type = {
    kind: "Fun",
    args: isGetter ? [] : [{ name: "value", isOptional: false, isRest: false, type: valueType }],
    result: valueType,
  };
  if (tryUnify(program.unification, signature, expected)) return;
  const args = { name, ...comparison(program, signature, expected) };
  report(program, file, "HX3105", accessor.span, args);
}

function reportAccessor(program: Program, file: string, field: ClassField, method: string): void {
  const type = printType(typeOfField(program, field));
  const args = method.startsWith("get_") ? "" : `value:${type}`;
  const words = field.isStatic ? "static function" : "function";
  const hint = addHint([`${words} ${method}(${args}):${type}`]);
  report(program, file, "HX3024", field.span, { property: field.name, method }, { hint });
}

/** A final without a value must be set in the constructor. */
function checkFinals(program: Program, type: ClassType, classes: readonly DeclaredClass[]): void {
  const members = classes.find((one) => one.class === type)?.members ?? [];
  if (type.isExtern) return;
  for (const { field, syntax } of members) {
    if (syntax.kind !== "Var" || !field.isFinal || syntax.value !== null || field.isInline)
      continue;
    if (field.isStatic || !members.some((member) => member.form === "constructor")) {
      report(program, type.file, "HX3106", field.span, { name: field.name });
    }
  }
}

// Abstract methods and interfaces

/** How many places are shown of what is missing; the hint names it all. */
const SHOWN = 3;

function checkAbstractMethods(program: Program, type: InstType): void {
  const missing = abstractMethods(type).filter((found) => found.owner !== type.class);
  const names = missing.map((found) => `\`${found.field.name}\``);
  const own = abstractMethods(type).filter((found) => found.owner === type.class);
  if (missing.length === 0 || own.length > 0) return;
  const labels = missing.slice(0, SHOWN).flatMap((found) => declaredHere(found.field));
  const hint = addHint(
    missing.map((found) =>
      declarationText(
        found.field,
        apply(
          typeOfField(program, found.field),
          substitution(found.owner.params, found.ownerParams),
        ),
      ),
    ),
  );
  const args = { type: type.class.path, names: names.join(", ") };
  report(program, type.class.file, "HX3107", type.class.span, args, { labels, hint });
}

function checkInterfaces(
  program: Program,
  type: InstType,
  from: InstType,
  visited: Set<ClassType>,
): void {
  for (const parent of interfaceInsts(from)) {
    if (visited.has(parent.class)) continue;
    visited.add(parent.class);
    checkInterface(program, type, parent);
    checkInterfaces(program, type, parent, visited);
  }
}

function checkInterface(program: Program, type: InstType, parent: InstType): void {
  const pairs = substitution(parent.class.params, parent.params);
  const { file, span } = type.class;
  const missing: ClassField[] = [];
  for (const wanted of parent.class.fields.values()) {
    const found = findField(type, wanted.name);
    const args = { name: wanted.name, interface: printType(parent) };
    const label = { file: parent.class.file, span: wanted.span, text: "asked for here" };
    if (
      found === null ||
      (found.owner.form === "interface" && !type.class.isAbstract && !type.class.isExtern)
    ) {
      if (isAccessorOfInterface(parent.class, wanted)) continue;
      if (!type.class.isAbstract && !type.class.isExtern) missing.push(wanted);
      continue;
    }
    if (found.owner.form === "interface") continue;
    const place = found.owner === type.class ? found.field.span : span;
    if (!found.field.isPublic && wanted.isPublic) {
      report(program, file, "HX3109", place, args, { labels: [label] });
      continue;
    }
    if (found.field.kind !== wanted.kind || !sameAccess(found.field, wanted)) {
      report(program, file, "HX3110", place, args, { labels: [label] });
      continue;
    }
    const own = wanted.params.map((_, index): Type | undefined => {
      const param = found.field.params[index];
      return param === undefined ? undefined : { kind: "TypeParam", param };
    });
    const renamed = substitution(
      wanted.params,
      own.filter((one) => one !== undefined),
    );
    const expected = apply(typeOfField(program, wanted), mergeSubstitutions(renamed, pairs));
    const foundType = apply(
      typeOfField(program, found.field),
      substitution(found.owner.params, found.ownerParams),
    );
    if (mayReplace(program, foundType, expected)) continue;
    const types = { name: wanted.name, ...comparison(program, foundType, expected) };
    report(program, file, "HX3105", place, types, { labels: [label] });
  }
  if (missing.length > 0 && !isIncomplete(program, type.class))
    reportMissing(program, type, parent, missing);
}

/** All that the class lacks of the interface is one problem. */
function reportMissing(
  program: Program,
  type: InstType,
  parent: InstType,
  missing: readonly ClassField[],
): void {
  const pairs = substitution(parent.class.params, parent.params);
  const names = missing.map(({ name }) => `\`${name}\``).join(", ");
  const labels = missing.slice(0, SHOWN).flatMap((field) => declaredHere(field, "asked for here"));
  const hint = addHint(
    missing.map((field) => declarationText(field, apply(typeOfField(program, field), pairs))),
  );
  const args = { type: type.class.path, names, interface: printType(parent) };
  report(program, type.class.file, "HX3108", type.class.span, args, { labels, hint });
}

/** The getter of a property that the class has in another way is not asked for. */
function isAccessorOfInterface(parent: ClassType, wanted: ClassField): boolean {
  if (!wanted.name.startsWith("get_") && !wanted.name.startsWith("set_")) return false;
  return parent.fields.get(wanted.name.slice(4))?.kind === "Var";
}

/** Variables must be read and written the same way; a method may be `inline` or not, but not `dynamic`. */
function sameAccess(found: ClassField, wanted: ClassField): boolean {
  if (found.kind === "Method") return found.isDynamic === wanted.isDynamic;
  const isSame = (first: ClassField["read"], second: ClassField["read"]): boolean =>
    first === second || second === "never" || (first === "never" && second === "no");
  return isSame(found.read, wanted.read) && isSame(found.write, wanted.write);
}
