/** `dynamic function`: a variable that starts as a function. One that overrides another shares its place. */
import type { ClassField, ClassType } from "#compiler/types/type.ts";

/** The first declaration among the class and its ancestors: where the function is kept. */
export function placeOfDynamic(
  owner: ClassType,
  field: ClassField,
): { readonly owner: ClassType; readonly field: ClassField } {
  let place = { owner, field };
  if (!field.isDynamic) return place;
  for (
    let parent = owner.superClass?.class ?? null;
    parent !== null;
    parent = parent.superClass?.class ?? null
  ) {
    const inherited = parent.fields.get(field.name);
    if (inherited?.isDynamic === true) place = { owner: parent, field: inherited };
  }
  return place;
}
