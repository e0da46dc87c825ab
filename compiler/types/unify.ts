/**
 * May a value of one type be given where another is expected? Follows Haxe's unifier: binds Monos on the way, and tells
 * why not as data. Conversions by functions (`@:from`, `@:to`) are the checker's affair: they change the expression.
 */
import { apply, substitution } from "./apply.ts";
import { meetsConstraint } from "./constraints.ts";
import { DYNAMIC, isVoid } from "./core.ts";
import { expandTypedef, follow, followMono, innerOfNull, underlyingOf } from "./follow.ts";
import { findField, interfaceInsts, superInst, typeOfFound } from "./members.ts";
import type { Mismatch } from "./mismatch.ts";
import { occursIn } from "./mono.ts";
import type {
  AbstractInstType,
  AnonType,
  ClassField,
  ClassType,
  FunType,
  InstType,
  MonoType,
  Type,
  TypeParamType,
} from "./type.ts";
import { isSameType } from "./type_equal.ts";
import type { Unification } from "./unification.ts";

/** Null when `found` may be given where `expected` is asked for. */
export function unify(ctx: Unification, found: Type, expected: Type): Mismatch | null {
  return unifyTypes(ctx, found, expected, true);
}

/** As `unify`, with everything bound taken back when it fails. */
export function tryUnify(ctx: Unification, found: Type, expected: Type): boolean {
  const mark = ctx.trail.mark;
  if (unify(ctx, found, expected) === null) return true;
  ctx.trail.rollBack(mark);
  return false;
}

/** Would it unify? Binds nothing. */
export function canUnify(ctx: Unification, found: Type, expected: Type): boolean {
  const mark = ctx.trail.mark;
  const agrees = unify(ctx, found, expected) === null;
  ctx.trail.rollBack(mark);
  return agrees;
}

/** `isTransitive`: may abstracts be converted by their `from` and `to`? Only once on a way. */
function unifyTypes(
  ctx: Unification,
  foundType: Type,
  expectedType: Type,
  isTransitive: boolean,
): Mismatch | null {
  const found = followMono(foundType);
  const expected = followMono(expectedType);
  if (found === expected) return null;
  if (found.kind === "Error" || expected.kind === "Error") return null;
  if (found.kind === "Mono") return bindMono(ctx, found, expected);
  if (expected.kind === "Mono") return bindMono(ctx, expected, found);
  if (found.kind === "Typedef") {
    return recursing(ctx, found, expected, () =>
      explain(found, expected, unifyTypes(ctx, expandTypedef(found), expected, isTransitive)),
    );
  }
  if (expected.kind === "Typedef") {
    return recursing(ctx, found, expected, () =>
      explain(found, expected, unifyTypes(ctx, found, expandTypedef(expected), isTransitive)),
    );
  }
  const known = refinedType(ctx, found, expected);
  if (known !== null) return unifyTypes(ctx, known.found, known.expected, isTransitive);
  const foundInner = innerOfNull(found);
  if (foundInner !== null) return unifyTypes(ctx, foundInner, expected, isTransitive);
  const expectedInner = innerOfNull(expected);
  if (expectedInner !== null) return unifyTypes(ctx, found, expectedInner, isTransitive);
  return unifyPlain(ctx, found, expected, isTransitive);
}

/** The two with a type parameter replaced by what it is known to be here. */
function refinedType(
  ctx: Unification,
  found: Type,
  expected: Type,
): { readonly found: Type; readonly expected: Type } | null {
  if (ctx.refined.size === 0) return null;
  const isSame =
    found.kind === "TypeParam" && expected.kind === "TypeParam" && found.param === expected.param;
  if (isSame) return null;
  const foundKnown = found.kind === "TypeParam" ? ctx.refined.get(found.param) : undefined;
  if (foundKnown !== undefined) return { found: foundKnown, expected };
  const expectedKnown = expected.kind === "TypeParam" ? ctx.refined.get(expected.param) : undefined;
  return expectedKnown === undefined ? null : { found, expected: expectedKnown };
}

