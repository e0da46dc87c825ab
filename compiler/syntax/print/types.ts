/** Type hints as Haxe source. */
import type { FunctionHintArg, TypeArgument, TypeHint, TypeParam, TypePath } from "../ast.ts";
import type { Printer } from "./printer.ts";

export function printTypeHint(printer: Printer, hint: TypeHint): string {
  switch (hint.kind) {
    case "Path":
      return printTypePath(printer, hint.path);
    case "Function": {
      const args = hint.args.map((arg) => printArg(printer, arg)).join(", ");
      return `(${args}) -> ${printClosed(printer, hint.returnType)}`;
    }
    case "Anonymous":
      return printStructure(printer, hint);
    case "Intersection":
      return hint.types.map((type) => printClosed(printer, type)).join(" & ");
    case "Error":
      return "Error_";
  }
}

/** In parentheses where a bare function type or intersection would take what follows. */
function printClosed(printer: Printer, hint: TypeHint): string {
  const text = printTypeHint(printer, hint);
  return hint.kind === "Function" || hint.kind === "Intersection" ? `(${text})` : text;
}

function printArg(printer: Printer, arg: FunctionHintArg): string {
  const mark = arg.isOptional ? "?" : arg.isRest ? "..." : "";
  if (arg.name !== null) return `${mark}${arg.name.name}:${printTypeHint(printer, arg.type)}`;
  return `${mark}${printClosed(printer, arg.type)}`;
}

function printStructure(printer: Printer, hint: Extract<TypeHint, { kind: "Anonymous" }>): string {
  const parents = hint.extends.map((path) => `> ${printTypePath(printer, path)}, `).join("");
  const fields = hint.fields.map((field) => `${printer.field(field)} `).join("");
  return `{ ${parents}${fields}}`;
}

export function printTypePath(printer: Printer, path: TypePath): string {
  const sub = path.sub === null ? [] : [path.sub.name];
  const names = [...path.package, path.name.name, ...sub].join(".");
  const params = path.params.map((param) => printTypeArgument(printer, param)).join(", ");
  return params === "" ? names : `${names}<${params}>`;
}

function printTypeArgument(printer: Printer, argument: TypeArgument): string {
  if (argument.kind === "ConstArgument") return printer.expr(argument.value);
  return printTypeHint(printer, argument);
}

/** `:T`, or nothing. */
export function printHintAfter(printer: Printer, hint: TypeHint | null): string {
  return hint === null ? "" : `:${printTypeHint(printer, hint)}`;
}

export function printTypeParams(printer: Printer, params: readonly TypeParam[]): string {
  if (params.length === 0) return "";
  return `<${params.map((param) => printTypeParam(printer, param)).join(", ")}>`;
}

function printTypeParam(printer: Printer, param: TypeParam): string {
  const { constraints, defaultType } = param;
  const meta = param.meta.map((entry) => `${printer.metadata(entry)} `).join("");
  const name = `${meta}${param.name.name}${printTypeParams(printer, param.typeParams)}`;
  const bound = constraints.map((type) => printClosed(printer, type)).join(" & ");
  const otherwise = defaultType === null ? "" : ` = ${printTypeHint(printer, defaultType)}`;
  return `${name}${bound === "" ? "" : `:${bound}`}${otherwise}`;
}
