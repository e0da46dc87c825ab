/** Puts typed members together to classes, in the order of files and source. */
import type { ClassField, EnumType } from "#compiler/types/type.ts";
import type {
  TypedClass,
  TypedFunction,
  TypedLibrary,
  TypedStatic,
} from "#compiler/types/typed_ast.ts";
import { factoryFields } from "../calls/factories.ts";
import { placeOfDynamic } from "../declarations/dynamic_functions.ts";
import { newValueOf } from "../declarations/this_changes.ts";
import type { DeclaredClass } from "../program/members.ts";
import type { ModuleScope, Program } from "../program/program.ts";
import { completeConstructor, type Initialiser } from "./constructors.ts";
import type { TypedMember } from "./member_bodies.ts";

export function assembleLibrary(
  program: Program,
  library: string,
  modules: readonly ModuleScope[],
  classes: readonly DeclaredClass[],
  typed: ReadonlyMap<ClassField, TypedMember>,
): TypedLibrary {
  const enums = modules.flatMap((module) =>
    [...module.types.values()].filter((type): type is EnumType => type.kind === "Enum"),
  );
  return {
    library,
    classes: classes
      .filter((one) => !one.class.isExtern)
      .map((one) => assembleClass(program, one, typed)),
    enums: enums.filter((one) => !one.isExtern),
  };
}

/** A declared class with new syntax or new results is a new object. */
const assembled = new WeakMap<DeclaredClass, TypedClass>();

function assembleClass(
  program: Program,
  declared: DeclaredClass,
  typed: ReadonlyMap<ClassField, TypedMember>,
): TypedClass {
  let result = assembled.get(declared);
  if (result === undefined) {
    result = assembleMembers(program, declared, typed);
    assembled.set(declared, result);
  }
  return result;
}

function assembleMembers(
  program: Program,
  declared: DeclaredClass,
  typed: ReadonlyMap<ClassField, TypedMember>,
): TypedClass {
  const fields: ClassField[] = factoryFields(declared.class);
  const statics: TypedStatic[] = [];
  const methods: TypedFunction[] = [];
  const staticMethods: TypedFunction[] = [];
  const initialisers: Initialiser[] = [];
  for (const member of declared.members) {
    const { field, form } = member;
    const result = typed.get(field);
    const value = result?.value ?? null;
    statics.push(...(result?.statics ?? []));
    if (result?.function != null && form !== "constructor") {
      (form === "method" ? methods : staticMethods).push(result.function);
    } else if (field.isPhysical && form === "method") {
      if (placeOfDynamic(declared.class, field).field === field) fields.push(field);
      if (value !== null) initialisers.push({ member, value });
    } else if (field.isPhysical && form === "static") {
      statics.push({ field, value });
    }
  }
  const newValue = newValueOf(declared.class);
  if (newValue !== null) statics.push({ field: newValue, value: null });
  const own = declared.class.constructor;
  const written = own === null ? undefined : typed.get(own);
  return {
    type: declared.class,
    fields,
    statics,
    constructor: completeConstructor(program, declared, written, initialisers),
    methods,
    staticMethods,
  };
}
