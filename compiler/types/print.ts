/** Types as Haxe prints them. */
import { followMono } from "./follow.ts";
import type { AnonType, ClassField, FunArg, FunType, Type } from "./type.ts";

/** `Array<Int>`, `(x : Int, ?y : Float) -> Void`, `{ x : Int }`, `Unknown<0>`; of long structures the first fields. */
export function printType(type: Type): string {
  return print(type, { unknowns: new Map(), depth: 0, fieldLimit: 8 });
}

/** With every field, for those who ask what a type is. */
export function printWholeType(type: Type): string {
  return print(type, { unknowns: new Map(), depth: 0, fieldLimit: Number.POSITIVE_INFINITY });
}

interface Printer {
  readonly unknowns: Map<Type, number>;
  readonly fieldLimit: number;
  depth: number;
}

/** No one reads deeper. */
const DEPTH_LIMIT = 12;

function print(type: Type, printer: Printer): string {
  if (printer.depth > DEPTH_LIMIT) return "...";
  printer.depth++;
  const text = printFollowed(followMono(type), printer);
  printer.depth--;
  return text;
}

function printFollowed(type: Type, printer: Printer): string {
  switch (type.kind) {
    case "Mono":
      return type.fields === null ? printUnknown(type, printer) : printAnon(type.fields, printer);
    case "Inst":
      return withParams(type.class.path, type.params, printer);
    case "Enum":
      return withParams(type.enum.path, type.params, printer);
    case "Abstract":
      return withParams(type.abstract.path, type.params, printer);
    case "Typedef":
      return withParams(type.typedef.path, type.params, printer);
    case "Fun":
      return printFun(type, printer);
    case "Anon":
      return printAnon(type, printer);
    case "Dynamic":
      return type.param === null ? "Dynamic" : `Dynamic<${print(type.param, printer)}>`;
    case "TypeParam":
      return type.param.name;
    case "Error":
      return "?";
  }
}

function printUnknown(type: Type, printer: Printer): string {
  let number = printer.unknowns.get(type);
  if (number === undefined) {
    number = printer.unknowns.size;
    printer.unknowns.set(type, number);
  }
  return `Unknown<${number}>`;
}

function withParams(path: string, params: readonly Type[], printer: Printer): string {
  if (params.length === 0) return path;
  return `${path}<${params.map((param) => print(param, printer)).join(", ")}>`;
}

function printFun(type: FunType, printer: Printer): string {
  const [only] = type.args;
  const isPlain = type.args.length === 1 && only !== undefined && only.name === "" && !only.isRest;
  const args = isPlain
    ? printArg(only, printer)
    : `(${type.args.map((arg) => printArg(arg, printer)).join(", ")})`;
  const result = print(type.result, printer);
  return `${args} -> ${followMono(type.result).kind === "Fun" ? `(${result})` : result}`;
}

function printArg(arg: FunArg, printer: Printer): string {
  const name = arg.name === "" ? "" : `${arg.name} : `;
  const text = print(arg.type, printer);
  const isFunction = followMono(arg.type).kind === "Fun";
  return `${arg.isRest ? "..." : ""}${arg.isOptional ? "?" : ""}${name}${isFunction ? `(${text})` : text}`;
}

function printAnon(type: AnonType, printer: Printer): string {
  const all = [...type.fields.values()];
  const fields = all.slice(0, printer.fieldLimit).map((field) => printField(field, printer));
  if (all.length > fields.length) fields.push("...");
  return fields.length === 0 ? "{ }" : `{ ${fields.join(", ")} }`;
}

function printField(field: ClassField, printer: Printer): string {
  return `${field.isOptional ? "?" : ""}${field.name} : ${print(field.type, printer)}`;
}
