/** Which variables of a class are written with a value, and does it have a constructor of its own? */
import type * as ast from "#compiler/syntax/ast.ts";
import type { ClassType } from "#compiler/types/type.ts";
import { syntaxOf } from "../declarations/declare_types.ts";

export function hasInitialValue(holder: ClassType, name: string): boolean {
  return fieldsOf(holder).some(
    (field) => field.name.name === name && field.kind !== "Function" && field.value !== null,
  );
}

/** False for a constructor that is only made up for initial values. */
export function hasWrittenConstructor(holder: ClassType): boolean {
  return fieldsOf(holder).some((field) => field.name.name === "new");
}

function fieldsOf(holder: ClassType): readonly ast.Field[] {
  const syntax = syntaxOf(holder);
  return syntax !== undefined && "fields" in syntax ? syntax.fields : [];
}
