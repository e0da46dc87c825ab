/** Type hints: paths, function types old and new, structures, intersections. */
import { mergeSpans } from "#compiler/source/span.ts";
import type { FunctionHintArg, Name, TypeHint } from "#compiler/syntax/ast.ts";
import { parseList } from "./lists.ts";
import type { Parser } from "./parser.ts";
import { parseStructure } from "./structures.ts";
import { parseTypePath } from "./type_paths.ts";

/** The type after a `:` if one stands here. */
export function parseOptionalHint(parser: Parser): TypeHint | null {
  return parser.accept(":") ? parseTypeHint(parser) : null;
}

export function parseTypeHint(parser: Parser): TypeHint {
  return onlyType(parser, parseArgument(parser, false));
}

/** A type, with what only an argument of a function type may have: a name, `?`, `...`. */
function parseArgument(parser: Parser, mayBeNamed: boolean): FunctionHintArg {
  if (!parser.enter()) {
    parser.leave();
    return plain(errorHint(parser));
  }
  const arg = parser.at("(") ? parseParenthesized(parser) : parseSimple(parser, mayBeNamed);
  const result = parseContinuation(parser, arg);
  parser.leave();
  return result;
}

/** `A -> rest` and `A & rest` take all that follows; nested ones are joined into one node. */
function parseContinuation(parser: Parser, first: FunctionHintArg): FunctionHintArg {
  if (parser.accept("->")) {
    const rest = parseTypeHint(parser);
    const span = mergeSpans(first.span, rest.span);
    // `A -> (B -> C)` returns a function, `A -> B -> C` takes two arguments.
    if (rest.kind !== "Function" || rest === parser.groupedType) {
      return plain({ kind: "Function", args: [first], returnType: rest, span });
    }
    const args = [first, ...rest.args];
    return plain({ kind: "Function", args, returnType: rest.returnType, span });
  }
  if (parser.at("&")) {
    parser.advance();
    const left = onlyType(parser, first);
    const rest = parseTypeHint(parser);
    const types = rest.kind === "Intersection" ? [left, ...rest.types] : [left, rest];
    return plain({ kind: "Intersection", types, span: mergeSpans(left.span, rest.span) });
  }
  return first;
}

/** `(A)` groups; `()`, `(A, B)` and `(name:A)` are the arguments of a function type. */
function parseParenthesized(parser: Parser): FunctionHintArg {
  const open = parser.advance();
  const args = parseList(parser, open, ")", "a type", (inner) => parseArgument(inner, true));
  const [only] = args;
  if (args.length === 1 && only !== undefined && only.name === null) {
    const type = { ...only.type, span: parser.spanFrom(open.start) };
    parser.groupedType = type;
    return { ...only, type };
  }
  if (!parser.expect("->")) return plain(errorHint(parser));
  // The new form does not chain: what it returns is one type.
  const returnType = onlyType(
    parser,
    parser.at("(") ? parseParenthesized(parser) : parseSimple(parser, false),
  );
  return plain({ kind: "Function", args, returnType, span: parser.spanFrom(open.start) });
}

function parseSimple(parser: Parser, mayBeNamed: boolean): FunctionHintArg {
  const { start } = parser.token;
  const isOptional = parser.accept("?");
  const isRest = !isOptional && parser.accept("...");
  const name = mayBeNamed && parser.peek(1).kind === ":" ? parseArgumentName(parser) : null;
  const type = name === null ? parseOneType(parser) : parseTypeHint(parser);
  return { name, isOptional, isRest, type, span: parser.spanFrom(start) };
}

function parseArgumentName(parser: Parser): Name {
  const name = parser.name("an argument name");
  parser.expect(":");
  return name;
}

function parseOneType(parser: Parser): TypeHint {
  switch (parser.token.kind) {
    case "Ident":
    case "Dollar": {
      const path = parseTypePath(parser);
      return { kind: "Path", path, span: path.span };
    }
    case "{":
      return parseStructure(parser);
    case "(":
      return onlyType(parser, parseParenthesized(parser));
    default:
      parser.fail("a type");
      return errorHint(parser);
  }
}

function plain(type: TypeHint): FunctionHintArg {
  return { name: null, isOptional: false, isRest: false, type, span: type.span };
}

/** Where no function type follows, an argument must be a plain type; `...T` is `haxe.Rest<T>`. */
function onlyType(parser: Parser, arg: FunctionHintArg): TypeHint {
  if (arg.isOptional) parser.report("HX1117", arg.span, {});
  return arg.isRest ? restOf(arg) : arg.type;
}

function restOf({ type, span }: FunctionHintArg): TypeHint {
  const name = { name: "Rest", span };
  return { kind: "Path", path: { package: ["haxe"], name, sub: null, params: [type], span }, span };
}

function errorHint(parser: Parser): TypeHint {
  return { kind: "Error", span: { start: parser.token.start, end: parser.token.start } };
}
