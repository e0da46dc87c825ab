/** Expressions as Haxe source. */
import type {
  Expr,
  FunctionArg,
  FunctionDecl,
  FunctionExpr,
  SwitchCase,
  UnopExpr,
  VarDecl,
} from "../ast.ts";
import type { Printer } from "./printer.ts";
import { printRegexp, quoteInterpolation, quoteText } from "./texts.ts";
import { printHintAfter, printTypeHint, printTypeParams, printTypePath } from "./types.ts";

export function printExpr(printer: Printer, expr: Expr): string {
  switch (expr.kind) {
    case "Int":
      return `${expr.text}${expr.suffix ?? ""}`;
    case "Float":
      // A blank keeps `1.` apart from a dot that follows.
      return `${expr.text}${expr.suffix ?? ""}${expr.text.endsWith(".") ? " " : ""}`;
    case "String":
      return quoteText(expr.value, expr.quote);
    case "Interpolation":
      return quoteInterpolation(expr.parts, (part) => printer.expr(part));
    case "Regexp":
      return printRegexp(expr.pattern, expr.flags);
    case "Ident":
      return expr.name;
    case "ArrayDecl":
      return `[${printAll(printer, expr.elements)}]`;
    case "ObjectDecl": {
      const fields = expr.fields.map(({ name, isQuoted, value }) => {
        const key = isQuoted ? quoteText(name.name, '"') : name.name;
        return `${key}: ${printer.expr(value)}`;
      });
      return `{${fields.join(", ")}}`;
    }
    case "Parenthesis":
      return printer.isExplicit ? printer.expr(expr.expr) : `(${printer.expr(expr.expr)})`;
    case "Block":
      return printBlock(printer, expr.exprs);
    case "Field":
      return `${printer.expr(expr.object)}${expr.isSafe ? "?." : "."}${expr.name.name}`;
    case "ArrayAccess":
      return `${printer.expr(expr.array)}[${printer.expr(expr.index)}]`;
    case "Call":
      return `${printer.expr(expr.callee)}(${printAll(printer, expr.args)})`;
    case "New":
      return `new ${printTypePath(printer, expr.type)}(${printAll(printer, expr.args)})`;
    case "Binop": {
      const text = `${printer.expr(expr.left)} ${expr.op} ${printer.expr(expr.right)}`;
      return printer.isExplicit ? `(${text})` : text;
    }
    case "Unop":
      return printUnop(printer, expr);
    case "Ternary": {
      const branches = `${printer.expr(expr.then)} : ${printer.expr(expr.else)}`;
      const text = `${printer.expr(expr.cond)} ? ${branches}`;
      return printer.isExplicit ? `(${text})` : text;
    }
    case "Is": {
      const text = `${printer.expr(expr.expr)} is ${printTypeHint(printer, expr.type)}`;
      return printer.isExplicit ? `(${text})` : text;
    }
    case "Cast":
      if (expr.type === null) return `cast ${printer.expr(expr.expr)}`;
      return `cast(${printer.expr(expr.expr)}, ${printTypeHint(printer, expr.type)})`;
    case "CheckType":
      return `(${printer.expr(expr.expr)} : ${printTypeHint(printer, expr.type)})`;
    case "Vars": {
      const words = `${expr.isStatic ? "static " : ""}${expr.isFinal ? "final" : "var"}`;
      return `${words} ${expr.vars.map((item) => printVar(printer, item)).join(", ")}`;
    }
    case "Function":
      return printFunctionExpr(printer, expr);
    case "If": {
      const otherwise = expr.else === null ? "" : ` else ${printer.expr(expr.else)}`;
      return `if (${printer.expr(expr.cond)}) ${printer.expr(expr.then)}${otherwise}`;
    }
    case "While": {
      const cond = `while (${printer.expr(expr.cond)})`;
      const body = printer.expr(expr.body);
      return expr.isDo ? `do ${body} ${cond}` : `${cond} ${body}`;
    }
    case "For": {
      const key = expr.key === null ? "" : `${expr.key.name} => `;
      const names = expr.name.name === "" ? "" : `${key}${expr.name.name} in `;
      return `for (${names}${printer.expr(expr.iterable)}) ${printer.expr(expr.body)}`;
    }
    case "Switch": {
      const cases = expr.cases.map((item) => `${printCase(printer, item)} `).join("");
      return `switch ${printer.expr(expr.subject)} { ${cases}}`;
    }
    case "Try": {
      const catches = expr.catches.map(({ name, type, body }) => {
        return ` catch (${name.name}${printHintAfter(printer, type)}) ${printer.expr(body)}`;
      });
      return `try ${printer.expr(expr.body)}${catches.join("")}`;
    }
    case "Return":
      return expr.value === null ? "return" : `return ${printer.expr(expr.value)}`;
    case "Break":
      return "break";
    case "Continue":
      return "continue";
    case "Throw":
      return `throw ${printer.expr(expr.value)}`;
    case "Untyped":
      return `untyped ${printer.expr(expr.expr)}`;
    case "Meta":
      return `${printer.metadata(expr.meta)} ${printer.expr(expr.expr)}`;
    case "Macro": {
      if (expr.type !== null) return `macro : ${printTypeHint(printer, expr.type)}`;
      if (expr.declaration !== null) return `macro ${printer.declaration(expr.declaration)}`;
      return expr.expr === null ? "macro" : `macro ${printer.expr(expr.expr)}`;
    }
    case "Dollar":
      return expr.expr === null ? `$${expr.name}` : `$${expr.name}{${printer.expr(expr.expr)}}`;
    case "Error":
      return "error_";
  }
}

