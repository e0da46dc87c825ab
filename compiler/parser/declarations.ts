/** The declarations of a module. */
import type {
  AbstractDecl,
  ClassDecl,
  Declaration,
  DeclarationModifier,
  EnumConstructor,
  EnumDecl,
  Field,
  FunctionArg,
  InterfaceDecl,
  Metadata,
  ModuleFieldDecl,
  TypedefDecl,
  TypeHint,
  TypePath,
} from "#compiler/syntax/ast.ts";
import { spanOfToken } from "#compiler/syntax/token.ts";
import { parseFields, parseFunctionField, parseVarField } from "./fields.ts";
import { parseTypeName, parseTypeParams } from "./functions.ts";
import { parseList } from "./lists.ts";
import { parseMetadataList } from "./metadata.ts";
import {
  declarationModifiers,
  type Modifiers,
  parseFieldModifiers,
  reportUnsupported,
} from "./modifiers.ts";
import type { Parser } from "./parser.ts";
import { startsDeclaration, startsFields } from "./recovery.ts";
import { parseOptionalHint, parseTypeHint } from "./type_hints.ts";
import { parseTypePath } from "./type_paths.ts";

/** What stands before a declaration's own word. */
interface Head {
  readonly start: number;
  readonly doc: string | null;
  readonly meta: readonly Metadata[];
  readonly modifiers: Modifiers;
}

const typeModifiers = ["private", "extern"] as const;
const classModifiers = ["private", "extern", "final", "abstract"] as const;
const fieldModifiers = [
  "private",
  "macro",
  "dynamic",
  "inline",
  "overload",
  "extern",
  "final",
] as const;

/** A declaration, or null when none stands here; then the parser panics. */
export function parseDeclaration(parser: Parser): Declaration | null {
  const doc = parser.doc();
  const { start } = parser.token;
  const meta = parseMetadataList(parser);
  const modifiers = parseFieldModifiers(parser);
  const head = { start, doc, meta, modifiers };
  switch (parser.token.kind) {
    case "class":
      return parseClass(parser, head);
    case "interface":
      return parseInterface(parser, head);
    case "enum":
      parser.advance();
      return parser.accept("abstract")
        ? parseAbstract(parser, head, true)
        : parseEnum(parser, head);
    case "typedef":
      return parseTypedef(parser, head);
    case "function":
    case "var":
      return parseModuleField(parser, head);
    default:
  }
  const last = modifiers.tokens.at(-1);
  // `abstract` was read as a modifier: it is one only before `class`.
  if (last?.kind === "abstract") return parseAbstract(parser, head, hasEnumMeta(meta));
  if (last?.kind === "final") return parseModuleField(parser, head);
  parser.fail("a declaration");
  return null;
}

/** `macro class Name {}` inside an expression; the name may be missing. */
export function parseMacroClass(parser: Parser): Declaration {
  const modifiers = { words: [], tokens: [], final: null, afterFinal: null };
  const head = { start: parser.token.start, doc: null, meta: [], modifiers };
  return parser.at("interface") ? parseInterface(parser, head) : parseClass(parser, head, true);
}

function parseClass(parser: Parser, head: Head, mayLackName = false): ClassDecl {
  const modifiers = declarationModifiers(parser, head.modifiers, classModifiers, "classes");
  const { start } = parser.advance();
  const isNameless = mayLackName && !parser.at("Ident") && !parser.at("Dollar");
  const name = isNameless ? { name: "", span: { start, end: start } } : parseTypeName(parser);
  const typeParams = parseTypeParams(parser);
  let superClass: TypePath | null = null;
  const interfaces: TypePath[] = [];
  for (;;) {
    const word = parser.token;
    if (parser.accept("extends")) {
      if (superClass !== null) parser.report("HX1120", spanOfToken(word), {});
      superClass ??= parseTypePath(parser);
    } else if (parser.accept("implements")) {
      interfaces.push(parseTypePath(parser));
    } else break;
  }
  const fields = parseBody(parser, "`extends`, `implements` or `{`");
  const { doc, meta } = head;
  const span = parser.spanFrom(head.start);
  return {
    kind: "Class",
    name,
    doc,
    meta,
    modifiers,
    typeParams,
    superClass,
    interfaces,
    fields,
    span,
  };
}

function parseInterface(parser: Parser, head: Head): InterfaceDecl {
  const modifiers = declarationModifiers(parser, head.modifiers, classModifiers, "interfaces");
  parser.advance();
  const name = parseTypeName(parser);
  const typeParams = parseTypeParams(parser);
  const parents: TypePath[] = [];
  while (parser.at("extends") || parser.at("implements")) {
    const word = parser.advance();
    if (word.kind === "implements") {
      parser.report("HX1121", spanOfToken(word), {}, { hint: "Use `extends`" });
    }
    parents.push(parseTypePath(parser));
  }
  const fields = parseBody(parser, "`extends` or `{`");
  const { doc, meta } = head;
  const span = parser.spanFrom(head.start);
  return { kind: "Interface", name, doc, meta, modifiers, typeParams, parents, fields, span };
}

