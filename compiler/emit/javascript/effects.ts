/** Effects as JavaScript expressions. */
import { propertyOf } from "#compiler/bytecode/structure_names.ts";
import type { Kind } from "#compiler/ir/kind.ts";
import type { IrEffect } from "#compiler/ir/statement.ts";
import {
  type ExprScope,
  printArgs,
  printExpr,
  printIntrinsic,
  printOperand,
} from "./expressions.ts";
import { member } from "./names.ts";

export function printEffect(effect: IrEffect, scope: ExprScope): string {
  const { bindings } = scope;
  switch (effect.kind) {
    case "Call": {
      const split = effect.target.lastIndexOf(".");
      const slots = bindings.slots(effect.target.slice(0, split));
      return `${slots}${member(effect.target.slice(split + 1))}(${printArgs(effect.args, scope)})`;
    }
    case "CallMethod":
      return `${printOperand(effect.receiver, scope)}${member(effect.method)}(${printArgs(effect.args, scope)})`;
    case "CallInterface": {
      const key = `${effect.owner}.${effect.method}`;
      return `${printOperand(effect.receiver, scope)}${member(key)}(${printArgs(effect.args, scope)})`;
    }
    case "CallClosure": {
      const closure = printOperand(effect.closure, scope);
      return `(${closure} ?? ${bindings.member("nullAccess")}(""))(${printArgs(effect.args, scope)})`;
    }
    case "New":
      return `new ${bindings.slots(effect.path)}.$new()`;
    case "NewEnum": {
      const maker = bindings.enumMaker(effect.enum, effect.constructor);
      return `new ${maker}(${printArgs(effect.args, scope)})`;
    }
    case "NewArray":
      return `[${printArgs(effect.elements, scope)}]`;
    case "NewAnon": {
      const fields = effect.fields.map(
        ({ name, value }) => `${propertyKey(name)}: ${printExpr(value, scope)}`,
      );
      return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
    }
    case "NewClosure":
      return `${bindings.closureMaker(effect.target)}(${printArgs(effect.captures, scope)})`;
    case "NewCell":
      return `new ${bindings.member(cellClasses[effect.type])}(${printExpr(effect.value, scope)})`;
    case "DynGet":
      return `${bindings.member("get")}(${printExpr(effect.object, scope)}, ${JSON.stringify(effect.name)})`;
    case "DynSet": {
      const args = [effect.object, effect.value].map((expr) => printExpr(expr, scope));
      return `${bindings.member("set")}(${args[0]}, ${JSON.stringify(effect.name)}, ${args[1]})`;
    }
    case "Cast":
      return `${bindings.cast(effect.type)}(${printExpr(effect.value, scope)})`;
    case "IntrinsicCall":
      return printIntrinsic(effect.name, effect.args, scope);
  }
}

const cellClasses = {
  i32: "IntCell",
  f64: "FloatCell",
  bool: "BoolCell",
  ref: "RefCell",
  dyn: "RefCell",
} as const satisfies Record<Kind, string>;

/** `{ __proto__: x }` would set the prototype. */
function propertyKey(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  const property = propertyOf(name);
  return /^[A-Za-z_$][\w$]*$/.test(property) ? property : JSON.stringify(property);
}
