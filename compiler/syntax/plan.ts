/** The shapes of `shape.ts`, taken apart once for the code that walks them. */
import { type NodeName, type StructName, structs, type UnionName, unions } from "./shape.ts";

/** How one field is walked. */
export interface FieldPlan {
  readonly name: string;
  readonly type: "text" | "bool" | NodeName;
  readonly isList: boolean;
  readonly isOptional: boolean;
}

export interface StructPlan {
  readonly fields: readonly FieldPlan[];
}

export interface KindPlan extends StructPlan {
  readonly kind: string;
  /** Its place in the union, which stands for it in the binary form. */
  readonly index: number;
}

/** Any node, for code that walks by plan. */
export interface PlannedNode {
  readonly [field: string]: unknown;
  readonly span: { readonly start: number; readonly end: number };
}

export function isUnionName(name: string): name is UnionName {
  return Object.hasOwn(unions, name);
}

export const structPlans: ReadonlyMap<StructName, StructPlan> = new Map(
  Object.entries(structs).map(([name, shape]) => [name as StructName, { fields: plan(shape) }]),
);

/** By union, then by kind. */
export const unionPlans: ReadonlyMap<UnionName, ReadonlyMap<string, KindPlan>> = new Map(
  Object.entries(unions).map(([name, kinds]) => [
    name as UnionName,
    new Map(
      Object.entries(kinds).map(([kind, shape], index) => [
        kind,
        { kind, index, fields: plan(shape) },
      ]),
    ),
  ]),
);

function plan(shape: Readonly<Record<string, string>>): FieldPlan[] {
  return Object.entries(shape).map(([name, text]) => ({
    name,
    type: text.replace(/[*?]+$/, "") as FieldPlan["type"],
    isList: text.includes("*"),
    isOptional: text.endsWith("?"),
  }));
}
