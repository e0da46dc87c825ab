/** Haxe's operator table. */
import type { BinaryOperator, UnaryOperator } from "#compiler/syntax/ast.ts";
import type { TokenKind } from "#compiler/syntax/token.ts";

export interface Precedence {
  /** A smaller level binds tighter. */
  readonly level: number;
  readonly isRight: boolean;
}

/** One row a level, tightest first. Unlike in C, `%` binds tighter than `*`, and bit operators tighter than `==`. */
const levels: readonly {
  readonly operators: readonly BinaryOperator[];
  readonly isRight: boolean;
}[] = [
  { operators: ["in"], isRight: true },
  { operators: ["%"], isRight: false },
  { operators: ["*", "/"], isRight: false },
  { operators: ["+", "-"], isRight: false },
  { operators: ["<<", ">>", ">>>"], isRight: false },
  { operators: ["|", "&", "^"], isRight: false },
  { operators: ["??"], isRight: false },
  { operators: ["==", "!=", ">", "<", ">=", "<="], isRight: false },
  { operators: ["..."], isRight: false },
  { operators: ["&&"], isRight: false },
  { operators: ["||"], isRight: false },
  // The ternary stands here.
  { operators: [], isRight: true },
  { operators: ["=>"], isRight: true },
  {
    operators: [
      "=",
      "+=",
      "-=",
      "*=",
      "/=",
      "%=",
      "&=",
      "|=",
      "^=",
      "<<=",
      ">>=",
      ">>>=",
      "&&=",
      "||=",
      "??=",
    ],
    isRight: true,
  },
];

export const TERNARY_LEVEL = 11;
export const ASSIGN_LEVEL = 13;

const precedences: ReadonlyMap<string, Precedence> = new Map(
  levels.flatMap(({ operators, isRight }, level) =>
    operators.map((operator) => [operator, { level, isRight }] as const),
  ),
);

/** Null for what is no binary operator. */
export function precedenceOf(operator: string): Precedence | null {
  return precedences.get(operator) ?? null;
}

export function isAssign(operator: BinaryOperator): boolean {
  return precedences.get(operator)?.level === ASSIGN_LEVEL;
}

const prefixOperators: ReadonlySet<string> = new Set(["++", "--", "!", "-", "~", "..."]);

export function prefixOperator(kind: TokenKind): UnaryOperator | null {
  return prefixOperators.has(kind) ? (kind as UnaryOperator) : null;
}
