/**
 * What initialisers give, read off the code that runs them: a constructor's or a class's own assignments. Hot reload
 * gives new variables of living objects what a new object would have.
 */
import type { InitialValue } from "#compiler/bytecode/metadata.ts";
import type { IrExpr } from "#compiler/ir/expr.ts";
import type { IrClass, IrFunction } from "#compiler/ir/ir.ts";
import type { IrStmt } from "#compiler/ir/statement.ts";
import { bodiesOf } from "#compiler/ir/walk.ts";

/** By the names of the class's own instance variables; one that nothing assigns is left out. */
export function initialFields(
  type: IrClass,
  functions: ReadonlyMap<string, IrFunction>,
): ReadonlyMap<string, InitialValue> {
  const { path } = type;
  const body = functions.get(type.constructor ?? "")?.body ?? [];
  return collect(body, (stmt) =>
    stmt.kind === "SetField" && stmt.owner === path && isThis(stmt.object) ? stmt.field : null,
  );
}

/** By the names of the class's static variables. */
export function initialStatics(
  { path, staticInit }: IrClass,
  functions: ReadonlyMap<string, IrFunction>,
): ReadonlyMap<string, InitialValue> {
  const body = functions.get(staticInit ?? "")?.body ?? [];
  return collect(body, (stmt) =>
    stmt.kind === "SetStatic" && stmt.owner === path ? stmt.name : null,
  );
}

type Assignment = Extract<IrStmt, { kind: "SetField" | "SetStatic" }>;

/** A variable that is assigned in a branch or a loop is computed, whatever is assigned. */
function collect(
  body: readonly IrStmt[],
  nameOf: (stmt: Assignment) => string | null,
): Map<string, InitialValue> {
  const values = new Map<string, InitialValue>();
  const visit = (stmts: readonly IrStmt[], isSure: boolean): void => {
    for (const stmt of stmts) {
      if (stmt.kind === "SetField" || stmt.kind === "SetStatic") {
        const name = nameOf(stmt);
        if (name !== null) values.set(name, isSure ? initialOf(stmt.value) : "computed");
      }
      for (const inner of bodiesOf(stmt)) visit(inner, false);
    }
  };
  visit(body, true);
  return values;
}

function isThis(object: IrExpr): boolean {
  return object.kind === "Local" && object.index === 0;
}

function initialOf(value: IrExpr): InitialValue {
  switch (value.kind) {
    case "ConstInt":
    case "ConstBool":
    case "ConstString":
      return { constant: value.value };
    case "ConstFloat":
      // JSON has neither NaN and the infinities nor a negative zero.
      return Number.isFinite(value.value) && !Object.is(value.value, -0)
        ? { constant: value.value }
        : "computed";
    case "ConstNull":
      return { constant: null };
    case "Convert":
      return value.op === "i32.f64" || value.op.endsWith(".dyn")
        ? initialOf(value.operand)
        : "computed";
    default:
      return "computed";
  }
}
