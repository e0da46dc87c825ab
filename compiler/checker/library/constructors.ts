/** Constructors: initial values of variables come first; classes without one inherit their parent's. */
import { apply, substitution } from "#compiler/types/apply.ts";
import { follow } from "#compiler/types/follow.ts";
import { findConstructor } from "#compiler/types/members.ts";
import type { ClassField, ClassType, InstType, Type } from "#compiler/types/type.ts";
import type {
  LocalVariable,
  TypedExpr,
  TypedFunction,
  TypedParam,
} from "#compiler/types/typed_ast.ts";
import { isFactory } from "../calls/factories.ts";
import { ownParams } from "../declarations/declare_fields.ts";
import { placeOfDynamic } from "../declarations/dynamic_functions.ts";
import { boolType, nullOf, voidType } from "../program/core_types.ts";
import type { DeclaredClass, Member } from "../program/members.ts";
import type { Program } from "../program/program.ts";
import type { TypedMember } from "./member_bodies.ts";
import { settle } from "./span_shift.ts";

/** Gives classes that must initialise variables, but have no constructor, one that passes everything on. */
export function addConstructors(classes: readonly DeclaredClass[]): void {
  const pending = new Map(classes.map((one) => [one.class, one] as const));
  const visit = (type: ClassType): void => {
    const declared = pending.get(type);
    if (declared === undefined) return;
    pending.delete(type);
    if (type.superClass !== null) visit(type.superClass.class);
    if (type.form === "class" && type.constructor === null && hasInitialValues(declared))
      inheritConstructor(type);
  };
  for (const { class: type } of classes) visit(type);
}

function hasInitialValues(declared: DeclaredClass): boolean {
  return declared.members.some(
    ({ form, syntax, field }) =>
      form === "method" &&
      (field.isDynamic || (syntax.kind !== "Function" && syntax.value !== null)),
  );
}

function inheritConstructor(type: ClassType): void {
  const found = type.superClass === null ? null : findConstructor(type.superClass);
  if (found === null) return;
  const pairs = substitution(found.owner.params, found.ownerParams);
  const field: ClassField = {
    ...found.field,
    owner: type,
    type: apply(found.field.type, pairs),
    span: type.span,
  };
  type.constructor = field;
}

/** What a class's instance variables start with, in declaration order. */
export interface Initialiser {
  readonly member: Member;
  readonly value: TypedExpr;
}

/** The constructor with the initial values assigned first; made up where none is written. */
export function completeConstructor(
  program: Program,
  declared: DeclaredClass,
  written: TypedMember | undefined,
  initialisers: readonly Initialiser[],
): TypedFunction | null {
  const { class: type } = declared;
  const own = type.constructor;
  if (own === null) return null;
  const assignments = initialisers.map((one) => initialise(program, type, one));
  if (written?.function != null) {
    assignments.unshift(...keptFactories(type, written.function.params));
    if (assignments.length === 0) return written.function;
    const settled = settle(written.function);
    const { type: result, span } = settled.body;
    const exprs = [...assignments, settled.body];
    return { ...settled, body: { kind: "Block", exprs, type: result, span } };
  }
  return inheritedConstructor(program, type, own, assignments);
}

function initialise(program: Program, type: ClassType, { member, value }: Initialiser): TypedExpr {
  const { owner, field } = placeOfDynamic(type, member.field);
  const { span } = value;
  const self: Type = { kind: "Inst", class: type, params: ownParams(type) };
  const object: TypedExpr = { kind: "This", type: self, span };
  const target = { kind: "Field", object, owner, field, type: field.type, span } as const;
  const assign: TypedExpr = { kind: "Assign", target, value, type: field.type, span };
  if (!field.isDynamic) return assign;
  // A subclass has put its own function there before it calls this constructor.
  const cond: TypedExpr = { kind: "IsNull", operand: target, type: boolType(program), span };
  return { kind: "If", cond, then: assign, else: null, type: voidType(program), span };
}

/** What a `@:generic` class was given to make its parameters' values with. */
function keptFactories(type: ClassType, params: readonly TypedParam[]): TypedExpr[] {
  return params.flatMap(({ arg, variable }) => {
    const field = type.fields.get(arg.name);
    if (!isFactory(arg) || field === undefined) return [];
    const { span } = variable;
    const self: Type = { kind: "Inst", class: type, params: ownParams(type) };
    const object: TypedExpr = { kind: "This", type: self, span };
    const target = { kind: "Field", object, owner: type, field, type: field.type, span } as const;
    const value: TypedExpr = { kind: "Local", variable, type: variable.type, span };
    return [{ kind: "Assign", target, value, type: field.type, span } as const];
  });
}

function inheritedConstructor(
  program: Program,
  type: ClassType,
  field: ClassField,
  assignments: readonly TypedExpr[],
): TypedFunction | null {
  const parent: InstType | null = type.superClass;
  const found = parent === null ? null : findConstructor(parent);
  const signature = follow(field.type);
  if (found === null || signature.kind !== "Fun" || field.owner !== type) return null;
  const { span } = type;
  const params = signature.args.map((arg): TypedParam => {
    const variable: LocalVariable = {
      id: program.counter.next++,
      name: arg.name,
      // What is missing stays null: the parent's constructor knows its default value.
      type: arg.isOptional ? nullOf(program, arg.type) : arg.type,
      isFinal: false,
      form: "variable",
      isCaptured: false,
      isAssigned: false,
      span,
    };
    return { variable, arg, defaultValue: null };
  });
  const args = params.map(
    ({ variable }): TypedExpr => ({ kind: "Local", variable, type: variable.type, span }),
  );
  const call: TypedExpr = {
    kind: "SuperCall",
    owner: found.owner,
    field: found.field,
    args,
    type: voidType(program),
    span,
  };
  return {
    id: `${type.path}.new`,
    owner: type,
    field,
    form: "constructor",
    params,
    returnType: signature.result,
    body: { kind: "Block", exprs: [...assignments, call], type: voidType(program), span },
    file: type.file,
    span,
    moved: 0,
    signatureHash: "inherited",
  };
}
