/** Static extensions: `using`, and `@:using` on a declaration. */
import type { Span } from "#compiler/source/span.ts";
import { substitution } from "#compiler/types/apply.ts";
import { followNull } from "#compiler/types/follow.ts";
import type { ClassField, ClassType, Type } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { overloadName } from "../declarations/overload_name.ts";
import { instantiateMethod, tryConvert } from "../expressions/convert.ts";
import type { FunctionContext } from "../program/context.ts";
import { functionsOf, importsOf } from "../program/imports.ts";
import { lookupPath } from "../program/lookup.ts";
import { hasMeta, pathOfExpr } from "../program/metadata.ts";
import { type Access, declarationOf } from "./access.ts";

/** The first function in scope that takes the object as its first argument. */
export function findExtension(
  ctx: FunctionContext,
  object: TypedExpr,
  name: string,
  span: Span,
): Access | null {
  for (const holder of [...usingsInScope(ctx), ...usingsOfType(ctx, object.type)]) {
    for (const field of functionsNamed(holder, name)) {
      if (!field.isPublic && holder !== ctx.class) continue;
      if (hasMeta(field.meta, ":noUsing")) continue;
      const access = extensionAccess(ctx, object, holder, field, span);
      if (access !== null) return access;
    }
  }
  return null;
}

/** The function of that name, or all its overloads. */
function functionsNamed(holder: ClassType, name: string): ClassField[] {
  const found: ClassField[] = [];
  for (let index = 0; ; index++) {
    const written = overloadName(name, index);
    const field = holder.statics.get(written) ?? abstractFunction(holder, written);
    if (field === undefined || field.kind !== "Method") return found;
    found.push(field);
    if (!field.isOverload) return found;
  }
}

function abstractFunction(holder: ClassType, name: string): ClassField | undefined {
  return holder.form === "abstractImpl" ? holder.fields.get(name) : undefined;
}

function usingsInScope(ctx: FunctionContext): ClassType[] {
  return importsOf(ctx.program, ctx.scope.module)
    .usings.map(functionsOf)
    .filter((holder) => holder !== null);
}

/** `@:using(path)` on the declaration of the object's type. */
function usingsOfType(ctx: FunctionContext, type: Type): ClassType[] {
  const followed = followNull(type);
  const declaration = declarationOf(followed);
  const paths = (declaration?.meta ?? [])
    .filter((meta) => meta.name === ":using")
    .flatMap((meta) => meta.params.map(pathOfExpr))
    .filter((path) => path !== null);
  const holders = paths
    .map((path) => lookupPath(ctx.program, path.split(".")))
    .filter((found) => found !== null);
  const tools = enumTools(followed);
  const found = tools === null ? null : lookupPath(ctx.program, tools);
  return [...holders, ...(found === null ? [] : [found])]
    .map(functionsOf)
    .filter((holder) => holder !== null);
}

/** Enums and their values have extensions wherever they are. */
function enumTools(type: Type): string[] | null {
  if (type.kind === "Enum") return ["haxe", "EnumTools", "EnumValueTools"];
  if (type.kind !== "Abstract") return null;
  if (type.abstract.path === "EnumValue") return ["haxe", "EnumTools", "EnumValueTools"];
  return type.abstract.path === "Enum" ? ["haxe", "EnumTools"] : null;
}

function extensionAccess(
  ctx: FunctionContext,
  object: TypedExpr,
  owner: ClassType,
  field: ClassField,
  span: Span,
): Access | null {
  const { trail } = ctx.program.unification;
  const mark = trail.mark;
  const type = instantiateMethod(ctx.program, field, substitution([], []));
  const [first] = type.args;
  const receiver = first === undefined ? null : tryConvert(ctx, object, first.type);
  if (receiver === null) {
    trail.rollBack(mark);
    return null;
  }
  return { kind: "Extension", receiver, owner, field, type, span };
}
