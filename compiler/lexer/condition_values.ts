/** What a condition of `#if` computes with, and how values compare. */
import { compareVersions, parseVersion, type Version } from "./versions.ts";

export type ConditionValue =
  | { readonly kind: "Null" }
  | { readonly kind: "Bool"; readonly value: boolean }
  | { readonly kind: "Float"; readonly value: number }
  | { readonly kind: "String"; readonly value: string }
  | { readonly kind: "Version"; readonly value: Version };

export type Comparison = "==" | "!=" | "<" | "<=" | ">" | ">=";

/** `BadVersion` names the text that is none; `Mismatch` means that the two kinds have no order. */
export type ComparisonResult =
  | { readonly kind: "Result"; readonly value: boolean }
  | { readonly kind: "BadVersion"; readonly text: string }
  | { readonly kind: "Mismatch" };

export function isTrue(value: ConditionValue): boolean {
  switch (value.kind) {
    case "Null":
      return false;
    case "Bool":
      return value.value;
    case "Float":
      return value.value !== 0;
    case "String":
    case "Version":
      return true;
  }
}

/** Text becomes a number or a version where the other side is one; nothing compares with an undefined name. */
export function compareValues(
  operator: Comparison,
  left: ConditionValue,
  right: ConditionValue,
): ComparisonResult {
  if (left.kind === "Null" || right.kind === "Null") return { kind: "Result", value: false };
  if (left.kind === "Version" || right.kind === "Version")
    return compareAsVersions(operator, left, right);
  const first = convertTo(right.kind, left);
  const second = convertTo(left.kind, right);
  if (first.kind !== second.kind) {
    const isText = [first.kind, second.kind].every((kind) => kind === "String" || kind === "Float");
    return isText ? { kind: "Mismatch" } : { kind: "Result", value: operator === "!=" };
  }
  return { kind: "Result", value: holds(operator, order(first.value, second.value)) };
}

function compareAsVersions(
  operator: Comparison,
  left: ConditionValue,
  right: ConditionValue,
): ComparisonResult {
  const versions: Version[] = [];
  for (const side of [left, right]) {
    if (side.kind === "Version") {
      versions.push(side.value);
    } else if (side.kind === "String") {
      const version = parseVersion(side.value);
      if (version === null) return { kind: "BadVersion", text: side.value };
      versions.push(version);
    } else {
      return { kind: "Mismatch" };
    }
  }
  const [first, second] = versions;
  if (first === undefined || second === undefined) return { kind: "Mismatch" };
  return { kind: "Result", value: holds(operator, compareVersions(first, second)) };
}

function convertTo(
  kind: ConditionValue["kind"],
  value: Exclude<ConditionValue, { kind: "Null" | "Version" }>,
): Exclude<ConditionValue, { kind: "Null" | "Version" }> {
  if (kind !== "Float" || value.kind !== "String" || value.value.trim() === "") return value;
  const number = Number(value.value);
  return Number.isNaN(number) ? value : { kind: "Float", value: number };
}

function order(first: string | number | boolean, second: string | number | boolean): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

function holds(operator: Comparison, sign: number): boolean {
  switch (operator) {
    case "==":
      return sign === 0;
    case "!=":
      return sign !== 0;
    case "<":
      return sign < 0;
    case "<=":
      return sign <= 0;
    case ">":
      return sign > 0;
    case ">=":
      return sign >= 0;
  }
}
