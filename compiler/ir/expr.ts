import type { IntrinsicName } from "./intrinsics.ts";
import type { Kind } from "./kind.ts";

/**
 * An expression of the low IR. It has no effect: it never calls, allocates, stores or throws, so printers may evaluate
 * operands in any order and a collector never runs inside one. Lowering puts a `CheckNull` statement before a read
 * through a reference that could be null.
 */
export type IrExpr =
  | { readonly kind: "ConstInt"; readonly value: number }
  | { readonly kind: "ConstFloat"; readonly value: number }
  | { readonly kind: "ConstBool"; readonly value: boolean }
  /** A string literal; kind `ref`. The same text is the same object. */
  | { readonly kind: "ConstString"; readonly value: string }
  /** The null reference (`as: "ref"`) or the null dynamic value (`as: "dyn"`). */
  | { readonly kind: "ConstNull"; readonly as: "ref" | "dyn" }
  /** Reads a local by its index in `IrFunction.locals`. */
  | { readonly kind: "Local"; readonly index: number }
  /** Reads field `field`, declared by class `owner` or inherited from it, of a non-null instance. */
  | {
      readonly kind: "GetField";
      readonly object: IrExpr;
      readonly owner: string;
      readonly field: string;
      readonly type: Kind;
    }
  /** Reads static variable `name` of class `owner`. */
  | {
      readonly kind: "GetStatic";
      readonly owner: string;
      readonly name: string;
      readonly type: Kind;
    }
  /** Reads an element; out of range gives the kind's zero (0, 0.0, false, null). `array` is not null. */
  | {
      readonly kind: "ArrayGet";
      readonly array: IrExpr;
      readonly index: IrExpr;
      readonly type: Kind;
    }
  | { readonly kind: "ArrayLength"; readonly array: IrExpr }
  /** The constructor's number of a non-null enum value; `i32`. */
  | { readonly kind: "EnumIndex"; readonly value: IrExpr }
  /** Argument `param` of an enum value known to be of `constructor`. */
  | {
      readonly kind: "EnumParam";
      readonly value: IrExpr;
      readonly enum: string;
      readonly constructor: string;
      readonly param: number;
      readonly type: Kind;
    }
  /** A constructor without arguments: one object per constructor; kind `ref`. */
  | { readonly kind: "EnumConst"; readonly enum: string; readonly constructor: string }
  /** A closure that captures nothing: one object per function of form "closure"; kind `ref`. */
  | { readonly kind: "ConstClosure"; readonly target: string }
  /** The `Class<T>` or `Enum<T>` value of a type; kind `ref`. */
  | { readonly kind: "TypeValue"; readonly path: string }
  /** Reads the variable held by a cell (a captured variable that is assigned). */
  | { readonly kind: "GetCell"; readonly cell: IrExpr; readonly type: Kind }
  | { readonly kind: "Unary"; readonly op: UnaryOp; readonly operand: IrExpr }
  | {
      readonly kind: "Binary";
      readonly op: BinaryOp;
      readonly left: IrExpr;
      readonly right: IrExpr;
    }
  /** Value conversion without loss of identity, see `Conversion`. */
  | { readonly kind: "Convert"; readonly op: Conversion; readonly operand: IrExpr }
  /** `test ? then : else`; also how `&&` and `||` are written. Only the chosen branch is evaluated: the other may be invalid. */
  | {
      readonly kind: "Select";
      readonly test: IrExpr;
      readonly then: IrExpr;
      readonly else: IrExpr;
      readonly type: Kind;
    }
  | { readonly kind: "IsNull"; readonly operand: IrExpr }
  /** Is a `ref` or `dyn` value an instance of the type (see `TypeTest`)? null is not. */
  | { readonly kind: "InstanceOf"; readonly value: IrExpr; readonly type: TypeTest }
  /** A pure intrinsic (`effect: "pure"` in the table). */
  | { readonly kind: "Intrinsic"; readonly name: IntrinsicName; readonly args: readonly IrExpr[] };

export type UnaryOp = "i32.neg" | "i32.not" | "f64.neg" | "bool.not";

/**
 * Arithmetic and comparison. `i32.mod` by zero gives 0 and MIN % -1 gives 0, in every mode; `f64.mod` is C's `fmod`;
 * shifts use the count's low 5 bits. `ref.eq` compares identity; `string.eq` by text, null equal to null only;
 * `dyn.eq` numbers by value (Int 1 equals Float 1.0), strings by text, everything else by identity.
 */
export type BinaryOp =
  | "i32.add"
  | "i32.sub"
  | "i32.mul"
  | "i32.mod"
  | "i32.and"
  | "i32.or"
  | "i32.xor"
  | "i32.shl"
  | "i32.shr"
  | "i32.ushr"
  | "i32.eq"
  | "i32.ne"
  | "i32.lt"
  | "i32.le"
  | "i32.gt"
  | "i32.ge"
  | "f64.add"
  | "f64.sub"
  | "f64.mul"
  | "f64.div"
  | "f64.mod"
  | "f64.eq"
  | "f64.ne"
  | "f64.lt"
  | "f64.le"
  | "f64.gt"
  | "f64.ge"
  | "bool.eq"
  | "bool.ne"
  | "ref.eq"
  | "ref.ne"
  | "string.eq"
  | "string.ne"
  | "dyn.eq"
  | "dyn.ne";

/**
 * - `i32.f64`: exact. `f64.i32`: truncation modulo 2^32 as ECMAScript's ToInt32; NaN and infinities give 0.
 * - `K.dyn`: boxing. `dyn.K`: unboxing; null gives the kind's zero, a number converts between Int and Float as above.
 *   `dyn.ref` trusts the static type (checked casts are the `Cast` effect).
 */
export type Conversion =
  | "i32.f64"
  | "f64.i32"
  | "i32.dyn"
  | "f64.dyn"
  | "bool.dyn"
  | "ref.dyn"
  | "dyn.i32"
  | "dyn.f64"
  | "dyn.bool"
  | "dyn.ref";

/**
 * What `is`, `Std.isOfType`, casts and typed catches test. A Float whose value is an integer of 32 bits is an `Int`,
 * since JavaScript cannot tell them apart; `dynamic` holds for every non-null value.
 */
export type TypeTest =
  | { readonly kind: "class" | "interface" | "enum"; readonly path: string }
  | { readonly kind: "int" | "float" | "bool" | "string" | "array" | "function" | "dynamic" };
