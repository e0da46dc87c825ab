/** A tree of FBX records with typed values, to be written in any encoding. */

export type TreeValue =
  | string
  | { readonly type: "I" | "F" | "D" | "C" | "Y"; readonly value: number }
  | { readonly type: "L"; readonly value: bigint }
  | { readonly type: "R"; readonly value: Uint8Array }
  | { readonly type: "name"; readonly name: string; readonly class: string }
  | { readonly type: "word"; readonly value: string }
  | { readonly type: "d" | "f" | "i" | "l"; readonly values: readonly number[] };

export interface Tree {
  readonly name: string;
  readonly values: readonly TreeValue[];
  readonly children: readonly Tree[];
}

export function record(
  name: string,
  values: readonly TreeValue[] = [],
  children: readonly Tree[] = [],
): Tree {
  return { name, values, children };
}

export const int = (value: number): TreeValue => ({ type: "I", value });
export const double = (value: number): TreeValue => ({ type: "D", value });
export const long = (value: number | bigint): TreeValue => ({ type: "L", value: BigInt(value) });
export const bytes = (value: Uint8Array): TreeValue => ({ type: "R", value });
/** A letter, which texts write bare. */
export const word = (value: string): TreeValue => ({ type: "word", value });
export const doubles = (values: readonly number[]): TreeValue => ({ type: "d", values });
export const floats = (values: readonly number[]): TreeValue => ({ type: "f", values });
export const ints = (values: readonly number[]): TreeValue => ({ type: "i", values });
export const longs = (values: readonly number[]): TreeValue => ({ type: "l", values });
/** An object's name with its class. */
export const named = (name: string, type: string): TreeValue => ({
  type: "name",
  name,
  class: type,
});

/** Types that the SDK gives to properties of one number, where it is not `double`; other readers go by them. */
const TYPES: Readonly<Record<string, string>> = {
  RotationActive: "bool",
  RotationOrder: "enum",
  InheritType: "enum",
  TimeMode: "enum",
  UpAxis: "int",
  UpAxisSign: "int",
  FrontAxis: "int",
  FrontAxisSign: "int",
  CoordAxis: "int",
  CoordAxisSign: "int",
  WrapModeU: "enum",
  WrapModeV: "enum",
  BlendMode: "enum",
};

/** `Properties60` or `Properties70`, whose rows have a label too. */
export function properties(
  version: number,
  list: Readonly<Record<string, readonly number[] | number | string>>,
): Tree {
  const rows = Object.entries(list).map(([name, value]) => {
    const type = typeOf(name, value);
    const isWhole = type !== "double" && typeof value === "number";
    const values =
      typeof value === "string"
        ? [value]
        : [value].flat().map((number) => (isWhole ? int(number) : double(number)));
    return version < 7000
      ? record("Property", [name, type, "A+", ...values])
      : record("P", [name, type, "", "A", ...values]);
  });
  return record(version < 7000 ? "Properties60" : "Properties70", [], rows);
}

function typeOf(name: string, value: readonly number[] | number | string): string {
  if (typeof value === "string") return "KString";
  if (typeof value === "number") return TYPES[name] ?? "double";
  if (name.startsWith("Lcl ")) return name;
  return name.endsWith("Color") ? "ColorRGB" : "Vector3D";
}
