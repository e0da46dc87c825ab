import type { IrExpr, TypeTest } from "./expr.ts";
import type { IntrinsicName } from "./intrinsics.ts";
import type { Kind, ResultKind } from "./kind.ts";

/**
 * Where a statement came from, for stack traces and source maps: UTF-16 units from `IrFunction.start`. Negative where a
 * constructor runs the initial value of a variable that stands before it.
 */
export type Position = number;

/**
 * A statement. What the runtime itself throws is a String; catching it as haxe.Exception wraps it, as lowering writes out.
 * Control flow is structured: `Break` leaves the labelled `Loop` or `Block` around it, `Continue` goes to
 * the top of the labelled `Loop` around it. Labels are unique in a function.
 */
export type IrStmt =
  /** local = expression */
  | { readonly kind: "Let"; readonly local: number; readonly value: IrExpr; readonly at: Position }
  /** local = effect, or the effect alone where `local` is null. */
  | {
      readonly kind: "Do";
      readonly local: number | null;
      readonly effect: IrEffect;
      readonly at: Position;
    }
  | {
      readonly kind: "SetField";
      readonly object: IrExpr;
      readonly owner: string;
      readonly field: string;
      readonly value: IrExpr;
      readonly type: Kind;
      readonly at: Position;
    }
  | {
      readonly kind: "SetStatic";
      readonly owner: string;
      readonly name: string;
      readonly value: IrExpr;
      readonly type: Kind;
      readonly at: Position;
    }
  /** Stores an element; an index past the end grows the array with the kind's zero, a negative index throws the String "Invalid array index". */
  | {
      readonly kind: "ArraySet";
      readonly array: IrExpr;
      readonly index: IrExpr;
      readonly value: IrExpr;
      readonly type: Kind;
      readonly at: Position;
    }
  | {
      readonly kind: "SetCell";
      readonly cell: IrExpr;
      readonly value: IrExpr;
      readonly type: Kind;
      readonly at: Position;
    }
  /** Throws the String "Null access" (`what` empty) or "Null access .health" (`what` is ".health") when the reference is null. */
  | {
      readonly kind: "CheckNull";
      readonly value: IrExpr;
      readonly what: string;
      readonly at: Position;
    }
  | {
      readonly kind: "If";
      readonly test: IrExpr;
      readonly then: readonly IrStmt[];
      readonly else: readonly IrStmt[];
    }
  /** Repeats until left by Break, Return or Throw. */
  | { readonly kind: "Loop"; readonly label: string; readonly body: readonly IrStmt[] }
  | { readonly kind: "Block"; readonly label: string; readonly body: readonly IrStmt[] }
  | { readonly kind: "Break"; readonly label: string }
  | { readonly kind: "Continue"; readonly label: string }
  /** Runs the case holding the i32 value, else `default`; no fall-through. */
  | {
      readonly kind: "Switch";
      readonly value: IrExpr;
      readonly cases: readonly IrCase[];
      readonly default: readonly IrStmt[];
    }
  | { readonly kind: "Return"; readonly value: IrExpr | null; readonly at: Position }
  /** Throws a `dyn` value. */
  | { readonly kind: "Throw"; readonly value: IrExpr; readonly at: Position }
  /** Runs `body`; a thrown value is put in the `dyn` local `caught` and `handler` runs. */
  | {
      readonly kind: "Try";
      readonly body: readonly IrStmt[];
      readonly caught: number;
      readonly handler: readonly IrStmt[];
    };

export interface IrCase {
  readonly values: readonly number[];
  readonly body: readonly IrStmt[];
}

/**
 * Something that calls, allocates or may throw. Arguments are pure expressions, so their order of evaluation is free.
 * `type` is the kind of the result as the callee declares it; lowering converts afterwards.
 */
export type IrEffect =
  /** A static method, a constructor (receiver first) or a method called without dispatch (`super.f`, final). */
  | {
      readonly kind: "Call";
      readonly target: string;
      readonly args: readonly IrExpr[];
      readonly type: ResultKind;
    }
  /** Virtual dispatch on a non-null instance of class `owner`, by the slot that `owner` or an ancestor declared as `method`. */
  | {
      readonly kind: "CallMethod";
      readonly receiver: IrExpr;
      readonly owner: string;
      readonly method: string;
      readonly args: readonly IrExpr[];
      readonly type: ResultKind;
    }
  /** Dispatch on a non-null object by a method of interface `owner`. */
  | {
      readonly kind: "CallInterface";
      readonly receiver: IrExpr;
      readonly owner: string;
      readonly method: string;
      readonly args: readonly IrExpr[];
      readonly type: ResultKind;
    }
  /** Calls a closure value. All arguments are `dyn` and so is the result (null for Void). Null throws the String "Null access". */
  | { readonly kind: "CallClosure"; readonly closure: IrExpr; readonly args: readonly IrExpr[] }
  /** An instance of the class with every field at its kind's zero; the constructor is a `Call` of its own. */
  | { readonly kind: "New"; readonly path: string }
  | {
      readonly kind: "NewEnum";
      readonly enum: string;
      readonly constructor: string;
      readonly args: readonly IrExpr[];
    }
  /** An array of the given elements, all of kind `type` (boxed or not is the printer's affair). */
  | { readonly kind: "NewArray"; readonly elements: readonly IrExpr[]; readonly type: Kind }
  /** An anonymous structure; values are `dyn`. */
  | {
      readonly kind: "NewAnon";
      readonly fields: readonly { readonly name: string; readonly value: IrExpr }[];
    }
  /** A closure over function `target` (form "closure"), holding at least one captured value (else it is a ConstClosure). */
  | { readonly kind: "NewClosure"; readonly target: string; readonly captures: readonly IrExpr[] }
  | { readonly kind: "NewCell"; readonly value: IrExpr; readonly type: Kind }
  /**
   * Reads a field by name from any non-null object (structure, instance, String, Array): a stored variable, else what
   * the getter `get_NAME` returns, else a method as a bound closure, else null.
   */
  | { readonly kind: "DynGet"; readonly object: IrExpr; readonly name: string }
  /** Writes a field by name: adds it to a structure; for an instance a stored variable, else `set_NAME`, else throws. */
  | {
      readonly kind: "DynSet";
      readonly object: IrExpr;
      readonly name: string;
      readonly value: IrExpr;
    }
  /** Checked cast of a `dyn` value to a reference of the type: null passes, else throws the String "Cannot cast X to Y". Result `ref`. */
  | { readonly kind: "Cast"; readonly value: IrExpr; readonly type: TypeTest }
  /** An intrinsic that allocates, has an effect or may throw. */
  | {
      readonly kind: "IntrinsicCall";
      readonly name: IntrinsicName;
      readonly args: readonly IrExpr[];
    };