/** Neither is a Mono, a typedef or `Null`. */
function unifyPlain(
  ctx: Unification,
  found: Type,
  expected: Type,
  isTransitive: boolean,
): Mismatch | null {
  if (
    found.kind === "Abstract" &&
    expected.kind === "Abstract" &&
    found.abstract === expected.abstract
  ) {
    if (found.params.length === 0) return null;
    if (found.abstract.path === "Class" || found.abstract.path === "Enum")
      return unifyTypeValues(ctx, found, expected);
    return unifySameAbstract(ctx, found, expected, isTransitive);
  }
  if (isVoid(found) || isVoid(expected)) return mismatch(found, expected);
  if (expected.kind === "Abstract") {
    const meets = meetsConstraint(ctx, found, expected, unify);
    if (meets !== null) return meets ? null : mismatch(found, expected);
  }
  if (found.kind === "Dynamic") return null;
  if (expected.kind === "Dynamic" && (expected.param === null || found.kind !== "Abstract"))
    return unifyWithDynamic(ctx, found, expected.param);
  if (found.kind === "Abstract" || expected.kind === "Abstract") {
    return unifyAbstract(ctx, found, expected, isTransitive);
  }
  if (found.kind === "TypeParam") return unifyTypeParam(ctx, found, expected, isTransitive);
  if (expected.kind === "TypeParam") return mismatch(found, expected);
  if (found.kind === "Enum" && expected.kind === "Enum" && found.enum === expected.enum) {
    return explain(found, expected, unifyParams(ctx, found.params, expected.params));
  }
  if (found.kind === "Inst" && expected.kind === "Inst") return unifyInst(ctx, found, expected);
  if (found.kind === "Fun" && expected.kind === "Fun")
    return explain(found, expected, unifyFun(ctx, found, expected));
  if (expected.kind === "Anon" && (found.kind === "Inst" || found.kind === "Anon")) {
    return recursing(ctx, found, expected, () =>
      explain(found, expected, unifyFields(ctx, found, expected)),
    );
  }
  return mismatch(found, expected);
}

function mismatch(found: Type, expected: Type): Mismatch {
  return { kind: "Types", found, expected, because: null };
}

/** Wraps an inner reason; one that already speaks of the same two types is kept as it is. */
function explain(found: Type, expected: Type, because: Mismatch | null): Mismatch | null {
  if (because === null) return null;
  if (
    because.kind === "Types" &&
    because.because === null &&
    (found.kind === "Typedef" || expected.kind === "Typedef")
  ) {
    return mismatch(found, expected);
  }
  if (because.kind === "Types" && (found.kind === "Typedef" || expected.kind === "Typedef")) {
    return { kind: "Types", found, expected, because: because.because };
  }
  return { kind: "Types", found, expected, because };
}

function recursing(
  ctx: Unification,
  found: Type,
  expected: Type,
  compare: () => Mismatch | null,
): Mismatch | null {
  const isRunning = ctx.stack.some(
    (pair) => isSameType(pair.found, found) && isSameType(pair.expected, expected),
  );
  if (isRunning) return null;
  ctx.stack.push({ found, expected });
  const result = compare();
  ctx.stack.pop();
  return result;
}

// Monos

/** Binds the Mono, if what it is asked to be allows it. */
export function bindMono(ctx: Unification, mono: MonoType, type: Type): Mismatch | null {
  const followed = followMono(type);
  if (followed === mono) return null;
  const inner = innerOfNull(followed);
  if (inner !== null && followMono(inner) === mono) return null;
  if (occursIn(mono, followed)) return { kind: "Recursive", type: followed };
  const { constraints, fields } = mono;
  if (followed.kind === "Mono") {
    if (fields !== null && occursIn(followed, fields)) return { kind: "Recursive", type: fields };
    adoptDemands(ctx, mono, followed);
    ctx.trail.bind(mono, followed);
    return fields !== null && followed.fields !== null && followed.fields !== fields
      ? unifyFields(ctx, followed.fields, fields)
      : null;
  }
  ctx.trail.bind(mono, followed);
  for (const constraint of constraints) {
    const because = unify(ctx, followed, constraint);
    if (because !== null) return { kind: "Constraint", because };
  }
  return fields === null ? null : unifyUsedFields(ctx, followed, fields);
}

function adoptDemands(ctx: Unification, mono: MonoType, other: MonoType): void {
  if (mono.constraints.length === 0 && mono.fields === null) return;
  ctx.trail.save(other);
  other.constraints = [...mono.constraints, ...other.constraints];
  other.fields ??= mono.fields;
}

/** The fields that were read from the Mono must be there. */
function unifyUsedFields(ctx: Unification, type: Type, fields: AnonType): Mismatch | null {
  const followed = follow(innerOfNull(type) ?? type);
  if (followed.kind === "Dynamic" || followed.kind === "Error") return null;
  if (followed.kind === "Anon" || followed.kind === "Inst")
    return unifyFields(ctx, followed, fields);
  if (followed.kind === "TypeParam") return unifyTypeParam(ctx, followed, fields, true);
  return mismatch(type, fields);
}

