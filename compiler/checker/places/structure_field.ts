/** The fields of structures, those that no declaration describes too: of literals, and what is read of a value of unknown type. */
import type { Span } from "#compiler/source/span.ts";
import type { ClassField, Type } from "#compiler/types/type.ts";

/** A variable that can be read and written, and nothing special; declarations say what else it is. */
export function structureField(name: string, type: Type, span: Span): ClassField {
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
    isOverload: false,
    isDynamic: false,
    isOptional: false,
    changesThis: false,
    read: "normal",
    write: "normal",
    isPhysical: true,
    intrinsic: null,
    meta: [],
    doc: null,
    span,
  };
}
