/** Do the members that stand for intrinsics name ones that exist, with the arguments that they take? */
import { type Diagnostic, diagnostic } from "#compiler/diagnostics/diagnostic.ts";
import { didYouMean } from "#compiler/diagnostics/suggest.ts";
import { follow } from "#compiler/types/follow.ts";
import type { ClassField, ClassType } from "#compiler/types/type.ts";
import type { TypedLibrary } from "#compiler/types/typed_ast.ts";
import { type Intrinsic, intrinsics } from "./intrinsics.ts";

/** What is wrong with the library's intrinsics; lowering relies on there being nothing. */
export function intrinsicProblems(library: TypedLibrary): Diagnostic[] {
  return library.classes.flatMap(({ type }) =>
    [...type.fields.values(), ...type.statics.values()].flatMap((field) =>
      field.intrinsic === null ? [] : problemsOf(type, field, field.intrinsic),
    ),
  );
}

function problemsOf(owner: ClassType, field: ClassField, name: string): Diagnostic[] {
  const location = { file: owner.file, span: field.span };
  if (!Object.hasOwn(intrinsics, name)) {
    const hint = didYouMean(name, Object.keys(intrinsics));
    return [diagnostic("HX4006", location, { name }, { hint })];
  }
  const expected = writtenCount(intrinsics[name as keyof typeof intrinsics]);
  const found = argumentCount(field);
  if (found === expected) return [];
  return [diagnostic("HX4007", location, { name, expected, found })];
}

/** How many arguments the member in Haxe has. */
export function writtenCount({ params, addsZero }: Intrinsic): number {
  return addsZero ? params.length - 1 : params.length;
}

/** An instance member passes `this` first. */
function argumentCount(field: ClassField): number {
  const type = follow(field.type);
  return (type.kind === "Fun" ? type.args.length : 0) + (field.isStatic ? 0 : 1);
}
