/** Declarations and fields as Haxe source. */
import type {
  Declaration,
  EnumConstructor,
  Field,
  Metadata,
  ModuleFieldDecl,
  TypePath,
} from "../ast.ts";
import { printArgs, printFunctionRest, printValue } from "./expressions.ts";
import type { Printer } from "./printer.ts";
import { printHintAfter, printTypeHint, printTypeParams, printTypePath } from "./types.ts";

interface Documented {
  readonly doc: string | null;
  readonly meta: readonly Metadata[];
  readonly modifiers: readonly string[];
}

export function printDeclaration(printer: Printer, declaration: Declaration): string {
  if (declaration.kind === "ModuleField") return printField(printer, declaration.field);
  return printTypeDeclaration(printer, declaration);
}

function printTypeDeclaration(
  printer: Printer,
  declaration: Exclude<Declaration, ModuleFieldDecl>,
): string {
  const head = printHead(printer, declaration);
  const name = `${declaration.name.name}${printTypeParams(printer, declaration.typeParams)}`;
  switch (declaration.kind) {
    case "Class": {
      const { superClass, interfaces, fields } = declaration;
      const parents = [
        ...printRelations(printer, "extends", superClass === null ? [] : [superClass]),
        ...printRelations(printer, "implements", interfaces),
      ].join("");
      return `${head}class ${name}${parents} ${printFields(printer, fields)}`;
    }
    case "Interface": {
      const parents = printRelations(printer, "extends", declaration.parents).join("");
      return `${head}interface ${name}${parents} ${printFields(printer, declaration.fields)}`;
    }
    case "Enum": {
      const constructors = declaration.constructors.map((item) => printConstructor(printer, item));
      return `${head}enum ${name} ${printBody(constructors)}`;
    }
    case "Typedef":
      return `${head}typedef ${name} = ${printTypeHint(printer, declaration.type)};`;
    case "Abstract": {
      const { underlying, from, to, fields } = declaration;
      const type = underlying === null ? "" : `(${printTypeHint(printer, underlying)})`;
      const relations = [
        ...from.map((hint) => ` from ${printTypeHint(printer, hint)}`),
        ...to.map((hint) => ` to ${printTypeHint(printer, hint)}`),
      ].join("");
      // `@:enum` says it already.
      const isMarked = declaration.meta.some((entry) => entry.name === ":enum");
      const word = declaration.isEnum && !isMarked ? "enum abstract" : "abstract";
      return `${head}${word} ${name}${type}${relations} ${printFields(printer, fields)}`;
    }
  }
}

function printRelations(printer: Printer, word: string, paths: readonly TypePath[]): string[] {
  return paths.map((path) => ` ${word} ${printTypePath(printer, path)}`);
}

function printFields(printer: Printer, fields: readonly Field[]): string {
  return printBody(fields.map((field) => printField(printer, field)));
}

function printBody(parts: readonly string[]): string {
  return `{\n${parts.map((part) => `\t${part}\n`).join("")}}`;
}

export function printField(printer: Printer, field: Field): string {
  const head = printHead(printer, field);
  const name = `${field.isOptional ? "?" : ""}${field.name.name}`;
  switch (field.kind) {
    case "Var": {
      const word = field.modifiers.includes("final") ? "" : "var ";
      return `${head}${word}${name}${printHintAfter(printer, field.type)}${printValue(printer, field.value)};`;
    }
    case "Property": {
      const word = field.modifiers.includes("final") ? "" : "var ";
      const accessors = `(${field.get.name}, ${field.set.name})`;
      const type = printHintAfter(printer, field.type);
      return `${head}${word}${name}${accessors}${type}${printValue(printer, field.value)};`;
    }
    case "Function":
      return `${head}function ${name}${printFunctionRest(printer, field.function)};`;
  }
}

function printConstructor(printer: Printer, item: EnumConstructor): string {
  const head = printHead(printer, { ...item, modifiers: [] });
  const args = item.args === null ? "" : printArgs(printer, item.args);
  const name = `${item.name.name}${printTypeParams(printer, item.typeParams)}`;
  return `${head}${name}${args}${printHintAfter(printer, item.returnType)};`;
}

function printHead(printer: Printer, { doc, meta, modifiers }: Documented): string {
  const comment = doc === null ? "" : `/**${doc}*/ `;
  const entries = meta.map((entry) => `${printer.metadata(entry)} `).join("");
  return `${comment}${entries}${modifiers.map((word) => `${word} `).join("")}`;
}