// Abstracts

/**
 * The arguments agree, or with `@:forward.variance` the types behind do, or one of the abstract's own conversions leads to
 * itself with other arguments.
 */
function unifySameAbstract(
  ctx: Unification,
  found: AbstractInstType,
  expected: AbstractInstType,
  isTransitive: boolean,
): Mismatch | null {
  const { mark } = ctx.trail;
  const because = unifyParams(ctx, found.params, expected.params);
  if (because === null) return null;
  ctx.trail.rollBack(mark);
  const isForwarded = found.abstract.meta.some(({ name }) => name === ":forward.variance");
  if (isForwarded && attempt(ctx, () => unify(ctx, underlyingOf(found), underlyingOf(expected))))
    return null;
  if (attempt(ctx, () => unifyAbstract(ctx, found, expected, isTransitive))) return null;
  return explain(found, expected, because);
}

function unifyAbstract(
  ctx: Unification,
  found: Type,
  expected: Type,
  isTransitive: boolean,
): Mismatch | null {
  if (
    found.kind === "Enum" &&
    expected.kind === "Abstract" &&
    expected.abstract.path === "EnumValue"
  )
    return null;
  const step = (from: Type, to: Type): boolean =>
    isTransitive
      ? attempt(ctx, () => unifyTypes(ctx, from, to, false))
      : attempt(ctx, () => equalize(ctx, from, to));
  if (found.kind === "Abstract") {
    for (const type of directConversions(found, "to")) if (step(type, expected)) return null;
  }
  if (expected.kind === "Abstract") {
    for (const type of directConversions(expected, "from")) if (step(found, type)) return null;
  }
  if (found.kind === "TypeParam") return unifyTypeParam(ctx, found, expected, isTransitive);
  return mismatch(found, expected);
}

/** The types that `from` and `to` name, which need no function, with arguments put in. */
export function directConversions(type: AbstractInstType, direction: "from" | "to"): Type[] {
  const pairs = substitution(type.abstract.params, type.params);
  return type.abstract[direction]
    .filter((conversion) => conversion.field === null)
    .map((conversion) => apply(conversion.type, pairs));
}

/** `Class<Child>` may stand for `Class<Parent>`. */
function unifyTypeValues(
  ctx: Unification,
  found: AbstractInstType,
  expected: AbstractInstType,
): Mismatch | null {
  return explain(
    found,
    expected,
    unify(ctx, found.params[0] ?? DYNAMIC, expected.params[0] ?? DYNAMIC),
  );
}

// Dynamic, type parameters

function unifyWithDynamic(ctx: Unification, found: Type, param: Type | null): Mismatch | null {
  if (param === null) return null;
  if (found.kind !== "Anon") return mismatch(found, { kind: "Dynamic", param });
  for (const field of found.fields.values()) {
    const because = unify(ctx, field.type, param);
    if (because !== null) return { kind: "Field", name: field.name, because };
  }
  return null;
}

function unifyTypeParam(
  ctx: Unification,
  found: TypeParamType,
  expected: Type,
  isTransitive: boolean,
): Mismatch | null {
  if (expected.kind === "TypeParam" && expected.param === found.param) return null;
  for (const constraint of found.param.constraints) {
    if (attempt(ctx, () => unifyTypes(ctx, constraint, expected, isTransitive))) return null;
  }
  return mismatch(found, expected);
}

// Classes

function unifyInst(ctx: Unification, found: InstType, expected: InstType): Mismatch | null {
  const because = unifyAncestors(ctx, found, expected, new Set());
  if (because === "unrelated") return mismatch(found, expected);
  return explain(found, expected, because);
}

function unifyAncestors(
  ctx: Unification,
  found: InstType,
  expected: InstType,
  visited: Set<ClassType>,
): Mismatch | null | "unrelated" {
  if (found.class === expected.class) return unifyParams(ctx, found.params, expected.params);
  if (visited.has(found.class)) return "unrelated";
  visited.add(found.class);
  const parent = superInst(found);
  const fromParent = parent === null ? "unrelated" : unifyAncestors(ctx, parent, expected, visited);
  if (fromParent !== "unrelated") return fromParent;
  for (const inherited of interfaceInsts(found)) {
    const result = unifyAncestors(ctx, inherited, expected, visited);
    if (result !== "unrelated") return result;
  }
  return "unrelated";
}

// Functions

