/** Evaluating the parts of a place once, so that it can be read and written. */
import { followNull } from "#compiler/types/follow.ts";
import type { ClassType } from "#compiler/types/type.ts";
import type { AssignTarget, TypedExpr } from "#compiler/types/typed_ast.ts";
import { type Held, hold } from "../calls/forwarding.ts";
import { newValueOf } from "../declarations/this_changes.ts";
import type { FunctionContext } from "../program/context.ts";
import type { Access } from "./access.ts";

export interface SteadyAccess {
  readonly held: readonly Held[];
  readonly access: Access;
}

/** The same access with its object and index in temporaries. */
export function steadyAccess(ctx: FunctionContext, access: Access): SteadyAccess {
  switch (access.kind) {
    case "Place": {
      const { held, target } = steadyPlace(ctx, access.target);
      return { held, access: { ...access, target } };
    }
    case "Property": {
      if (access.object === null) return { held: [], access };
      const { held, read } = steadyReceiver(ctx, access.object, access.owner);
      return { held, access: { ...access, object: read } };
    }
    case "Resolved": {
      const { held, read } = steadyReceiver(
        ctx,
        access.object,
        access.type.abstract.implementation,
      );
      return { held, access: { ...access, object: read } };
    }
    case "Element": {
      const type = followNull(access.receiver.type);
      const owner = type.kind === "Abstract" ? type.abstract.implementation : null;
      const { held, read } = steadyReceiver(ctx, access.receiver, owner);
      const index = holdUnlessSteady(ctx, access.index, "index");
      return { held: [...held, index], access: { ...access, receiver: read, index: index.read } };
    }
    default:
      return { held: [], access };
  }
}

/** The receiver of a setter; where that changes the receiver itself, its place is what must stay. */
function steadyReceiver(
  ctx: FunctionContext,
  expr: TypedExpr,
  owner: ClassType | null,
): { readonly held: readonly Held[]; readonly read: TypedExpr } {
  const place = owner === null || newValueOf(owner) === null ? null : placeBehind(expr);
  if (place === null) {
    const object = holdUnlessSteady(ctx, expr, "object");
    return { held: [object], read: object.read };
  }
  const { held, target } = steadyPlace(ctx, place);
  return { held, read: onPlace(expr, target) };
}

/** The same place with its object and index in temporaries. */
export function steadyPlace(
  ctx: FunctionContext,
  target: AssignTarget,
): { readonly held: readonly Held[]; readonly target: AssignTarget } {
  switch (target.kind) {
    case "Field":
    case "AnonField":
    case "DynamicField": {
      const object = holdUnlessSteady(ctx, target.object, "object");
      return { held: [object], target: { ...target, object: object.read } };
    }
    case "ArrayAccess": {
      const array = holdUnlessSteady(ctx, target.array, "object");
      const index = holdUnlessSteady(ctx, target.index, "index");
      return { held: [array, index], target: { ...target, array: array.read, index: index.read } };
    }
    case "Local":
    case "StaticField":
      return { held: [], target };
  }
}

/** A local that nothing assigns between is as good as a temporary. */
function holdUnlessSteady(ctx: FunctionContext, expr: TypedExpr, name: string): Held {
  const isSteady = expr.kind === "Local" && (expr.variable.isFinal || !expr.variable.isCaptured);
  return isSteady ? { declare: null, variable: null, read: expr } : hold(ctx, expr, name);
}

/** The variable, field or element that the value was read from, without casts. */
export function placeBehind(expr: TypedExpr): AssignTarget | null {
  switch (expr.kind) {
    case "Cast":
      return placeBehind(expr.expr);
    case "Local":
    case "Field":
    case "StaticField":
    case "AnonField":
    case "DynamicField":
    case "ArrayAccess":
      return expr;
    default:
      return null;
  }
}

/** The value with its place exchanged. */
export function onPlace(expr: TypedExpr, target: AssignTarget): TypedExpr {
  return expr.kind === "Cast" ? { ...expr, expr: onPlace(expr.expr, target) } : target;
}
