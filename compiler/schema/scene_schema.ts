/** Reads off a typed library what scenes may say of its classes, and what is wrong with how it says so. */
import {
  RANGED_TYPES,
  type SceneClass,
  type SceneParam,
  type SceneRole,
  type SceneSchema,
  type SceneType,
  type SceneValue,
} from "#compiler/bytecode/scene_schema.ts";
import { hasInitialValue } from "#compiler/checker/program/initial_values.ts";
import { findMeta, hasMeta } from "#compiler/checker/program/metadata.ts";
import { type Diagnostic, diagnostic, type Location } from "#compiler/diagnostics/diagnostic.ts";
import { printType } from "#compiler/types/print.ts";
import type { ClassField, ClassType } from "#compiler/types/type.ts";
import type { TypedClass, TypedExpr, TypedLibrary } from "#compiler/types/typed_ast.ts";
import { PARAMETER_TYPES, ROLE_BASES } from "./engine_types.ts";
import { initialisersOf, sceneValueOf } from "./initial_value.ts";
import { type ParamRange, rangeOf } from "./param_range.ts";
import { type Constants, isNullType, sceneTypeOf } from "./scene_type.ts";

export interface SchemaReading {
  readonly schema: SceneSchema;
  readonly problems: readonly Diagnostic[];
}

/** `constants`: the values of inline variables, of which enum abstracts are made. */
export function sceneSchema({ classes }: TypedLibrary, constants: Constants): SchemaReading {
  const reader = new SchemaReader(constants);
  const read = classes.flatMap((one) => reader.readClass(one) ?? []);
  const sorted = read.toSorted((first, second) => (first.path < second.path ? -1 : 1));
  return { schema: { classes: sorted }, problems: reader.problems };
}

/** Equal schemas give equal text. */
export function schemaText(schema: SceneSchema): string {
  return `${JSON.stringify(schema)}\n`;
}

class SchemaReader {
  readonly problems: Diagnostic[] = [];
  readonly #constants: Constants;

  constructor(constants: Constants) {
    this.#constants = constants;
  }

  /** Undefined for a class that scenes have nothing to do with. */
  readClass(typed: TypedClass): SceneClass | undefined {
    const { type } = typed;
    const role = roleOf(type);
    const marked = typed.fields.filter((field) => hasMeta(field.meta, ":param"));
    if (role === null && marked.length === 0) return undefined;
    const ancestors = ancestorsOf(type);
    if (role !== null && !ancestors.includes(ROLE_BASES[role])) {
      const args = { annotation: `@:${role}`, type: type.path, base: ROLE_BASES[role] };
      this.problems.push(diagnostic("HX4009", type, args));
    }
    const values = initialisersOf(typed);
    const params = marked.flatMap((field) => this.#readParam(type, field, values.get(field)) ?? []);
    return { path: type.path, role, ancestors, params };
  }

  #readParam(
    owner: ClassType,
    field: ClassField,
    value: TypedExpr | undefined,
  ): SceneParam | undefined {
    const place = { file: owner.file, span: field.span };
    const { name } = field;
    const type = sceneTypeOf(field.type, this.#constants);
    if (type === null) {
      const hint = `Give it one of the types ${PARAMETER_TYPES}`;
      const args = { name, type: printType(field.type) };
      this.problems.push(diagnostic("HX4010", place, args, { hint }));
      return undefined;
    }
    const range = this.#readRange(owner, field, type);
    const isWritten = hasInitialValue(owner, name) && value !== undefined;
    const initial = isWritten ? this.#readInitial(place, name, value, type, range) : null;
    return {
      name,
      type,
      isRequired: !isWritten && !isNullType(field.type),
      initial,
      min: range.min,
      max: range.max,
    };
  }

  #readRange(owner: ClassType, { meta, name }: ClassField, type: SceneType): ParamRange {
    const found = findMeta(meta, ":param");
    const range = found === null ? NO_RANGE : rangeOf(found);
    const isBounded = "problem" in range || range.min !== null || range.max !== null;
    const problem =
      "problem" in range
        ? range.problem
        : isBounded && !RANGED_TYPES.has(type.kind)
          ? "only numbers have a range"
          : null;
    if (problem === null || found === null) return range as ParamRange;
    this.problems.push(
      diagnostic("HX4011", { file: owner.file, span: found.span }, { name, problem }),
    );
    return NO_RANGE;
  }

  #readInitial(
    place: Location,
    name: string,
    expr: TypedExpr,
    type: SceneType,
    { min, max }: ParamRange,
  ): SceneValue | null {
    const value = sceneValueOf(expr, type);
    if (value === undefined) {
      const hint = "Write literals, constants, or `new` of a vector or colour of them";
      this.problems.push(diagnostic("HX4012", place, { name }, { hint }));
      return null;
    }
    const numbers = typeof value === "number" ? [value] : typeof value === "object" ? value : null;
    const outside = numbers?.find(
      (number) => (min !== null && number < min) || (max !== null && number > max),
    );
    if (outside !== undefined) {
      const range = `${min ?? "..."} to ${max ?? "..."}`;
      this.problems.push(diagnostic("HX4013", place, { name, value: outside, range }));
    }
    return value;
  }
}

const NO_RANGE: ParamRange = { min: null, max: null };

function roleOf({ meta }: ClassType): SceneRole | null {
  if (hasMeta(meta, ":behavior")) return "behavior";
  return hasMeta(meta, ":component") ? "component" : null;
}

function ancestorsOf({ superClass }: ClassType): string[] {
  return superClass === null ? [] : [superClass.class.path, ...ancestorsOf(superClass.class)];
}
