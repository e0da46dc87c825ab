/** What explains a problem: where something was declared, how it is called, how one type is made of another. */
import type { Label } from "#compiler/diagnostics/diagnostic.ts";
import type { Span } from "#compiler/source/span.ts";
import { isVoid } from "#compiler/types/core.ts";
import { followNull } from "#compiler/types/follow.ts";
import { printType } from "#compiler/types/print.ts";
import type {
  ClassField,
  EnumField,
  EnumType,
  FunArg,
  FunType,
  Type,
} from "#compiler/types/type.ts";
import { accessWord } from "../program/property_access.ts";

/** Something that is called, as messages name it. */
export interface Callee {
  readonly name: string;
  readonly args: readonly FunArg[];
  /** Where it is declared; null for a function value. */
  readonly declared: Omit<Label, "text"> | null;
}

export function fieldCallee(field: ClassField, args: readonly FunArg[]): Callee {
  return { name: field.name, args, declared: placeOf(field) };
}

export function constructorCallee(type: EnumType, chosen: EnumField): Callee {
  const declared = { file: type.file, span: chosen.span };
  return { name: chosen.name, args: chosen.args ?? [], declared };
}

function placeOf(field: ClassField): Omit<Label, "text"> | null {
  return field.owner === null ? null : { file: field.owner.file, span: field.span };
}

/** A label at the field's name. */
export function declaredHere(field: ClassField, text = "declared here"): Label[] {
  const place = placeOf(field);
  return place === null ? [] : [{ ...place, text }];
}

/** `run(n : Int, ?flag : Bool)`. */
export function signatureText({ name, args }: Callee): string {
  return `${name}(${args.map(argumentText).join(", ")})`;
}

/** `n : Int`, as Haxe writes it in types. */
export function argumentText(arg: FunArg): string {
  const name = arg.name === "" ? "" : `${arg.name} : `;
  return `${arg.isRest ? "..." : ""}${arg.isOptional ? "?" : ""}${name}${printType(shownType(arg))}`;
}

/** An optional argument's type is shown as it was written, without the `Null` that its `?` adds. */
function shownType(arg: FunArg): Type {
  const type = arg.type;
  const isNull = arg.isOptional && type.kind === "Abstract" && type.abstract.path === "Null";
  return isNull ? (type.params[0] ?? type) : type;
}

/** Where what is called is declared, with all its arguments. */
export function calleeLabels(callee: Callee, text = "declared here"): Label[] {
  if (callee.declared === null) return [];
  return [{ ...callee.declared, text: `${text}: \`${signatureText(callee)}\`` }];
}

/** How a value of the one type is usually made into the other, or null. */
export function conversionHint(found: Type, expected: Type): string | null {
  const target = nameOf(expected);
  const call = followNull(found);
  if (call.kind === "Fun") return calledHint(call, target);
  const hint = conversions[`${nameOf(found)} ${target}`];
  return (
    hint ?? (target === "String" && isPrinted(found) ? conversions["Int String"] : null) ?? null
  );
}

const conversions: Readonly<Record<string, string>> = {
  "Float Int": "Use `Std.int` to cut the fraction off, or `Math.round`",
  "String Int": "Use `Std.parseInt`",
  "String Float": "Use `Std.parseFloat`",
  "Int String": "Use `Std.string`",
  "Float String": "Use `Std.string`",
  "Bool String": "Use `Std.string`",
  "Int Bool": "Compare it, as in `!= 0`",
  "Float Bool": "Compare it, as in `!= 0`",
  "String Bool": 'Compare it, as in `!= ""`',
};

function calledHint(type: FunType, target: string): string | null {
  const isReady = type.args.every((arg) => arg.isOptional) && !isVoid(type.result);
  return isReady && nameOf(type.result) === target && target !== "" ? "Call it with `()`" : null;
}

function isPrinted(type: Type): boolean {
  const followed = followNull(type);
  return followed.kind === "Enum" || (followed.kind === "Inst" && followed.class.path === "Array");
}

/** The path of a type with a name. */
function nameOf(type: Type): string {
  const followed = followNull(type);
  if (followed.kind === "Inst") return followed.class.path;
  if (followed.kind === "Abstract") return followed.abstract.path;
  return followed.kind === "Enum" ? followed.enum.path : "";
}

/** A member as a class would declare it: `public function name(n:Int):String`. */
export function declarationText(field: ClassField, type: Type): string {
  const visibility = field.isPublic ? "public " : "";
  if (field.kind === "Method" && type.kind === "Fun") {
    const args = type.args.map((arg) => argumentText(arg).replace(" : ", ":")).join(", ");
    return `${visibility}function ${field.name}(${args}):${printType(type.result)}`;
  }
  const access =
    field.read === "normal" && field.write === "normal"
      ? ""
      : `(${accessWord(field.read, "get")}, ${accessWord(field.write, "set")})`;
  return `${visibility}${field.isFinal ? "final" : "var"} ${field.name}${field.isFinal ? "" : access}:${printType(type)}`;
}

/** What a class with an unfulfilled promise is to declare. */
export function addHint(declarations: readonly string[]): string {
  return `Add ${declarations.map((text) => `\`${text}\``).join(", ")}`;
}

/** How a variable may be read and written, as its declaration says. */
export function accessText(field: ClassField): string {
  if (field.isFinal || (field.read === "normal" && field.write === "normal"))
    return "declared here";
  if (field.kind === "Method") return "a method, declared here";
  return `declared here as \`(${accessWord(field.read, "get")}, ${accessWord(field.write, "set")})\``;
}

/** The name at the end of a path like `Type.name`. */
export function nameSpan({ start, end }: Span, field: ClassField): Span {
  return { start: Math.max(start, end - field.name.length), end };
}
