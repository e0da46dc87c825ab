/** One file to its syntax tree. */
import type { Diagnostic } from "#compiler/diagnostics/diagnostic.ts";
import { Problems } from "#compiler/diagnostics/problems.ts";
import type { Defines } from "#compiler/lexer/conditions.ts";
import type { SourceFile } from "#compiler/source/source_file.ts";
import type { Declaration, ImportDecl, Module, PackageDecl } from "#compiler/syntax/ast.ts";
import { spanOfToken } from "#compiler/syntax/token.ts";
import { parseDeclaration, parseMacroClass } from "./declarations.ts";
import { continueExpr, parseExpr } from "./expressions.ts";
import { parseFields } from "./fields.ts";
import { parseImport, parsePackage } from "./imports.ts";
import { type Grammar, Parser } from "./parser.ts";
import { recoverDeclaration } from "./recovery.ts";
import { parseStatement } from "./statements.ts";
import { parseTypeHint } from "./type_hints.ts";

const grammar: Grammar = {
  typeHint: parseTypeHint,
  expr: parseExpr,
  continueExpr,
  statement: parseStatement,
  fields: parseFields,
  macroClass: parseMacroClass,
};

export interface ParsedModule {
  readonly module: Module;
  /** Sorted by position. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses a file under the given defines. Whatever the text is, there is a module: what could not be read is left out. */
export function parseModule(source: SourceFile, defines: Defines): ParsedModule {
  const problems = new Problems();
  const span = { start: 0, end: source.text.length };
  const parser = new Parser(source, span, defines, problems, grammar, 0, "the end of the file");
  const parts = parseParts(parser);
  return { module: { ...parts, span }, diagnostics: problems.sorted() };
}

function parseParts(parser: Parser): Omit<Module, "span"> {
  let packageDecl: PackageDecl | null = null;
  const imports: ImportDecl[] = [];
  const declarations: Declaration[] = [];
  while (!parser.at("Eof")) {
    const { position } = parser;
    parser.begin();
    const word = parser.token;
    if (word.kind === "package") {
      if (position > 0) parser.report("HX1108", spanOfToken(word), {});
      const found = parsePackage(parser);
      packageDecl ??= found;
    } else if (word.kind === "import" || word.kind === "using") {
      if (declarations.length > 0)
        parser.report("HX1109", spanOfToken(word), { keyword: word.kind });
      imports.push(parseImport(parser));
    } else {
      const declaration = parseDeclaration(parser);
      if (declaration !== null) declarations.push(declaration);
    }
    if (parser.isPanicking) recoverDeclaration(parser);
    if (parser.position === position) parser.advance();
  }
  return { package: packageDecl, imports, declarations };
}
