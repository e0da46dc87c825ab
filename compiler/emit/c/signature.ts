/** How functions are declared and called in C. */
import type { IrFunction } from "#compiler/ir/ir.ts";
import type { Kind, ResultKind } from "#compiler/ir/kind.ts";
import { cType, declare } from "./c_kind.ts";

/** Closures with more parameters take them from memory: HX_DIRECT_ARITY of value.h. */
export const DIRECT_ARITY = 6;

export function isPacked(fn: IrFunction): boolean {
  return fn.form === "closure" && fn.paramCount > DIRECT_ARITY;
}

/** The declaration without its end; `names` are those of the parameters. */
export function functionHead(fn: IrFunction, name: string, names: readonly string[]): string {
  const own = isPacked(fn)
    ? ["const HxDyn *args"]
    : fn.locals
        .slice(0, fn.paramCount)
        .map((local, index) => declare(local.type, names[index] ?? ""));
  const params = fn.form === "closure" ? ["HxClosure *closure", ...own] : own;
  const list = params.length === 0 ? "void" : params.join(", ");
  return `${withSpace(cType(fn.result))}${name}(${list})`;
}

/** The type of a pointer to a function with a receiver. */
export function methodPointer(params: readonly Kind[], result: ResultKind): string {
  return `${withSpace(cType(result))}(*)(${["HxObject *", ...params.map(cType)].join(", ")})`;
}

function withSpace(type: string): string {
  return type.endsWith("*") ? type : `${type} `;
}
