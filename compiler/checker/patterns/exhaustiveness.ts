/**
 * Which values no case takes, by the matrix method (Maranget, "Warnings for pattern matching"): rows are patterns,
 * columns the values that are looked at, and a column is split by the constructors in it.
 */
import type { Span } from "#compiler/source/span.ts";
import { apply, substitution } from "#compiler/types/apply.ts";
import { DYNAMIC } from "#compiler/types/core.ts";
import { followNull } from "#compiler/types/follow.ts";
import { typeParametersIn } from "#compiler/types/refine.ts";
import type { EnumType, Type } from "#compiler/types/type.ts";
import type { TypedCase, TypedExpr, TypedPattern } from "#compiler/types/typed_ast.ts";
import { canUnify } from "#compiler/types/unify.ts";
import type { FunctionContext } from "../program/context.ts";
import { typeOfField, unknownType } from "../program/program.ts";

type Row = readonly TypedPattern[];

/** A way a value can look, with the types of its parts. */
interface Shape {
  readonly key: string;
  readonly parts: readonly Type[];
  readonly print: (parts: readonly string[]) => string;
}

/** Values that no case takes. */
export interface Missing {
  /** In pattern form: one for each constructor of which some are missing. */
  readonly text: string;
  /** The part of a pattern beside which it is missing; null for the whole. */
  readonly place: Span | null;
}

/** Null when every value has a case. */
export function missingPattern(
  ctx: FunctionContext,
  cases: readonly TypedCase[],
  types: readonly Type[],
): Missing | null {
  const rows = cases.filter((one) => one.guard === null).map((one) => rowOf(one.pattern, types));
  const missing = witness(
    ctx,
    rows,
    types.map((type) => ({ type, isPart: false })),
  );
  if (missing === null) return null;
  const { texts, place } = missing;
  if (types.length > 1) return { text: `[${texts.join(", ")}]`, place };
  return { text: listed(missingShapes(ctx, rows, types) ?? texts), place };
}

/** How many values are named. */
const SHOWN = 8;

function listed(texts: readonly string[]): string {
  const shown = texts.slice(0, SHOWN).join("`, `");
  const rest = texts.length - SHOWN;
  return rest > 0 ? `${shown}\` and \`${rest} more` : shown;
}

/** What is missing of each shape; null where they cannot be listed. */
function missingShapes(
  ctx: FunctionContext,
  rows: readonly Row[],
  types: readonly Type[],
): string[] | null {
  const [type] = types;
  const expanded = rows.flatMap((row) => expandFirst(row, types));
  const all = type === undefined || expanded.length === 0 ? null : allShapes(ctx, type);
  if (all === null || type === undefined) return null;
  const column = { type, isPart: false };
  const missing = all.flatMap((shape) => inside(ctx, expanded, shape, [column])?.texts[0] ?? []);
  return missing.length === 0 ? null : missing;
}

/** Do the earlier cases take everything that this one would? */
export function isUnused(
  ctx: FunctionContext,
  earlier: readonly TypedCase[],
  one: TypedCase,
  types: readonly Type[],
): boolean {
  const rows = earlier
    .filter((other) => other.guard === null)
    .map((other) => rowOf(other.pattern, types));
  return !isUseful(ctx, rows, rowOf(one.pattern, types), types);
}

function rowOf(pattern: TypedPattern, types: readonly Type[]): Row {
  if (types.length === 1) return [pattern];
  if (pattern.kind === "Tuple") return pattern.elements;
  if (pattern.kind === "Or") return [pattern, ...types.slice(1).map(() => ANY)];
  return types.map(() => ANY);
}

const ANY: TypedPattern = { kind: "Any", span: { start: 0, end: 0 } };

/** What is looked at: a subject of the switch, or a part of what a pattern took apart. */
interface Column {
  readonly type: Type;
  readonly isPart: boolean;
}

interface Witness {
  readonly texts: readonly string[];
  readonly place: Span | null;
}

/** Values for the columns that no row takes. */
function witness(
  ctx: FunctionContext,
  rows: readonly Row[],
  columns: readonly Column[],
): Witness | null {
  const [column, ...rest] = columns;
  const types = columns.map(({ type }) => type);
  const expanded = rows.flatMap((row) => expandFirst(row, types));
  if (column === undefined) return expanded.length === 0 ? { texts: [], place: null } : null;
  const shapes = shapesIn(expanded);
  const others = (text: string): Witness | null => {
    const open = expanded.filter(startsWithAny).map((row) => row.slice(1));
    const found = witness(ctx, open, rest);
    if (found === null) return null;
    const place = column.isPart ? (placeOf(expanded) ?? found.place) : found.place;
    return { texts: [text, ...found.texts], place };
  };
  const all = shapes.length === 0 ? null : allShapes(ctx, column.type);
  if (all === null) {
    const structure = shapes.find((shape) => shape.key.startsWith("record"));
    return structure === undefined ? others("_") : inside(ctx, expanded, structure, columns);
  }
  const absent = all.find((shape) => !shapes.some((present) => present.key === shape.key));
  const found = absent === undefined ? null : others(absent.print(absent.parts.map(() => "_")));
  if (found !== null) return found;
  for (const shape of all) {
    const missing = inside(ctx, expanded, shape, columns);
    if (missing !== null) return missing;
  }
  return null;
}

