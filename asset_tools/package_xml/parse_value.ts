/** Text of a scene to a value of a type. Assets and entities stay names: what they mean depends on where they stand. */
import type { SceneParam, SceneType, SceneValue } from "#compiler/bytecode/scene_schema.ts";
import type { Code } from "../document/messages.ts";
import { didYouMean } from "../document/suggest.ts";
import { isReference } from "./schema/name_types.ts";
import { parseNumbers } from "./schema/number_types.ts";

/** Why a text is no value of the parameter. */
export interface ValueProblem {
  readonly code: Extract<Code, "PK2006" | "PK5008">;
  readonly args: { readonly expected: string; readonly found: string };
  readonly hint?: string | undefined;
}

export type ParsedValue = { readonly value: SceneValue } | ValueProblem;

const WHOLE = /^[+-]?\d+$/;
const ENTITY_PATH = /^(\.|[A-Za-z_][\w-]*(\/[A-Za-z_][\w-]*)*)$/;

/** The value that `text` is for the parameter, inside its range. */
export function parseValue({ type, min, max }: SceneParam, text: string): ParsedValue {
  const parsed = parseTyped(type, text);
  if (!("value" in parsed) || (min === null && max === null)) return parsed;
  const { value } = parsed;
  const numbers = typeof value === "number" ? [value] : typeof value === "object" ? value : [];
  const isInside = numbers.every(
    (number) => (min === null || number >= min) && (max === null || number <= max),
  );
  if (isInside) return parsed;
  return { code: "PK5008", args: { expected: rangeText(min, max), found: text } };
}

/** A range in words. */
export function rangeText(min: number | null, max: number | null): string {
  if (min === null) return `at most ${max}`;
  return max === null ? `at least ${min}` : `from ${min} to ${max}`;
}

function parseTyped(type: SceneType, text: string): ParsedValue {
  switch (type.kind) {
    case "bool":
      if (text === "true" || text === "false") return { value: text === "true" };
      return wrong("`true` or `false`", text);
    case "int":
      if (WHOLE.test(text) && (Number(text) | 0) === Number(text))
        return { value: Number(text) + 0 };
      return wrong("a whole number of 32 bits", text);
    case "float":
      return numbersOf(text, "a number", 1);
    case "string":
      return { value: text };
    case "vec2":
      return numbersOf(text, "2 numbers", 2);
    case "vec3":
      return numbersOf(text, "3 numbers", 3);
    case "vec4":
      return numbersOf(text, "4 numbers", 4);
    case "quat":
      return quaternion(text);
    case "color":
      return color(text);
    case "enum": {
      const names = type.values.map(({ name }) => name);
      const found = type.values.find(({ name }) => name === text);
      if (found !== undefined) return { value: found.value };
      const expected = `one of ${names.map((name) => `\`${name}\``).join(", ")}`;
      return wrong(expected, text, didYouMean(text, names));
    }
    case "asset":
      return isReference(text) ? { value: text } : wrong(`a ${type.asset}'s id`, text);
    case "entity":
      return ENTITY_PATH.test(text) ? { value: text } : wrong("a path of an entity", text);
  }
}

function wrong(expected: string, found: string, hint?: string): ValueProblem {
  return { code: "PK2006", args: { expected, found }, hint };
}

function numbersOf(text: string, expected: string, count: number): ParsedValue {
  const numbers = parseNumbers(text);
  if (numbers?.length !== count) return wrong(expected, text);
  return { value: count === 1 ? (numbers[0] as number) : numbers };
}

function quaternion(text: string): ParsedValue {
  const parsed = numbersOf(text, "a quaternion: 4 numbers, not all 0", 4);
  if ("value" in parsed && (parsed.value as readonly number[]).every((number) => number === 0))
    return wrong("a quaternion: 4 numbers, not all 0", text);
  return parsed;
}

/** Red, green and blue, and alpha, which is 1 if left out. */
function color(text: string): ParsedValue {
  const numbers = parseNumbers(text);
  if (numbers?.length === 3) return { value: [...numbers, 1] };
  return numbers?.length === 4 ? { value: numbers } : wrong("3 or 4 numbers", text);
}
