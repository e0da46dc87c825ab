/** Function bodies: statements and expressions that are well typed in a scope. */
import { QUALITIES } from "./names.ts";
import type { Random } from "./random.ts";
import {
  type ClassShape,
  SCALARS,
  type ScalarType,
  type TypeName,
  type Variable,
} from "./world.ts";

/** What code at a place can name. */
export interface Scope {
  readonly random: Random;
  readonly variables: readonly Variable[];
  readonly classes: readonly ClassShape[];
  /** Number of the next local. */
  readonly counter: { next: number };
}

/** Statements that end with a `return` of the type, one a line; `count` is about how many. */
export function bodyReturning(scope: Scope, type: TypeName, count: number): string[] {
  const { lines, inner } = statements(scope, count, 2);
  return [...lines, `return ${expression(inner, type, 2)};`];
}

export function statements(
  scope: Scope,
  count: number,
  depth: number,
): { readonly lines: string[]; readonly inner: Scope } {
  const lines: string[] = [];
  let inner = scope;
  while (lines.length < count) {
    const { code, variable } = statement(inner, depth);
    lines.push(...code);
    if (variable !== null) inner = { ...inner, variables: [...inner.variables, variable] };
  }
  return { lines, inner };
}

interface Statement {
  readonly code: readonly string[];
  /** What it declares. */
  readonly variable: Variable | null;
}

function statement(scope: Scope, depth: number): Statement {
  const { random } = scope;
  const roll = random.below(depth > 0 ? 12 : 6);
  if (roll < 3) return declaration(scope);
  if (roll < 5) return assignment(scope);
  if (roll < 6) return collection(scope);
  if (roll < 8) return block(scope, `if (${expression(scope, "Bool", 2)}) {`, depth, []);
  if (roll < 9) return branches(scope, depth);
  if (roll < 11) return loop(scope, depth);
  return selection(scope);
}

function declaration(scope: Scope): Statement {
  const { random } = scope;
  const isObject = scope.classes.length > 0 && random.chance(25);
  const type = isObject ? random.pick(scope.classes).name : random.pick(SCALARS);
  const variable = { name: localName(scope), type };
  const hint = random.chance(30) || type === "Float" ? `:${type}` : "";
  return { code: [`var ${variable.name}${hint} = ${expression(scope, type, 2)};`], variable };
}

function assignment(scope: Scope): Statement {
  const { random } = scope;
  const numbers = scope.variables.filter(
    ({ name, type }) => (type === "Int" || type === "Float") && !isLoopVariable(name),
  );
  if (numbers.length === 0) return declaration(scope);
  const { name, type } = random.pick(numbers);
  const value = expression(scope, type, 2);
  const op = value === name ? "+=" : random.pick(["=", "+=", "-="]);
  return { code: [`${name} ${op} ${value};`], variable: null };
}

/** Haxe has no assignments to these. */
function isLoopVariable(name: string): boolean {
  return /^(?:item|index)\d/.test(name);
}

/** Arrays, closures and comprehensions. */
function collection(scope: Scope): Statement {
  const { random } = scope;
  const variable = { name: localName(scope), type: "Array<Int>" };
  const item = { name: `item${scope.counter.next++}`, type: "Int" };
  const inside = { ...scope, variables: [...scope.variables, item] };
  const limit = random.between(2, 12);
  const value = expression(inside, "Int", 1);
  const source = `[for (${item.name} in 0...${limit}) ${value}]`;
  const forms = [
    source,
    `${source}.map(function(${item.name}) return ${value})`,
    `${source}.filter(${item.name} -> ${expression(inside, "Bool", 1)})`,
  ];
  return { code: [`var ${variable.name} = ${random.pick(forms)};`], variable };
}

function block(
  scope: Scope,
  head: string,
  depth: number,
  variables: readonly Variable[],
): Statement {
  const inside = { ...scope, variables: [...scope.variables, ...variables] };
  const { lines } = statements(inside, scope.random.between(1, 3), depth - 1);
  return { code: [head, ...indented(lines), "}"], variable: null };
}

function branches(scope: Scope, depth: number): Statement {
  const first = block(scope, `if (${expression(scope, "Bool", 2)}) {`, depth, []).code;
  const second = block(scope, "} else {", depth, []).code;
  return { code: [...first.slice(0, -1), ...second], variable: null };
}

function loop(scope: Scope, depth: number): Statement {
  const { random } = scope;
  const item = { name: `index${scope.counter.next++}`, type: "Int" };
  const lists = scope.variables.filter(({ type }) => type === "Array<Int>");
  const range =
    lists.length > 0 && random.chance(50)
      ? random.pick(lists).name
      : `0...${random.between(2, 20)}`;
  return block(scope, `for (${item.name} in ${range}) {`, depth, [item]);
}

