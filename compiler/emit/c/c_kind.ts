/** The kinds of the IR in C: types, zeros, and how a value gets in and out of a dynamic word. */
import type { Kind, ResultKind } from "#compiler/ir/kind.ts";

export function cType(kind: ResultKind): string {
  switch (kind) {
    case "i32":
    case "bool":
      return "int32_t";
    case "f64":
      return "double";
    case "ref":
      return "HxObject *";
    case "dyn":
      return "HxDyn";
    case "void":
      return "void";
  }
}

/** A declaration of the name with the kind's type. */
export function declare(kind: Kind, name: string): string {
  return kind === "ref" ? `HxObject *${name}` : `${cType(kind)} ${name}`;
}

export function zeroOf(kind: Kind): string {
  switch (kind) {
    case "i32":
    case "bool":
      return "0";
    case "f64":
      return "0.0";
    case "ref":
      return "NULL";
    case "dyn":
      return "HX_NULL";
  }
}

export function box(kind: Kind, value: string): string {
  return kind === "dyn" ? value : `hx_inline_from_${kind}(${value})`;
}

/** Converts where the word holds another kind, as an argument from untyped code may. */
export function unbox(kind: Kind, word: string): string {
  switch (kind) {
    case "dyn":
      return word;
    case "ref":
      return `hx_inline_ref(${word})`;
    default:
      return `hx_inline_to_${kind}(${word})`;
  }
}

/** For words that were boxed from the kind: cells, captures, enum arguments. */
export function unboxKnown(kind: Kind, word: string): string {
  switch (kind) {
    case "dyn":
      return word;
    case "i32":
    case "bool":
      return `hx_inline_low_word(${word})`;
    case "f64":
      return `hx_inline_double_of(${word})`;
    case "ref":
      return `hx_inline_known_ref(${word})`;
  }
}

/** The `enum HxKind` constant. */
export function kindConstant(kind: Kind): string {
  return `HX_KIND_${kind.toUpperCase()}`;
}