/** Values of the shape that no row takes. */
function inside(
  ctx: FunctionContext,
  rows: readonly Row[],
  shape: Shape,
  [column, ...rest]: readonly Column[],
): Witness | null {
  const isPart = !shape.key.startsWith("record") || column?.isPart === true;
  const parts = shape.parts.map((type): Column => ({ type, isPart }));
  const found = witness(ctx, specialise(rows, shape), [...parts, ...rest]);
  if (found === null) return null;
  const count = parts.length;
  const text = shape.print(found.texts.slice(0, count));
  return { texts: [text, ...found.texts.slice(count)], place: found.place };
}

/** The first pattern that asks something of the first column. */
function placeOf(rows: readonly Row[]): Span | null {
  return rows.find((row) => row[0] !== undefined && !startsWithAny(row))?.[0]?.span ?? null;
}

/** Is there a value that `row` takes and none of `rows`? */
function isUseful(
  ctx: FunctionContext,
  rows: readonly Row[],
  row: Row,
  types: readonly Type[],
): boolean {
  const alternatives = expandFirst(row, types);
  return alternatives.some((one) => isUsefulPlain(ctx, rows, one, types));
}

function isUsefulPlain(
  ctx: FunctionContext,
  rows: readonly Row[],
  row: Row,
  types: readonly Type[],
): boolean {
  const [type, ...rest] = types;
  const expanded = rows.flatMap((other) => expandFirst(other, types));
  if (type === undefined) return expanded.length === 0;
  const [first] = row;
  const shape = first === undefined ? null : shapeOf(first, [...expanded, row]);
  if (shape !== null) {
    const [special] = specialise([row], shape);
    return (
      special !== undefined &&
      isUseful(ctx, specialise(expanded, shape), special, [...shape.parts, ...rest])
    );
  }
  if (first !== undefined && first.kind === "Extract") return true;
  const all = shapesIn(expanded).length === 0 ? null : allShapes(ctx, type);
  if (all === null || !isComplete(expanded, all)) {
    return isUseful(
      ctx,
      expanded.filter(startsWithAny).map((other) => other.slice(1)),
      row.slice(1),
      rest,
    );
  }
  return all.some((one) => {
    const [special] = specialise([row], one);
    return (
      special !== undefined &&
      isUseful(ctx, specialise(expanded, one), special, [...one.parts, ...rest])
    );
  });
}

function isComplete(rows: readonly Row[], all: readonly Shape[]): boolean {
  const present = new Set(shapesIn(rows).map((shape) => shape.key));
  return all.every((shape) => present.has(shape.key));
}

/** Takes alternatives and names apart, so that the first column holds plain patterns. */
function expandFirst(row: Row, types: readonly Type[]): Row[] {
  const [first, ...rest] = row;
  if (first === undefined) return [row];
  if (first.kind === "Or") {
    return first.alternatives.flatMap((one) => {
      const isTuple = one.kind === "Tuple" && types.length > 1;
      return expandFirst(isTuple ? one.elements : [one, ...rest], types);
    });
  }
  if (first.kind === "Bind") return expandFirst([first.pattern ?? ANY, ...rest], types);
  if (first.kind === "Extract" && !isStructure(first) && takesEverything(first))
    return [[ANY, ...rest]];
  return [row];
}

/** An extractor takes every value where its pattern takes every result. */
function takesEverything(pattern: TypedPattern): boolean {
  switch (pattern.kind) {
    case "Any":
      return true;
    case "Bind":
      return pattern.pattern === null || takesEverything(pattern.pattern);
    case "Extract":
      return !isStructure(pattern) && pattern.parts.every((part) => takesEverything(part.pattern));
    case "Or":
      return pattern.alternatives.some(takesEverything);
    default:
      return false;
  }
}

function startsWithAny(row: Row): boolean {
  return row[0]?.kind === "Any";
}

function shapesIn(rows: readonly Row[]): Shape[] {
  const found = new Map<string, Shape>();
  for (const row of rows) {
    const shape = row[0] === undefined ? null : shapeOf(row[0], rows);
    if (shape !== null) found.set(shape.key, shape);
  }
  return [...found.values()];
}

/** What a pattern asks of the value itself; null for one that takes any, and for extractors, of which nothing is known. */
function shapeOf(pattern: TypedPattern, rows: readonly Row[]): Shape | null {
  switch (pattern.kind) {
    case "Value":
      return valueShape(pattern.value);
    case "Enum":
      return enumShape(pattern.enum, pattern.constructor.name, pattern.types);
    case "Array": {
      const parts = pattern.elements.map(() => pattern.elementType);
      return { key: `array ${parts.length}`, parts, print: (texts) => `[${texts.join(", ")}]` };
    }
    case "Tuple":
      return {
        key: "tuple",
        parts: pattern.elements.map(() => DYNAMIC),
        print: (texts) => `[${texts.join(", ")}]`,
      };
    case "Extract":
      return isStructure(pattern) ? recordShape(rows) : null;
    case "Any":
    case "Bind":
    case "Or":
      return null;
  }
}

