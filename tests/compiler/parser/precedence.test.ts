/** How operators bind, shown by printing every operator in parentheses. Checked against Haxe 4.2.5 where it has them. */
import test from "ava";
import { parseModule } from "#compiler/parser/parse_module.ts";
import { printExplicitly } from "#compiler/syntax/print/print.ts";

const cases: readonly (readonly [source: string, bound: string])[] = [
  // Every level against the next: `%` alone is tightest, bit operators come before comparisons.
  ["a * b % c", "(a * (b % c))"],
  ["a % b * c", "((a % b) * c)"],
  ["a + b * c / d - e", "((a + ((b * c) / d)) - e)"],
  ["a << b + c", "(a << (b + c))"],
  ["a & b << c", "(a & (b << c))"],
  ["a | b & c ^ d", "(((a | b) & c) ^ d)"],
  ["a ?? b | c", "(a ?? (b | c))"],
  ["a == b ?? c", "(a == (b ?? c))"],
  ["a & b == c", "((a & b) == c)"],
  ["a ... b == c", "(a ... (b == c))"],
  ["0...a.length - 1", "(0 ... (a.length - 1))"],
  ["a && b == c || d", "((a && (b == c)) || d)"],
  ["a || b && c", "(a || (b && c))"],
  ["a >>> b >> c > d", "(((a >>> b) >> c) > d)"],
  ["a >= b", "(a >= b)"],
  // Left to right.
  ["a - b - c", "((a - b) - c)"],
  ["a == b != c", "((a == b) != c)"],
  ["a ?? b ?? c", "((a ?? b) ?? c)"],
  // Right to left, and all that follows.
  ["a = b = c", "(a = (b = c))"],
  ["a += b >>= c >>>= d", "(a += (b >>= (c >>>= d)))"],
  ["a => b => c", "(a => (b => c))"],
  ["a => b = c", "(a => (b = c))"],
  ["a + b = c", "((a + b) = c)"],
  ["a ??= b ?? c", "(a ??= (b ?? c))"],
  // The ternary is looser than all but assignments: `=>` leaves it to what stands around.
  ["a || b ? c : d", "((a || b) ? c : d)"],
  ["a ? b : c ? d : e", "(a ? b : (c ? d : e))"],
  ["a = b ? c : d", "(a = (b ? c : d))"],
  ["a => b ? c : d", "((a => b) ? c : d)"],
  ["a => b = c ? d : e", "(a => (b = (c ? d : e)))"],
  ["a => b => c ? d : e", "((a => (b => c)) ? d : e)"],
  ["a ? b : c = d", "(a ? b : (c = d))"],
  ["a in b ? c : d", "((a in b) ? c : d)"],
  // Prefixes bind tighter than everything between two operands.
  ["-a + b", "((-a) + b)"],
  ["- -a", "(-(-a))"],
  ["!a && b", "((!a) && b)"],
  ["-a.b", "(-a.b)"],
  ["-a++", "(-(a++))"],
  ["!a ? b : c", "((!a) ? b : c)"],
  ["!a is B", "((!a) is B)"],
  ["a + b is C", "(a + (b is C))"],
  ["a is B == c", "((a is B) == c)"],
  ["@:m a + b", "(@:m a + b)"],
  ["@:m a = b", "@:m (a = b)"],
  ["@:m a ? b : c", "(@:m a ? b : c)"],
  ["inline a() + b", "(@:inline a() + b)"],
  // Keywords take all that follows.
  ["cast a + b", "cast (a + b)"],
  ["cast (a) + b", "cast (a + b)"],
  ["cast(a, B) + b", "(cast(a, B) + b)"],
  ["a + cast b * c", "(a + cast (b * c))"],
  ["untyped a + b", "untyped (a + b)"],
  ["a + if (b) c else d + e", "(a + if (b) c else (d + e))"],
  ["a + (b -> c) + d", "((a + (b) -> c) + d)"],
  ["a -> b + c", "(a) -> (b + c)"],
  ["a = b -> c = d", "(a = (b) -> (c = d))"],
];

for (const [source, bound] of cases) {
  test(source, (t) => {
    const { module, diagnostics } = parseModule(
      { path: "Main.hx", text: `var it = ${source};` },
      new Map(),
    );
    const [declaration] = module.declarations;
    t.deepEqual(diagnostics, []);
    if (declaration?.kind !== "ModuleField" || declaration.field.kind !== "Var") return t.fail();
    const { value } = declaration.field;
    t.is(value === null ? "" : printExplicitly(value), bound);
  });
}
