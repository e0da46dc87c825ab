/** The fields of classes, interfaces, abstracts and long structures. */
import type {
  Expr,
  Field,
  FieldModifier,
  FunctionField,
  Metadata,
  Name,
} from "#compiler/syntax/ast.ts";
import { spanOfToken, type Token } from "#compiler/syntax/token.ts";
import { parseFunctionRest } from "./functions.ts";
import { parseMetadataList } from "./metadata.ts";
import { type Modifiers, parseFieldModifiers } from "./modifiers.ts";
import type { Parser } from "./parser.ts";
import { recoverField, startsDeclaration } from "./recovery.ts";
import { parseOptionalHint } from "./type_hints.ts";

/** What stands before the word that says which kind of field it is. */
export interface FieldHead {
  readonly start: number;
  readonly doc: string | null;
  readonly meta: readonly Metadata[];
  readonly modifiers: readonly FieldModifier[];
}

/** The fields after an open `{`, up to and with its `}`. */
export function parseFields(parser: Parser, open: Token, isStructure: boolean): Field[] {
  const fields: Field[] = [];
  while (!parser.at("}")) {
    if (parser.at("Eof") || startsDeclaration(parser)) {
      parser.unclosed(open);
      return fields;
    }
    const { position } = parser;
    parser.begin();
    const field = parseField(parser, isStructure);
    if (field !== null) fields.push(field);
    if (parser.isPanicking) recoverField(parser);
    if (parser.position === position) parser.advance();
  }
  parser.advance();
  return fields;
}

function parseField(parser: Parser, isStructure: boolean): Field | null {
  const doc = parser.doc();
  const { start } = parser.token;
  const meta = parseMetadataList(parser);
  const modifiers = parseFieldModifiers(parser);
  const head: FieldHead = { start, doc, meta, modifiers: modifiers.words };
  const isFinal = modifiers.final !== null;
  if (parser.at("function")) return parseFunctionField(parser, head);
  if (
    parser.at("var") ||
    (isFinal && (parser.at("Ident") || parser.at("Dollar") || parser.at("?")))
  ) {
    checkFinal(parser, modifiers);
    parser.accept("var");
    return parseVarField(parser, head, isStructure);
  }
  parser.fail(isFinal ? "a variable name or `function`" : MEMBER_WORDS, typeFirstHint(parser));
  return null;
}

/** `final` stands last before a variable's name, and makes `var` superfluous. */
function checkFinal(parser: Parser, modifiers: Modifiers): void {
  const { final, afterFinal } = modifiers;
  if (final === null) return;
  if (parser.at("var")) parser.report("HX1113", spanOfToken(parser.token), {});
  else if (afterFinal !== null) {
    parser.report("HX1114", spanOfToken(afterFinal), { modifier: afterFinal.text });
  }
}

export function parseFunctionField(parser: Parser, head: FieldHead): FunctionField {
  const { start } = parser.advance();
  const name = parser.at("new") ? constructorName(parser) : parser.name("a function name");
  const body = parseFunctionRest(parser, start, parseFieldBody);
  const { doc, meta, modifiers } = head;
  const span = parser.spanFrom(head.start);
  return { kind: "Function", name, doc, meta, modifiers, isOptional: false, function: body, span };
}

function constructorName(parser: Parser): Name {
  return { name: "new", span: spanOfToken(parser.advance()) };
}

/** An expression, or only `;`. */
function parseFieldBody(parser: Parser): Expr | null {
  if (parser.accept(";")) return null;
  const body = parser.grammar.expr(parser);
  parser.semicolon();
  return body;
}

/** From the name on, `var` or `final` being read. */
export function parseVarField(parser: Parser, head: FieldHead, isStructure: boolean): Field {
  const { start, doc, meta, modifiers } = head;
  const isOptional = parser.at("?") && parseQuestion(parser, isStructure);
  const name = parser.name("a variable name");
  const accessors = parser.at("(") ? parseAccessors(parser) : null;
  const type = parseOptionalHint(parser);
  const value = parser.accept("=") ? parser.grammar.expr(parser) : null;
  // Markup ends by itself, as a block does.
  if (!parser.isPanicking && !(parser.previousKind === "Markup" && !parser.at(";"))) {
    parser.semicolon();
  }
  const shared = {
    name,
    doc,
    meta,
    modifiers,
    isOptional,
    type,
    value,
    span: parser.spanFrom(start),
  };
  return accessors === null
    ? { kind: "Var", ...shared }
    : { kind: "Property", get: accessors.get, set: accessors.set, ...shared };
}

function parseQuestion(parser: Parser, isStructure: boolean): boolean {
  const question = parser.advance();
  const span = spanOfToken(question);
  if (!isStructure) parser.report("HX1115", span, {});
  else if (parser.token.start !== question.end) {
    parser.report("HX1116", span, { name: parser.token.text });
  }
  return isStructure;
}

function parseAccessors(parser: Parser): { readonly get: Name; readonly set: Name } {
  parser.advance();
  const get = parseAccessor(parser);
  parser.expect(",");
  const set = parseAccessor(parser);
  parser.expect(")");
  return { get, set };
}

function parseAccessor(parser: Parser): Name {
  if (parser.at("dynamic") || parser.at("default") || parser.at("null")) {
    const token = parser.advance();
    return { name: token.text, span: spanOfToken(token) };
  }
  return parser.name("an accessor (`get`, `set`, `default`, `null`, `never` or `dynamic`)");
}

const MEMBER_WORDS = "`var`, `final` or `function`";

/** `int count` puts the type first, as other languages do. */
function typeFirstHint(parser: Parser): string | null {
  const { kind, text } = parser.token;
  const name = parser.peek(1);
  if (kind !== "Ident" || name.kind !== "Ident") return null;
  if (parser.peek(2).kind === "(") return null;
  const type = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return `Write it as \`var ${name.text}:${type}\``;
}
