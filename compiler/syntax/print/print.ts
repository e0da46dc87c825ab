/** The tree as Haxe source: parsing it again gives the same tree but for spans. */
import type { Expr, ImportDecl, Metadata, Module, TypeHint } from "../ast.ts";
import { printDeclaration, printField } from "./declarations.ts";
import { printExpr as printExprWith } from "./expressions.ts";
import type { Printer } from "./printer.ts";
import { printTypeHint as printTypeHintWith } from "./types.ts";

export function printModule(module: Module): string {
  const packages = module.package === null ? [] : [`package ${module.package.path.join(".")};`];
  const imports = module.imports.map(printImport);
  const declarations = module.declarations.map((item) => plainPrinter.declaration(item));
  return [...packages, ...imports, ...declarations].map((part) => `${part}\n`).join("");
}

export function printExpr(expr: Expr): string {
  return plainPrinter.expr(expr);
}

export function printTypeHint(hint: TypeHint): string {
  return printTypeHintWith(plainPrinter, hint);
}

/** Every operator with its operands in parentheses: shows how they bind. */
export function printExplicitly(expr: Expr): string {
  return explicitPrinter.expr(expr);
}

function printImport(item: ImportDecl): string {
  const path = item.path.map(({ name }) => name).join(".");
  const alias = item.alias === null ? "" : ` as ${item.alias.name}`;
  const word = item.kind === "Using" ? "using" : "import";
  return `${word} ${path}${item.isWildcard ? ".*" : ""}${alias};`;
}

const plainPrinter = makePrinter(false);
const explicitPrinter = makePrinter(true);

function makePrinter(isExplicit: boolean): Printer {
  const printer: Printer = {
    isExplicit,
    expr: (expr) => printExprWith(printer, expr),
    field: (field) => printField(printer, field),
    metadata: (entry) => printMetadata(printer, entry),
    declaration: (declaration) => printDeclaration(printer, declaration),
  };
  return printer;
}

function printMetadata(printer: Printer, { name, params }: Metadata): string {
  const list = params.map((param) => printer.expr(param)).join(", ");
  return params.length === 0 ? `@${name}` : `@${name}(${list})`;
}
