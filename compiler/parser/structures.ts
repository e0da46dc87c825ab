/** Anonymous structures: `{ > Base, x:Int, ?y:Int }`, or with fields as in a class. */
import type { AnonymousHint, Field, TypePath } from "#compiler/syntax/ast.ts";
import type { Parser } from "./parser.ts";
import { parseTypePath } from "./type_paths.ts";

export function parseStructure(parser: Parser): AnonymousHint {
  const open = parser.advance();
  const parents: TypePath[] = [];
  while (parser.accept(">")) {
    parents.push(parseTypePath(parser));
    if (!parser.at("}")) parser.expect(",");
  }
  const fields: Field[] = [];
  if (isShortForm(parser)) {
    while (isShortForm(parser) && !parser.isPanicking) {
      fields.push(parseShortField(parser));
      if (!parser.at("}")) parser.expect(",");
    }
    if (parser.at("Eof")) parser.unclosed(open);
    else parser.expect("}");
  } else {
    fields.push(...parser.grammar.fields(parser, open, true));
  }
  return { kind: "Anonymous", extends: parents, fields, span: parser.spanFrom(open.start) };
}

function isShortForm(parser: Parser): boolean {
  return parser.at("Ident") || parser.at("Dollar") || parser.at("?");
}

function parseShortField(parser: Parser): Field {
  const doc = parser.doc();
  const { start } = parser.token;
  const isOptional = parser.accept("?");
  const name = parser.name("a field name");
  parser.expect(":");
  const type = parser.grammar.typeHint(parser);
  const span = parser.spanFrom(start);
  return { kind: "Var", name, doc, meta: [], modifiers: [], isOptional, type, value: null, span };
}
