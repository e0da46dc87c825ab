/**
 * `new T()` in `@:generic` functions and classes. Each type parameter with a `Constructible` constraint brings a hidden
 * argument, a function that makes a `T`: of the function itself, or of the class's constructor, which keeps it in a
 * hidden variable. Callers fill it in once they know what `T` is.
 */
import type { Metadata } from "#compiler/syntax/ast.ts";
import { follow } from "#compiler/types/follow.ts";
import type {
  ClassField,
  ClassType,
  FunArg,
  FunType,
  TypeParameter,
} from "#compiler/types/type.ts";
import { structureField } from "../places/structure_field.ts";
import { hasMeta } from "../program/metadata.ts";

/** Code cannot write such a name; generated code can. */
const PREFIX = "$new_";

export function isFactory(arg: FunArg): boolean {
  return arg.name.startsWith(PREFIX);
}

/** The function that makes a value of the parameter; null where its constraints promise no constructor. */
export function factoryType(param: TypeParameter): FunType | null {
  for (const constraint of param.constraints) {
    const followed = follow(constraint);
    if (followed.kind !== "Abstract" || followed.abstract.path !== "haxe.Constructible") continue;
    const asked = followed.params[0] === undefined ? null : follow(followed.params[0]);
    if (asked?.kind === "Fun") return { ...asked, result: { kind: "TypeParam", param } };
  }
  return null;
}

/** A generic function's arguments with the hidden ones, which stand before a rest argument. */
export function withFunctionFactories(
  args: readonly FunArg[],
  params: readonly TypeParameter[],
  meta: readonly Metadata[],
): readonly FunArg[] {
  if (!hasMeta(meta, ":generic")) return args;
  return withHidden(
    args,
    params.flatMap((param) => factoryArg(functionFactory(param), param)),
  );
}

/** A generic class's constructor arguments with the hidden ones. */
export function withClassFactories(args: readonly FunArg[], holder: ClassType): readonly FunArg[] {
  if (!hasMeta(holder.meta, ":generic")) return args;
  return withHidden(
    args,
    holder.params.flatMap((param) => factoryArg(classFactory(holder, param), param)),
  );
}

function factoryArg(name: string, param: TypeParameter): FunArg[] {
  const type = factoryType(param);
  return type === null ? [] : [{ name, isOptional: false, isRest: false, type }];
}

function withHidden(args: readonly FunArg[], hidden: readonly FunArg[]): readonly FunArg[] {
  if (hidden.length === 0) return args;
  const plain = args.filter((arg) => !arg.isRest);
  return [...plain, ...hidden, ...args.filter((arg) => arg.isRest)];
}

/** The hidden argument of a function. */
export function functionFactory(param: TypeParameter): string {
  return `${PREFIX}${param.name}`;
}

/** The hidden variable of a class, and the argument of its constructor that it comes from. */
export function classFactory(holder: ClassType, param: TypeParameter): string {
  return `${PREFIX}${holder.path.replaceAll(".", "_")}_${param.name}`;
}

/** The hidden variables of a class. */
export function declareFactories(holder: ClassType): void {
  for (const arg of withClassFactories([], holder)) {
    const field = structureField(arg.name, arg.type, holder.span);
    holder.fields.set(arg.name, { ...field, owner: holder, isPublic: false });
  }
}

export function factoryFields(holder: ClassType): ClassField[] {
  return [...holder.fields.values()].filter((field) => field.name.startsWith(PREFIX));
}
