/** The readable form of expressions and effects, one line each; `print.ts` puts them in statements. */
import type { IrExpr, TypeTest } from "./expr.ts";
import type { IrEffect } from "./statement.ts";

/** How a function's locals are written. */
export type LocalNames = readonly string[];

export function printExpr(expr: IrExpr, locals: LocalNames): string {
  const print = (operand: IrExpr): string => printExpr(operand, locals);
  switch (expr.kind) {
    case "ConstInt":
      return String(expr.value);
    case "ConstFloat":
      return printFloat(expr.value);
    case "ConstBool":
      return String(expr.value);
    case "ConstString":
      return JSON.stringify(expr.value);
    case "ConstNull":
      return `null.${expr.as}`;
    case "Local":
      return localName(locals, expr.index);
    case "GetField":
      return `${print(expr.object)}.${expr.owner}::${expr.field}:${expr.type}`;
    case "GetStatic":
      return `${expr.owner}::${expr.name}:${expr.type}`;
    case "ArrayGet":
      return `${print(expr.array)}[${print(expr.index)}]:${expr.type}`;
    case "ArrayLength":
      return `length(${print(expr.array)})`;
    case "EnumIndex":
      return `enumIndex(${print(expr.value)})`;
    case "EnumParam":
      return `${print(expr.value)}.${expr.enum}.${expr.constructor}[${expr.param}]:${expr.type}`;
    case "EnumConst":
      return `${expr.enum}.${expr.constructor}`;
    case "ConstClosure":
      return `lambda ${expr.target}`;
    case "TypeValue":
      return `type(${expr.path})`;
    case "GetCell":
      return `cell(${print(expr.cell)}):${expr.type}`;
    case "Unary":
      return `${expr.op}(${print(expr.operand)})`;
    case "Binary":
      return `${expr.op}(${print(expr.left)}, ${print(expr.right)})`;
    case "Convert":
      return `${expr.op}(${print(expr.operand)})`;
    case "Select":
      return `select(${print(expr.test)}, ${print(expr.then)}, ${print(expr.else)}):${expr.type}`;
    case "IsNull":
      return `isNull(${print(expr.operand)})`;
    case "InstanceOf":
      return `instanceOf(${print(expr.value)}, ${printTypeTest(expr.type)})`;
    case "Intrinsic":
      return `${expr.name}(${expr.args.map(print).join(", ")})`;
  }
}

export function printEffect(effect: IrEffect, locals: LocalNames): string {
  const print = (operand: IrExpr): string => printExpr(operand, locals);
  const list = (operands: readonly IrExpr[]): string => operands.map(print).join(", ");
  switch (effect.kind) {
    case "Call":
      return `call ${effect.target}(${list(effect.args)}):${effect.type}`;
    case "CallMethod":
      return `virtual ${print(effect.receiver)}.${effect.owner}::${effect.method}(${list(effect.args)}):${effect.type}`;
    case "CallInterface":
      return `interface ${print(effect.receiver)}.${effect.owner}::${effect.method}(${list(effect.args)}):${effect.type}`;
    case "CallClosure":
      return `closure ${print(effect.closure)}(${list(effect.args)})`;
    case "New":
      return `new ${effect.path}`;
    case "NewEnum":
      return `new ${effect.enum}.${effect.constructor}(${list(effect.args)})`;
    case "NewArray":
      return `array ${effect.type}[${list(effect.elements)}]`;
    case "NewAnon":
      return `anon {${effect.fields.map((field) => `${field.name}: ${print(field.value)}`).join(", ")}}`;
    case "NewClosure":
      return `lambda ${effect.target}{${list(effect.captures)}}`;
    case "NewCell":
      return `cell ${effect.type}{${print(effect.value)}}`;
    case "DynGet":
      return `get ${print(effect.object)}.${effect.name}`;
    case "DynSet":
      return `set ${print(effect.object)}.${effect.name} = ${print(effect.value)}`;
    case "Cast":
      return `cast ${print(effect.value)} to ${printTypeTest(effect.type)}`;
    case "IntrinsicCall":
      return `${effect.name}(${list(effect.args)})`;
  }
}

export function printTypeTest(type: TypeTest): string {
  return "path" in type ? `${type.kind} ${type.path}` : type.kind;
}

export function localName(locals: LocalNames, index: number): string {
  return locals[index] ?? `#${index}`;
}

/** Always with a point or exponent, so that it cannot be taken for an Int; -0 keeps its sign. */
function printFloat(value: number): string {
  const text = Object.is(value, -0) ? "-0" : String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}
