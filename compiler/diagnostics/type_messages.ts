/** HX3xxx: types. */
import type { MessageFamily } from "./message.ts";

export const typeMessages = {
  HX3001: { severity: "error", text: "Expected `{expected}`, found `{found}`" },
  HX3002: { severity: "error", text: "Expected `{expected}`, found `{found}`: {reason}" },
  HX3003: { severity: "error", text: "`null` cannot be a value of `{type}`" },
  HX3004: {
    severity: "error",
    text: "The type of `{name}` follows from more than {limit} others, one after the other",
  },

  // Members
  HX3020: { severity: "error", text: "`super` can only be called or asked for a member" },
  HX3021: { severity: "error", text: "`{name}` cannot be read here" },
  HX3022: { severity: "error", text: "`{name}` cannot be written here" },
  HX3023: { severity: "error", text: "Property `{name}` has no place of its own" },
  HX3024: { severity: "error", text: "Property `{property}` needs the function `{method}`" },
  HX3025: { severity: "error", text: "`{name}` of `{type}` is private" },
  HX3026: { severity: "error", text: "The value of inline variable `{name}` must be a constant" },
  HX3027: { severity: "error", text: "`{type}` has no field `{name}`" },
  HX3028: { severity: "error", text: "`{type}` has no static field `{name}`" },
  HX3029: { severity: "error", text: "The class has no parent" },

  // Calls
  HX3030: { severity: "error", text: "Missing arguments: expected `{expected}`" },
  HX3031: { severity: "error", text: "Too many arguments: expected {expected}, found {found}" },
  HX3032: { severity: "error", text: "`{type}` cannot be called" },
  HX3033: { severity: "error", text: "There is no parent constructor to call here" },
  HX3034: { severity: "error", text: "No overload of `{name}` takes these arguments" },
  HX3035: { severity: "error", text: "`{type}` has no elements to access with `[]`" },
  HX3036: { severity: "error", text: "Elements of `{type}` cannot be {wanted} with this index" },
  HX3037: {
    severity: "error",
    text: "`{name}` changes the `{type}` it is called on, which must be a variable, field or element",
  },
  HX3038: {
    severity: "error",
    text: "`{name}` of the parent cannot be called: it is a dynamic function",
  },
  HX3039: { severity: "error", text: "`super` cannot be used inside a local function" },

  // Instances
  HX3040: { severity: "error", text: "`{type}` cannot be constructed" },
  HX3041: { severity: "error", text: "Class `{type}` is abstract and cannot be constructed" },
  HX3042: { severity: "error", text: "`{type}` has no constructor" },

  // Operators and literals
  HX3043: { severity: "error", text: "Cannot apply `{op}` to `{left}` and `{right}`" },
  HX3044: { severity: "error", text: "This cannot be assigned" },
  HX3045: { severity: "error", text: "`{name}` is final and cannot be assigned" },
  HX3046: { severity: "error", text: "Number `{text}` does not fit its suffix `{suffix}`" },
  HX3047: { severity: "error", text: "Every element of a map literal must be `key => value`" },
  HX3048: { severity: "error", text: "Field `{name}` is not part of `{type}`" },
  HX3049: { severity: "error", text: "Missing fields of `{type}`: {names}" },

  // Statements
  HX3051: { severity: "error", text: "Expected a value, found `Void`" },
  HX3052: { severity: "error", text: "Missing `return` of `{type}`" },
  HX3053: { severity: "error", text: "`{type}` cannot be caught" },
  HX3054: { severity: "error", text: "`return` needs a value of `{type}`" },
  HX3055: { severity: "error", text: "A constructor cannot return a value" },
  HX3056: { severity: "error", text: "`{keyword}` is only possible inside a loop" },
  HX3057: {
    severity: "error",
    text: "`{type}` cannot be iterated: it has neither `iterator()` nor `hasNext()` and `next()`",
  },
  HX3058: {
    severity: "error",
    text: "`{type}` cannot be iterated by key and value: it has no `keyValueIterator()`",
  },
  HX3059: {
    severity: "error",
    text: "A `Dynamic` value cannot be iterated, its type must be known",
  },
  HX3060: { severity: "error", text: "`{type}` cannot be tested when the program runs" },

  // Patterns
  HX3070: { severity: "error", text: "This cannot be a pattern" },
  HX3071: { severity: "error", text: "Expected a pattern `[...]` of {count} elements" },
  HX3072: { severity: "error", text: "Unknown constructor or constant `{name}`" },
  HX3073: {
    severity: "error",
    text: "Expected `{expected}`, found {found}",
  },
  HX3074: { severity: "error", text: "Variable `{name}` is bound twice in this pattern" },
  HX3075: { severity: "error", text: "Expected `{type}`, found an array pattern" },
  HX3076: { severity: "error", text: "Variable `{name}` must be bound by every alternative" },
  HX3077: { severity: "error", text: "Unmatched patterns: `{missing}`" },
  HX3081: { severity: "error", text: "Variable `{name}` cannot have type `Void`" },
  HX3082: { severity: "error", text: "Variable `{name}` is read before it has a value" },
  HX3080: { severity: "error", text: "`match` cannot bind `{name}`" },
  HX3079: { severity: "error", text: "`.code` needs a string of one character" },
  HX3078: { severity: "error", text: "`...` is only possible before the last argument of a call" },

  // Inheritance
  HX3100: { severity: "error", text: "`{name}` is declared `override` but overrides nothing" },
  HX3101: { severity: "error", text: "`{name}` is already a field of parent `{type}`" },
  HX3102: { severity: "error", text: "`{name}` overrides a method of the parent and must say so" },
  HX3103: {
    severity: "error",
    text: "`{name}` is final or inline in the parent and cannot be overridden",
  },
  HX3104: { severity: "error", text: "`{name}` is public in the parent and cannot become private" },
  HX3105: {
    severity: "error",
    text: "`{name}` must have type `{expected}`, found `{found}`{difference}",
  },
  HX3106: { severity: "error", text: "Final `{name}` is never given a value" },
  HX3107: { severity: "error", text: "Class `{type}` must implement {names}" },
  HX3108: { severity: "error", text: "Class `{type}` lacks {names} of interface `{interface}`" },
  HX3109: {
    severity: "error",
    text: "`{name}` must be public: interface `{interface}` asks for it",
  },
  HX3110: {
    severity: "error",
    text: "`{name}` is read and written otherwise than in interface `{interface}`",
  },
  HX3111: { severity: "error", text: "The constructor must call `super(...)`" },

  // What statements may do
  HX3120: { severity: "error", text: "`{name}` counts the loop and cannot be assigned" },
  HX3121: { severity: "error", text: "This `catch` is never reached: `{type}` is caught before" },
  HX3122: { severity: "error", text: "Key `{key}` is already in this map" },
  HX3123: { severity: "error", text: "Function `{name}` cannot be assigned" },
  HX3124: { severity: "error", text: "`{name}` is not a value" },
  HX3125: {
    severity: "error",
    text: "`this` of an abstract can only be assigned in an `inline` function",
  },
  HX3126: {
    severity: "error",
    text: "`{name}` is abstract: there is nothing that `super` could call",
  },
  HX3127: { severity: "error", text: "Only a function with a name can have type parameters" },
  HX3128: { severity: "error", text: "`{name}` of the parent can be called, but is no value" },
  HX3129: { severity: "error", text: "Operator `{op}` calls the function that defines it" },

  // Null safety
  HX3200: { severity: "error", text: "Expected `{expected}`, found `{found}` that may be null" },
  HX3201: { severity: "error", text: "This may be null and cannot be {use}" },
  HX3202: { severity: "error", text: "Field `{name}` cannot be null and is never given a value" },
  HX3203: { severity: "error", text: "Field `{name}` is read before it has a value" },
  HX3204: { severity: "error", text: "`this` is used before all fields have a value: {names}" },

  // Remarks and limits
  HX3900: { severity: "warning", text: "The type is `{type}`" },
  HX3901: { severity: "warning", text: "This case is never reached" },
  HX3902: { severity: "warning", text: "`{name}` is deprecated{note}" },
  HX3910: { severity: "error", text: "{construct} is not supported" },
  HX3911: { severity: "error", text: "Macro `{name}` is not run: macros are not supported" },
} as const satisfies MessageFamily;
