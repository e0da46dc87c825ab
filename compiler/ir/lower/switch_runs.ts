/** Groups the cases of a switch that ask for a constructor or an Int, without changing which case is taken. */
import type { TypedCase, TypedPattern } from "#compiler/types/typed_ast.ts";

/** Neighbouring cases that are tried in the same way. */
export interface Run {
  /** What the cases ask for; null for anything else, which is tried case by case. */
  readonly by: KeyKind | null;
  readonly cases: readonly TypedCase[];
}

export type KeyKind = "enum" | "int";

/** Cases for the same keys, in order. */
export interface Group {
  readonly keys: readonly number[];
  readonly cases: readonly TypedCase[];
}

export interface CaseKeys {
  readonly by: KeyKind;
  readonly keys: readonly number[];
  /** Does every value with one of the keys match? */
  readonly isPlain: boolean;
}

/** Splits the cases so that inside a run the order matters only among cases with the same key. */
export function splitIntoRuns(
  cases: readonly TypedCase[],
  allows: (by: KeyKind) => boolean,
): Run[] {
  const runs: { by: KeyKind | null; cases: TypedCase[] }[] = [];
  let single = new Set<number>();
  let multiple = new Set<number>();
  for (const entry of cases) {
    const found = caseKeys(entry.pattern);
    const keys = found !== null && allows(found.by) ? found : null;
    const last = runs.at(-1);
    const fits = last?.by === (keys?.by ?? null) && !clashes(keys?.keys ?? [], single, multiple);
    if (last !== undefined && fits) {
      last.cases.push(entry);
    } else {
      runs.push({ by: keys?.by ?? null, cases: [entry] });
      single = new Set();
      multiple = new Set();
    }
    for (const key of keys?.keys ?? []) (keys?.keys.length === 1 ? single : multiple).add(key);
  }
  return runs;
}

/** A case with several keys shares none of them, so that its body is written once. */
function clashes(
  keys: readonly number[],
  single: ReadonlySet<number>,
  multiple: ReadonlySet<number>,
): boolean {
  return keys.some((key) => multiple.has(key) || (keys.length > 1 && single.has(key)));
}

export function groupByKey(cases: readonly TypedCase[]): Group[] {
  const groups = new Map<number, { keys: readonly number[]; cases: TypedCase[] }>();
  for (const entry of cases) {
    const keys = caseKeys(entry.pattern)?.keys ?? [];
    const [key] = keys;
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { keys, cases: [entry] });
    else group.cases.push(entry);
  }
  return [...groups.values()];
}

/** The constructors or numbers that the pattern asks for; null where it asks for something else too. */
export function caseKeys(pattern: TypedPattern): CaseKeys | null {
  switch (pattern.kind) {
    case "Enum":
      return {
        by: "enum",
        keys: [pattern.constructor.index],
        isPlain: pattern.args.every(takesEverything),
      };
    case "Value":
      return pattern.value.kind === "Int"
        ? { by: "int", keys: [pattern.value.value], isPlain: true }
        : null;
    case "Bind":
      return pattern.pattern === null ? null : caseKeys(pattern.pattern);
    case "Or":
      return alternativeKeys(pattern.alternatives);
    default:
      return null;
  }
}

function alternativeKeys(alternatives: readonly TypedPattern[]): CaseKeys | null {
  const found = alternatives.map(caseKeys);
  const [first] = found;
  if (first === undefined || first === null) return null;
  const keys = new Set<number>();
  for (const entry of found) {
    if (entry?.by !== first.by) return null;
    for (const key of entry.keys) keys.add(key);
  }
  return {
    by: first.by,
    keys: [...keys],
    isPlain: found.every((entry) => entry?.isPlain === true),
  };
}

function takesEverything(pattern: TypedPattern): boolean {
  switch (pattern.kind) {
    case "Any":
      return true;
    case "Bind":
      return pattern.pattern === null || takesEverything(pattern.pattern);
    default:
      return false;
  }
}