function unifyFun(ctx: Unification, found: FunType, expected: FunType): Mismatch | null {
  if (found.args.length !== expected.args.length) {
    return { kind: "ArgumentCount", found: found.args.length, expected: expected.args.length };
  }
  if (!isVoid(expected.result)) {
    const because = unify(ctx, found.result, expected.result);
    if (because !== null) return { kind: "Result", because };
  }
  for (const [index, arg] of found.args.entries()) {
    const given = expected.args[index];
    if (given === undefined) continue;
    if (given.isOptional && !arg.isOptional) return { kind: "OptionalArgument", index };
    const because = unify(ctx, given.type, arg.type);
    if (because !== null) return { kind: "Argument", index, because };
  }
  return null;
}

// Structures

/** Has the instance or structure every field that is expected? */
function unifyFields(
  ctx: Unification,
  found: InstType | AnonType,
  expected: AnonType,
): Mismatch | null {
  for (const [name, field] of expected.fields) {
    const because = unifyNamedField(ctx, found, name, field);
    if (because !== null) return because;
  }
  return null;
}

function unifyNamedField(
  ctx: Unification,
  found: InstType | AnonType,
  name: string,
  expected: ClassField,
): Mismatch | null {
  if (found.kind === "Anon") {
    const field = found.fields.get(name);
    if (field === undefined) return missingField(found, name, expected);
    if (expected.isFinal && !field.isFinal) return { kind: "FinalField", name };
    return unifyField(ctx, field, ctx.typeOfField(field), expected);
  }
  const member = findField(found, name);
  if (member === null) return missingField(found, name, expected);
  if (!member.field.isPublic) return { kind: "PrivateField", owner: found, name };
  const isVariable = member.field.kind === "Var" && expected.kind === "Var";
  if (isVariable && member.field.isFinal !== expected.isFinal) return { kind: "FinalField", name };
  ctx.typeOfField(member.field);
  return unifyField(
    ctx,
    member.field,
    typeOfMethodInstance(member.field, typeOfFound(member)),
    expected,
  );
}

/** A generic method given as a plain function: its parameters may be anything. */
function typeOfMethodInstance(field: ClassField, type: Type): Type {
  if (field.params.length === 0) return type;
  const pairs = new Map(field.params.map((param) => [param, DYNAMIC] as const));
  return apply(type, pairs);
}

function missingField(owner: Type, name: string, expected: ClassField): Mismatch | null {
  return expected.isOptional ? null : { kind: "MissingField", owner, name };
}

function unifyField(
  ctx: Unification,
  found: ClassField,
  type: Type,
  expected: ClassField,
): Mismatch | null {
  if (!offersAccess(found, expected)) return { kind: "FieldAccess", name: found.name };
  const isReadOnly =
    expected.kind === "Method" || expected.write === "never" || expected.write === "no";
  const because = isReadOnly
    ? unify(ctx, type, expected.type)
    : unifyParam(ctx, type, expected.type);
  return because === null ? null : { kind: "Field", name: found.name, because };
}

/** A method may not be given for a variable that can be written, nor a read-only variable for a writable one. */
function offersAccess(found: ClassField, expected: ClassField): boolean {
  if (expected.kind === "Method") return found.kind === "Method";
  if (found.kind === "Method" && !found.isDynamic)
    return expected.write !== "normal" || found.owner === null;
  const canRead = expected.read !== "normal" || (found.read !== "never" && found.read !== "no");
  const canWrite =
    expected.write !== "normal" ||
    (found.write !== "never" && found.write !== "no" && found.write !== "constructor");
  return canRead && canWrite;
}

// Type arguments: equal, but for Dynamic, Null and what `from`/`to` allow without a change of representation

function unifyParams(
  ctx: Unification,
  found: readonly Type[],
  expected: readonly Type[],
): Mismatch | null {
  for (const [index, type] of found.entries()) {
    const other = expected[index];
    if (other === undefined) continue;
    const because = unifyParam(ctx, type, other);
    if (because !== null) return because;
  }
  return null;
}

/** The two must be the same type, since values may go both ways. */
export function unifyParam(ctx: Unification, found: Type, expected: Type): Mismatch | null {
  if (attempt(ctx, () => equalize(ctx, found, expected))) return null;
  if (attempt(ctx, () => unifyVariance(ctx, follow(found), follow(expected)))) return null;
  return mismatch(found, expected);
}

