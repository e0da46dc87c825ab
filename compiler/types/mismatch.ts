/** Why two types do not agree, as data: the innermost reason explains the outer ones. */
import type { Type } from "./type.ts";

export type Mismatch =
  | {
      readonly kind: "Types";
      readonly found: Type;
      readonly expected: Type;
      readonly because: Mismatch | null;
    }
  | { readonly kind: "MissingField"; readonly owner: Type; readonly name: string }
  | { readonly kind: "ExtraField"; readonly owner: Type; readonly name: string }
  | { readonly kind: "PrivateField"; readonly owner: Type; readonly name: string }
  | { readonly kind: "FieldAccess"; readonly name: string }
  /** One of the two is final. */
  | { readonly kind: "FinalField"; readonly name: string }
  | { readonly kind: "Field"; readonly name: string; readonly because: Mismatch }
  | { readonly kind: "ArgumentCount"; readonly found: number; readonly expected: number }
  | { readonly kind: "OptionalArgument"; readonly index: number }
  | { readonly kind: "Argument"; readonly index: number; readonly because: Mismatch }
  | { readonly kind: "Result"; readonly because: Mismatch }
  | { readonly kind: "Constraint"; readonly because: Mismatch }
  | { readonly kind: "Recursive"; readonly type: Type };