function printAll(printer: Printer, exprs: readonly Expr[]): string {
  return exprs.map((expr) => printer.expr(expr)).join(", ");
}

export function printBlock(printer: Printer, exprs: readonly Expr[]): string {
  return `{ ${exprs.map((expr) => `${printer.expr(expr)}; `).join("")}}`;
}

function printUnop(printer: Printer, expr: UnopExpr): string {
  const operand = printer.expr(expr.operand);
  // `- -a` must not become `--a`.
  const blank = expr.op.endsWith("-") && operand.startsWith("-") ? " " : "";
  const text = expr.isPostfix ? `${operand}${expr.op}` : `${expr.op}${blank}${operand}`;
  return printer.isExplicit ? `(${text})` : text;
}

export function printVar(printer: Printer, item: VarDecl): string {
  const meta = item.meta.map((entry) => `${printer.metadata(entry)} `).join("");
  return `${meta}${item.name.name}${printHintAfter(printer, item.type)}${printValue(printer, item.value)}`;
}

/** ` = e`, or nothing. */
export function printValue(printer: Printer, value: Expr | null): string {
  return value === null ? "" : ` = ${printer.expr(value)}`;
}

function printCase(printer: Printer, item: SwitchCase): string {
  const body = item.body.map((expr) => ` ${printer.expr(expr)};`).join("");
  if (item.patterns.length === 0) return `default:${body}`;
  const guard = item.guard === null ? "" : ` if (${printer.expr(item.guard)})`;
  return `case ${printAll(printer, item.patterns)}${guard}:${body}`;
}

function printFunctionExpr(printer: Printer, expr: FunctionExpr): string {
  if (!expr.isArrow) {
    const name = expr.name === null ? "" : ` ${expr.name.name}`;
    return `${expr.isInline ? "inline " : ""}function${name}${printFunctionRest(printer, expr.function)}`;
  }
  const { args, body } = expr.function;
  return `${printArgs(printer, args)} -> ${body === null ? "{}" : printer.expr(body)}`;
}

/** From the type parameters on. */
export function printFunctionRest(printer: Printer, declaration: FunctionDecl): string {
  const { typeParams, args, returnType, body } = declaration;
  const head = `${printTypeParams(printer, typeParams)}${printArgs(printer, args)}`;
  const end = body === null ? "" : ` ${printer.expr(body)}`;
  return `${head}${printHintAfter(printer, returnType)}${end}`;
}

export function printArgs(printer: Printer, args: readonly FunctionArg[]): string {
  return `(${args.map((arg) => printArg(printer, arg)).join(", ")})`;
}

function printArg(printer: Printer, arg: FunctionArg): string {
  const meta = arg.meta.map((entry) => `${printer.metadata(entry)} `).join("");
  const mark = arg.isOptional ? "?" : arg.isRest ? "..." : "";
  const name = `${meta}${mark}${arg.name.name}`;
  return `${name}${printHintAfter(printer, arg.type)}${printValue(printer, arg.value)}`;
}