function isStructure(pattern: TypedPattern): boolean {
  return pattern.kind === "Extract" && pattern.parts.every((part) => part.name !== null);
}

/** All structure patterns of a column are seen with all fields that any of them names. */
function recordShape(rows: readonly Row[]): Shape {
  const fields = new Map<string, Type>();
  for (const [first] of rows) {
    if (first?.kind !== "Extract" || !isStructure(first)) continue;
    for (const part of first.parts) if (part.name !== null) fields.set(part.name, part.value.type);
  }
  const names = [...fields.keys()].sort();
  return {
    key: `record ${names.join(" ")}`,
    parts: names.map((name) => fields.get(name) ?? DYNAMIC),
    print: (texts) =>
      `{ ${names.map((name, index) => `${name}: ${texts[index] ?? "_"}`).join(", ")} }`,
  };
}

function valueShape(value: TypedExpr): Shape {
  const text = valueText(value);
  return { key: `value ${text}`, parts: [], print: () => text };
}

function valueText(value: TypedExpr): string {
  switch (value.kind) {
    case "Int":
    case "Float":
    case "Bool":
      return String(value.value);
    case "String":
      return JSON.stringify(value.value);
    case "StaticField":
      return `${value.owner.path}.${value.field.name}`;
    case "TypeValue":
      return value.declaration.path;
    case "Cast":
      return valueText(value.expr);
    default:
      return "null";
  }
}

function enumShape(enumType: EnumType, name: string, parts: readonly Type[]): Shape {
  const print = (texts: readonly string[]): string =>
    texts.length === 0 ? name : `${name}(${texts.join(", ")})`;
  return { key: `enum ${enumType.path}.${name}`, parts, print };
}

/** Every shape a value of the type can have, or null where they cannot be listed. */
function allShapes(ctx: FunctionContext, type: Type): Shape[] | null {
  const followed = followNull(type);
  if (followed.kind === "Enum") return enumShapes(ctx, followed);
  if (followed.kind !== "Abstract") return null;
  if (followed.abstract.path === "Bool") {
    return [true, false].map((value) => ({
      key: `value ${value}`,
      parts: [],
      print: () => String(value),
    }));
  }
  if (!followed.abstract.isEnum) return null;
  const values = new Map<string, Shape>();
  for (const field of followed.abstract.implementation?.statics.values() ?? []) {
    if (field.kind !== "Var" || field.read !== "inline") continue;
    typeOfField(ctx.program, field);
    const value = ctx.program.constants.get(field);
    if (value === undefined) continue;
    const { key } = valueShape(value);
    if (!values.has(key)) values.set(key, { key, parts: [], print: () => field.name });
  }
  return [...values.values()];
}

/** A GADT's constructor that cannot make a value of the type needs no case. */
function enumShapes(ctx: FunctionContext, type: Extract<Type, { kind: "Enum" }>): Shape[] {
  const free = typeParametersIn(type);
  const open = apply(
    type,
    substitution(
      free,
      free.map(() => unknownType(ctx.program)),
    ),
  );
  return [...type.enum.constructors.values()].flatMap((one) => {
    const params = [...type.enum.params, ...one.params];
    const unknowns = params.map(() => unknownType(ctx.program));
    const pairs = substitution(params, unknowns);
    const { unification } = ctx.program;
    if (!canUnify(unification, apply(one.result, pairs), open)) return [];
    const own = substitution(type.enum.params, type.params);
    const parts = (one.args ?? []).map((arg) => apply(arg.type, own));
    return [enumShape(type.enum, one.name, parts)];
  });
}

/** The rows that can take a value of the shape, with its parts as columns of their own. */
function specialise(rows: readonly Row[], shape: Shape): Row[] {
  return rows.flatMap((row): Row[] => {
    const [first, ...rest] = row;
    if (first === undefined) return [];
    if (first.kind === "Any") return [[...shape.parts.map(() => ANY), ...rest]];
    if (first.kind === "Extract" && shape.key.startsWith("record") && isStructure(first)) {
      const names = shape.key.split(" ").slice(1);
      const parts = names.map(
        (name) => first.parts.find((part) => part.name === name)?.pattern ?? ANY,
      );
      return [[...parts, ...rest]];
    }
    const own = shapeOf(first, rows);
    if (own === null || own.key !== shape.key) return [];
    return [[...partsOf(first), ...rest]];
  });
}

function partsOf(pattern: TypedPattern): readonly TypedPattern[] {
  switch (pattern.kind) {
    case "Enum":
      return pattern.args;
    case "Array":
    case "Tuple":
      return pattern.elements;
    default:
      return [];
  }
}
