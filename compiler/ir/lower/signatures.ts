/** The kinds of functions, methods and the slots that overriding methods share. */

import { InternalError } from "#compiler/diagnostics/internal_error.ts";
import { follow } from "#compiler/types/follow.ts";
import type { ClassField, ClassType, FunType, Type } from "#compiler/types/type.ts";
import type { Kind, ResultKind } from "../kind.ts";
import { kindOfType, nullableKind, resultKindOf } from "./erasure.ts";

/** Kinds without the receiver. */
export interface Signature {
  readonly params: readonly Kind[];
  readonly result: ResultKind;
}

/** The function type of a method or of a value that is called; null for Dynamic. */
export function functionType(type: Type): FunType | null {
  const followed = follow(type);
  return followed.kind === "Fun" ? followed : null;
}

/** The kinds of a field as it declares them itself. */
export function declaredSignature(field: ClassField): Signature {
  const type = functionType(field.type);
  if (type === null) throw new InternalError(`${field.name} is called but is no function`);
  return signatureOf(type);
}

/** An optional parameter may be null whatever its type says. */
export function signatureOf(type: FunType): Signature {
  return {
    params: type.args.map((arg) => {
      const kind = kindOfType(arg.type);
      return arg.isOptional ? nullableKind(kind) : kind;
    }),
    result: resultKindOf(type.result),
  };
}

/** The kinds of a method's slot: those of the first declaration among the class and its ancestors. */
export function slotSignature(owner: ClassType, field: ClassField): Signature {
  if (field.isStatic || field.name === "new") return declaredSignature(field);
  return declaredSignature(slotDeclaration(owner, field).field);
}

/** Where a method's slot comes from. */
export function slotDeclaration(
  owner: ClassType,
  field: ClassField,
): { readonly owner: ClassType; readonly field: ClassField } {
  let root = { owner, field };
  for (let parent = owner.superClass; parent !== null; parent = parent.class.superClass) {
    const inherited = parent.class.fields.get(field.name);
    if (inherited !== undefined) root = { owner: parent.class, field: inherited };
  }
  return root;
}

/** The nearest declaration of a method in a class or its ancestors. */
export function findMethod(
  type: ClassType,
  name: string,
): { readonly owner: ClassType; readonly field: ClassField } | null {
  for (
    let owner: ClassType | undefined = type;
    owner !== undefined;
    owner = owner.superClass?.class
  ) {
    const field = owner.fields.get(name);
    if (field !== undefined) return { owner, field };
  }
  return null;
}

export function sameSignature(first: Signature, second: Signature): boolean {
  return (
    first.result === second.result &&
    first.params.length === second.params.length &&
    first.params.every((kind, index) => kind === second.params[index])
  );
}
