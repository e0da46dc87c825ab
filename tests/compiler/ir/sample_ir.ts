/** Small pieces of low IR for tests. */
import type { IrExpr } from "#compiler/ir/expr.ts";
import type { IrClass, IrFunction, IrMethod, IrModule } from "#compiler/ir/ir.ts";
import type { IrEffect, IrStmt } from "#compiler/ir/statement.ts";

export const int = (value: number): IrExpr => ({ kind: "ConstInt", value });
export const local = (index: number): IrExpr => ({ kind: "Local", index });

export function run(effect: IrEffect): IrStmt {
  return { kind: "Do", local: null, effect, at: 0 };
}

export function call(target: string): IrStmt {
  return run({ kind: "Call", target, args: [], type: "void" });
}

export function setStatic(owner: string, value: IrExpr): IrStmt {
  return { kind: "SetStatic", owner, name: "x", value, type: "i32", at: 0 };
}

export function getStatic(owner: string): IrExpr {
  return { kind: "GetStatic", owner, name: "x", type: "i32" };
}

/** A static function without parameters; the parts replace what is given here. */
export function fn(
  id: string,
  body: readonly IrStmt[],
  parts: Partial<IrFunction> = {},
): IrFunction {
  return {
    id,
    owner: id.slice(0, id.lastIndexOf(".")),
    form: "static",
    locals: [],
    paramCount: 0,
    captureCount: 0,
    result: "void",
    body,
    file: "Main.hx",
    start: 0,
    signatureHash: "s",
    bodyHash: "b",
    ...parts,
  };
}

export function method(name: string, target: string | null, overrides = false): IrMethod {
  return { name, target, overrides, params: [], result: "void" };
}

/** A class with nothing in it but the parts; `made` is its constructor. */
export function type(
  path: string,
  parts: Partial<Omit<IrClass, "constructor">> = {},
  made: string | null = null,
): IrClass {
  return {
    path,
    form: "class",
    superclass: null,
    interfaces: [],
    fields: [],
    statics: [],
    methods: [],
    implementations: [],
    constructor: made,
    staticInit: null,
    metadata: [],
    ...parts,
  };
}

export function module(
  classes: readonly IrClass[],
  functions: readonly IrFunction[],
  library = "test",
): IrModule {
  return { library, classes, enums: [], functions };
}
