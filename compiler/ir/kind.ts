/**
 * The five kinds a value of the low IR can have, plus `void` for "no value".
 *
 * - `i32`: Haxe `Int`; wraps at 32 bits.
 * - `f64`: Haxe `Float`; IEEE double.
 * - `bool`: Haxe `Bool`.
 * - `ref`: a nullable pointer to a heap object: class instance, `String`, `Array`, closure, enum value, anonymous
 *   structure, `Class<T>` value, cell.
 * - `dyn`: a self-describing value: `Dynamic`, a type parameter, `Null<Int>` and its like. In JavaScript any value;
 *   in C and WASM a 64-bit NaN-boxed word, so that boxing never allocates.
 */
export type Kind = "i32" | "f64" | "bool" | "ref" | "dyn";

export type ResultKind = Kind | "void";
