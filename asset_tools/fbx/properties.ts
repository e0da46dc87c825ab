/** `Properties60` and `Properties70`: named values of an object, with the defaults of its class behind them. */
import { childOf, childrenOf, type FbxNode, type FbxValue, textAt } from "./fbx_node.ts";

export type Vector = readonly [number, number, number];

/** Properties of one object. */
export class FbxProperties {
  readonly #own: ReadonlyMap<string, readonly FbxValue[]>;
  readonly #template: FbxProperties | undefined;

  constructor(own: ReadonlyMap<string, readonly FbxValue[]>, template?: FbxProperties) {
    this.#own = own;
    this.#template = template;
  }

  /** Whether the object or its class has it. */
  has(name: string): boolean {
    return this.values(name) !== undefined;
  }

  /** Names that the object itself has. */
  names(): string[] {
    return [...this.#own.keys()];
  }

  values(name: string): readonly FbxValue[] | undefined {
    return this.#own.get(name) ?? this.#template?.values(name);
  }

  number(name: string, otherwise: number): number {
    const [value] = this.values(name) ?? [];
    const number = typeof value === "bigint" ? Number(value) : value;
    return typeof number === "number" && Number.isFinite(number) ? number : otherwise;
  }

  /** A flag; letters are what some ASCII files have. */
  flag(name: string, otherwise: boolean): boolean {
    const [value] = this.values(name) ?? [];
    return typeof value === "string" ? /^[TYW]/.test(value) : this.number(name, +otherwise) !== 0;
  }

  text(name: string): string {
    const [value] = this.values(name) ?? [];
    return typeof value === "string" ? value : "";
  }

  /** Three numbers; values that are not finite count as 0. */
  vector(name: string, otherwise: Vector): Vector {
    const values = this.values(name);
    if (values === undefined || values.length < 3) return otherwise;
    return [finite(values[0]), finite(values[1]), finite(values[2])];
  }
}

export const noProperties = new FbxProperties(new Map());

/** Properties in the record of an object. */
export function readProperties(node: FbxNode, template?: FbxProperties): FbxProperties {
  const own = new Map<string, readonly FbxValue[]>();
  // Name, type, label, flags and then the values; the label is new in 70.
  collect(childOf(node, "Properties70"), "P", 4, own);
  collect(childOf(node, "Properties60"), "Property", 3, own);
  return new FbxProperties(own, template);
}

/** Defaults by kind of object: `Definitions` has some for each. */
export function readTemplates(root: FbxNode): ReadonlyMap<string, FbxProperties> {
  const templates = new Map<string, FbxProperties>();
  const definitions = childOf(root, "Definitions");
  if (definitions === undefined) return templates;
  for (const type of childrenOf(definitions, "ObjectType")) {
    const template = childOf(type, "PropertyTemplate");
    if (template) templates.set(textAt(type, 0), readProperties(template));
  }
  return templates;
}

function collect(
  list: FbxNode | undefined,
  row: string,
  skip: number,
  into: Map<string, readonly FbxValue[]>,
): void {
  for (const node of list ? childrenOf(list, row) : []) {
    into.set(textAt(node, 0), node.values.slice(skip));
  }
}

function finite(value: FbxValue | undefined): number {
  const number = typeof value === "number" || typeof value === "bigint" ? Number(value) : 0;
  return Number.isFinite(number) ? number : 0;
}
