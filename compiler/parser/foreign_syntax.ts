/** Hints for what other languages write otherwise. */
import { didYouMean } from "#compiler/diagnostics/suggest.ts";
import type { Expr } from "#compiler/syntax/ast.ts";
import type { Token, TokenKind } from "#compiler/syntax/token.ts";

const words: Readonly<Record<string, string>> = {
  and: "Use `&&`",
  or: "Use `||`",
  not: "Use `!`",
  then: "Remove it",
  elif: "Use `else if`",
  elsif: "Use `else if`",
  elseif: "Use `else if`",
  let: "Use `var`",
  const: "Use `final`",
  val: "Use `final`",
  func: "Use `function`",
  fn: "Use `function`",
  fun: "Use `function`",
  def: "Use `function`",
  foreach: "Use `for (item in items)`",
  unless: "Use `if (!condition)`",
  until: "Use `while (!condition)`",
  await: "Use a callback: Haxe has no `await`",
  async: "Use a callback: Haxe has no `async`",
  struct: "Use `typedef` with a structure, or `class`",
  namespace: "Use `package`",
  use: "Use `import`",
  include: "Use `import`",
  require: "Use `import`",
  const_cast: "Use `cast`",
  protected: "Use `private`: subclasses see it too",
  internal: "Use `private` with `@:allow`",
  virtual: "Remove it: every method can be overridden",
  readonly: "Use `final`",
  mut: "Remove it: `var` can be assigned",
};

const declarations = [
  "class",
  "interface",
  "enum",
  "typedef",
  "abstract",
  "function",
  "import",
  "using",
  "package",
];

/** The hint for a statement that stops short: its first word is of another language. */
export function foreignStatement(expr: Expr): string | null {
  const first = expr.kind === "Call" ? expr.callee : expr;
  return first.kind === "Ident" ? wordHint(first.name) : null;
}

/** The hint for a token that cannot stand where it does. */
export function foreignToken(found: Token, previous: TokenKind, expected: string): string | null {
  if (found.kind === "Ident") {
    if (expected === "a declaration")
      return wordHint(found.text) ?? didYouMean(found.text, declarations);
    return wordHint(found.text);
  }
  const isComparison = previous === "==" || previous === "!=";
  if (found.kind === "=" && isComparison)
    return `Use \`${previous}\`, which compares without converting`;
  if (found.kind === "Float" && found.text.startsWith(".")) return "Use `...` for a range";
  return null;
}

function wordHint(word: string): string | null {
  return Object.hasOwn(words, word) ? (words[word] ?? null) : null;
}
