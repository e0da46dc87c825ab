/** `package`, `import` and `using`. */
import { isLowerName } from "#compiler/lexer/characters.ts";
import type { ImportDecl, Name, PackageDecl } from "#compiler/syntax/ast.ts";
import type { Parser } from "./parser.ts";
import { parsePathPart } from "./type_paths.ts";

export function parsePackage(parser: Parser): PackageDecl {
  const { start } = parser.advance();
  const path: string[] = [];
  if (!parser.at(";")) {
    do {
      const { name, span } = parsePathPart(parser, true);
      if (!isLowerName(name) && name !== "") parser.report("HX1107", span, { name });
      path.push(name);
    } while (parser.accept("."));
  }
  parser.semicolon();
  return { path, span: parser.spanFrom(start) };
}

/** `import a.b.C`, `import a.b.C as D`, `import a.b.*`, `using a.b.C`. */
export function parseImport(parser: Parser): ImportDecl {
  const keyword = parser.advance();
  const kind = keyword.kind === "using" ? "Using" : "Import";
  const path: Name[] = [parser.name("a name")];
  let isWildcard = false;
  while (parser.accept(".") && !isWildcard) {
    if (kind === "Import" && parser.accept("*")) isWildcard = true;
    else path.push(parsePathPart(parser, true));
  }
  const alias = kind === "Import" && !isWildcard ? parseAlias(parser) : null;
  parser.semicolon();
  return { kind, path, isWildcard, alias, span: parser.spanFrom(keyword.start) };
}

function parseAlias(parser: Parser): Name | null {
  if (!parser.atWord("as") && !parser.at("in")) return null;
  parser.advance();
  return parser.name("a name");
}