function selection(scope: Scope): Statement {
  const variable = { name: localName(scope), type: scope.random.pick(["Int", "String"]) };
  const cases = [1, 2, 3].map((value) => `case ${value}: ${expression(scope, variable.type, 1)};`);
  const fallback = `default: ${expression(scope, variable.type, 1)};`;
  const subject = `(${expression(scope, "Int", 1)}) % 4`;
  return {
    code: [`var ${variable.name} = switch (${subject}) {`, ...indented([...cases, fallback]), "};"],
    variable,
  };
}

// Expressions

export function expression(scope: Scope, type: TypeName, depth: number): string {
  const { random } = scope;
  const known = candidates(scope, type);
  if (known.length > 0 && (depth === 0 || random.chance(45))) return random.pick(known);
  switch (type) {
    case "Int":
    case "Float":
    case "Bool":
    case "String":
      return depth === 0 ? literal(random, type) : operation(scope, type, depth - 1);
    case "Array<Int>":
      return `[${expression(scope, "Int", 0)}, ${expression(scope, "Int", 0)}]`;
    default:
      return `new ${type}(${expression(scope, "Int", 0)})`;
  }
}

/** Variables of the type, and fields of objects in scope. */
function candidates(scope: Scope, type: TypeName): string[] {
  return scope.variables.flatMap((variable) => {
    if (variable.type === type) return [variable.name];
    const shape = scope.classes.find(({ name }) => name === variable.type);
    return (shape?.fields ?? [])
      .filter((field) => field.type === type)
      .map((field) => `${variable.name}.${field.name}`);
  });
}

function literal(random: Random, type: ScalarType): string {
  switch (type) {
    case "Int":
      return String(random.between(1, 99));
    case "Float":
      return `${random.between(0, 9)}.${random.between(1, 99)}`;
    case "Bool":
      return random.pick(["true", "false"]);
    case "String":
      return `"${random.pick(QUALITIES)}"`;
  }
}

function operation(scope: Scope, type: ScalarType, depth: number): string {
  const { random } = scope;
  const of = (wanted: TypeName) => expression(scope, wanted, depth);
  const call = random.chance(30) ? methodCall(scope, type, depth) : null;
  if (call !== null) return call;
  switch (type) {
    case "Int":
      return random.pick([
        () => `${of("Int")} ${random.pick(["+", "-", "*"])} ${literal(random, "Int")}`,
        () => `(${of("Int")} ${random.pick(["&", "|", "^"])} ${of("Int")})`,
        () => `Std.int(${of("Float")})`,
        () => `(${of("Bool")} ? ${of("Int")} : ${literal(random, "Int")})`,
        () => `(${of("String")}).length`,
      ])();
    case "Float":
      return random.pick([
        () => `${of("Float")} ${random.pick(["+", "-", "*"])} ${of("Float")}`,
        () => `(${of("Int")}) / ${literal(random, "Int")}`,
        () => `Math.${random.pick(["sin", "abs", "floor", "sqrt"])}(${of("Float")})`,
        () => `Math.max(${of("Float")}, ${literal(random, "Float")})`,
      ])();
    case "Bool":
      return random.pick([
        () => `${of("Int")} ${random.pick(["<", ">", "==", "!="])} ${literal(random, "Int")}`,
        () => `${of("Float")} ${random.pick(["<", ">"])} ${literal(random, "Float")}`,
        () => `(${of("Bool")} ${random.pick(["&&", "||"])} ${of("Bool")})`,
        () => `!(${of("Bool")})`,
      ])();
    case "String":
      return random.pick([
        () => `${of("String")} + ${literal(random, "String")}`,
        () => `'${random.pick(QUALITIES)} \${${plain(of("Int"))}}'`,
        () => `Std.string(${of("Float")})`,
        () => `(${of("String")}).toUpperCase()`,
      ])();
  }
}

/** Interpolated code has no quotes of its own here. */
function plain(code: string): string {
  return code.includes("'") ? "1" : code;
}

function methodCall(scope: Scope, type: TypeName, depth: number): string | null {
  const calls = scope.variables.flatMap((variable) => {
    const shape = scope.classes.find(({ name }) => name === variable.type);
    return (shape?.methods ?? [])
      .filter((method) => method.result === type)
      .map((method) => ({ object: variable.name, method }));
  });
  if (calls.length === 0) return null;
  const { object, method } = scope.random.pick(calls);
  const args = method.params.map((param) => expression(scope, param.type, Math.min(depth, 1)));
  return `${object}.${method.name}(${args.join(", ")})`;
}

function localName(scope: Scope): string {
  return `${scope.random.pick(QUALITIES)}${scope.counter.next++}`;
}

export function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `\t${line}`);
}