/** A header with an error, or without its `{`, does not hide the fields. */
function parseBody(parser: Parser, expected: string): Field[] {
  const open = parser.token;
  if (!parser.at("{")) parser.fail(expected);
  if (!startsFields(parser)) return [];
  if (parser.isPanicking) parser.recovered();
  parser.accept("{");
  return parseFields(parser, open, false);
}

function parseTypedef(parser: Parser, head: Head): TypedefDecl {
  const modifiers = declarationModifiers(parser, head.modifiers, typeModifiers, "typedefs");
  parser.advance();
  const name = parseTypeName(parser);
  const typeParams = parseTypeParams(parser);
  parser.expect("=");
  const type = parseTypeHint(parser);
  parser.accept(";");
  const { doc, meta } = head;
  const span = parser.spanFrom(head.start);
  return { kind: "Typedef", name, doc, meta, modifiers, typeParams, type, span };
}

/** After the word `abstract`, or `enum abstract`. */
function parseAbstract(parser: Parser, head: Head, isEnum: boolean): AbstractDecl {
  const own = head.modifiers.tokens.filter((token) => token.kind !== "abstract");
  const modifiers = { ...head.modifiers, tokens: own };
  const words = declarationModifiers(parser, modifiers, typeModifiers, "abstracts");
  const name = parseTypeName(parser);
  const typeParams = parseTypeParams(parser);
  const underlying = parseUnderlying(parser);
  const from: TypeHint[] = [];
  const to: TypeHint[] = [];
  while (parser.atWord("from") || parser.atWord("to")) {
    const relation = parser.advance().text === "from" ? from : to;
    relation.push(parseTypeHint(parser));
  }
  const fields = parseBody(parser, "`from`, `to` or `{`");
  const { doc, meta } = head;
  const shared = {
    name,
    doc,
    meta,
    modifiers: words,
    typeParams,
    span: parser.spanFrom(head.start),
  };
  return { kind: "Abstract", isEnum, underlying, from, to, fields, ...shared };
}

function parseUnderlying(parser: Parser): TypeHint | null {
  if (!parser.accept("(")) return null;
  const type = parseTypeHint(parser);
  parser.expect(")");
  return type;
}

/** `@:enum abstract` is how enum abstracts were written before Haxe 4. */
function hasEnumMeta(meta: readonly Metadata[]): boolean {
  return meta.some(({ name }) => name === ":enum");
}

function parseEnum(parser: Parser, head: Head): EnumDecl {
  const modifiers: DeclarationModifier[] = declarationModifiers(
    parser,
    head.modifiers,
    typeModifiers,
    "enums",
  );
  const name = parseTypeName(parser);
  const typeParams = parseTypeParams(parser);
  const constructors: EnumConstructor[] = [];
  const open = parser.token;
  if (parser.expect("{")) {
    while (!parser.at("}")) {
      if (parser.at("Eof") || startsDeclaration(parser)) {
        parser.unclosed(open);
        break;
      }
      constructors.push(parseConstructor(parser));
      if (parser.isPanicking && !recoverConstructor(parser)) break;
    }
    parser.accept("}");
  }
  const { doc, meta } = head;
  const span = parser.spanFrom(head.start);
  return { kind: "Enum", name, doc, meta, modifiers, typeParams, constructors, span };
}

/** Past the next `;`; false at the end of the file. */
function recoverConstructor(parser: Parser): boolean {
  while (!parser.at("}") && !parser.at("Eof") && !startsDeclaration(parser)) {
    if (parser.advance().kind === ";") break;
  }
  parser.recovered();
  return !parser.at("Eof");
}

function parseConstructor(parser: Parser): EnumConstructor {
  parser.begin();
  const doc = parser.doc();
  const { start } = parser.token;
  const meta = parseMetadataList(parser);
  const name = parser.name("a constructor name");
  const typeParams = parseTypeParams(parser);
  const args = parser.at("(")
    ? parseList(parser, parser.advance(), ")", "an argument name", parseConstructorArg)
    : null;
  const returnType = parseOptionalHint(parser);
  parser.semicolon();
  return { name, doc, meta, typeParams, args, returnType, span: parser.spanFrom(start) };
}

function parseConstructorArg(parser: Parser): FunctionArg {
  const { start } = parser.token;
  const isOptional = parser.accept("?");
  const name = parser.name("an argument name");
  parser.expect(":");
  const type = parser.isPanicking ? null : parseTypeHint(parser);
  const span = parser.spanFrom(start);
  return { name, meta: [], isOptional, isRest: false, type, value: null, span };
}

/** A function or variable of the module; `final` alone declares a variable too. */
function parseModuleField(parser: Parser, head: Head): ModuleFieldDecl {
  reportUnsupported(parser, head.modifiers, fieldModifiers, "module-level fields");
  const fieldHead = { ...head, modifiers: head.modifiers.words };
  if (parser.at("function")) {
    const field = parseFunctionField(parser, fieldHead);
    return { kind: "ModuleField", field, span: field.span };
  }
  if (parser.at("var") && head.modifiers.final !== null) {
    parser.report("HX1113", spanOfToken(parser.token), {});
  }
  parser.accept("var");
  const field = parseVarField(parser, fieldHead, false);
  return { kind: "ModuleField", field, span: field.span };
}