function unifyVariance(ctx: Unification, found: Type, expected: Type): Mismatch | null {
  if (found.kind === "Inst" && expected.kind === "Inst" && found.class === expected.class) {
    return unifyParams(ctx, found.params, expected.params);
  }
  if (found.kind === "Enum" && expected.kind === "Enum" && found.enum === expected.enum) {
    return unifyParams(ctx, found.params, expected.params);
  }
  if (found.kind === "Anon" && expected.kind === "Anon") {
    return recursing(ctx, found, expected, () => unifyFields(ctx, found, expected));
  }
  if (found.kind === "Abstract" && !found.abstract.isCoreType) {
    for (const type of directConversions(found, "to"))
      if (attempt(ctx, () => equalize(ctx, type, expected))) return null;
  }
  if (expected.kind === "Abstract" && !expected.abstract.isCoreType) {
    for (const type of directConversions(expected, "from"))
      if (attempt(ctx, () => equalize(ctx, found, type))) return null;
  }
  return mismatch(found, expected);
}

/** Makes the two the same type; Dynamic is the same as anything, `Null<T>` as `T`. */
export function equalize(ctx: Unification, first: Type, second: Type): Mismatch | null {
  const a = followMono(first);
  const b = followMono(second);
  if (a === b || a.kind === "Error" || b.kind === "Error") return null;
  if (a.kind === "Mono") return bindMono(ctx, a, b);
  if (b.kind === "Mono") return bindMono(ctx, b, a);
  if (
    a.kind === "Typedef" &&
    b.kind === "Typedef" &&
    a.typedef === b.typedef &&
    a.params.length > 0
  ) {
    if (attempt(ctx, () => equalizeAll(ctx, a.params, b.params))) return null;
  }
  if (a.kind === "Typedef") return recursing(ctx, a, b, () => equalize(ctx, expandTypedef(a), b));
  if (b.kind === "Typedef") return recursing(ctx, a, b, () => equalize(ctx, a, expandTypedef(b)));
  const innerA = innerOfNull(a);
  const innerB = innerOfNull(b);
  if (innerA !== null || innerB !== null) return equalize(ctx, innerA ?? a, innerB ?? b);
  const known = refinedType(ctx, a, b);
  if (known !== null) return equalize(ctx, known.found, known.expected);
  if (a.kind === "Dynamic" || b.kind === "Dynamic") return null;
  return equalizePlain(ctx, a, b);
}

function equalizePlain(ctx: Unification, a: Type, b: Type): Mismatch | null {
  if (a.kind === "Inst" && b.kind === "Inst" && a.class === b.class)
    return equalizeAll(ctx, a.params, b.params);
  if (a.kind === "Enum" && b.kind === "Enum" && a.enum === b.enum)
    return equalizeAll(ctx, a.params, b.params);
  if (a.kind === "Abstract" && b.kind === "Abstract" && a.abstract === b.abstract)
    return equalizeAll(ctx, a.params, b.params);
  if (a.kind === "TypeParam" && b.kind === "TypeParam" && a.param === b.param) return null;
  if (a.kind === "Fun" && b.kind === "Fun" && a.args.length === b.args.length)
    return equalizeFun(ctx, a, b);
  if (a.kind === "Anon" && b.kind === "Anon")
    return recursing(ctx, a, b, () => equalizeAnon(ctx, a, b));
  return mismatch(a, b);
}

function equalizeAll(
  ctx: Unification,
  first: readonly Type[],
  second: readonly Type[],
): Mismatch | null {
  for (const [index, type] of first.entries()) {
    const because = equalize(ctx, type, second[index] ?? type);
    if (because !== null) return because;
  }
  return null;
}

function equalizeFun(ctx: Unification, a: FunType, b: FunType): Mismatch | null {
  const because = equalize(ctx, a.result, b.result);
  if (because !== null) return because;
  return equalizeAll(
    ctx,
    a.args.map((arg) => arg.type),
    b.args.map((arg) => arg.type),
  );
}

function equalizeAnon(ctx: Unification, a: AnonType, b: AnonType): Mismatch | null {
  for (const field of b.fields.values())
    if (!a.fields.has(field.name)) return { kind: "MissingField", owner: a, name: field.name };
  for (const field of a.fields.values()) {
    const other = b.fields.get(field.name);
    if (other === undefined) return { kind: "MissingField", owner: b, name: field.name };
    const because = equalize(ctx, field.type, other.type);
    if (because !== null) return { kind: "Field", name: field.name, because };
  }
  return null;
}

function attempt(ctx: Unification, compare: () => Mismatch | null): boolean {
  const mark = ctx.trail.mark;
  if (compare() === null) return true;
  ctx.trail.rollBack(mark);
  return false;
}
