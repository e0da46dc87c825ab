/** HX2xxx: names, modules and declarations. */
import type { MessageFamily } from "./message.ts";

export const moduleMessages = {
  HX2001: { severity: "error", text: "Type not found: `{name}`" },
  HX2002: { severity: "error", text: "Module not found: `{name}`" },
  HX2003: { severity: "error", text: "`{name}` is a package, not a value" },
  HX2004: { severity: "error", text: "Unknown name `{name}`" },
  HX2005: { severity: "error", text: "The standard library does not declare {names}" },

  HX2010: { severity: "error", text: "Module `{name}` is also in `{other}`" },
  HX2011: { severity: "error", text: "Type `{name}` is declared twice in this module" },
  HX2012: { severity: "error", text: "A constant cannot be a type argument here" },
  HX2013: {
    severity: "error",
    text: "Type arguments of `{type}`: expected {expected}, found {found}",
  },
  HX2014: { severity: "error", text: "`{name}` is declared twice" },
  HX2015: { severity: "error", text: "`{type}` is not a structure that can be extended" },
  HX2016: { severity: "error", text: "`{name}` needs a type" },
  HX2017: { severity: "error", text: "`{type}` does not meet the constraint `{constraint}`" },
  HX2018: { severity: "error", text: "Typedef `{name}` leans on more than {limit} others" },
  HX2019: { severity: "error", text: "Type `{name}` is also in module `{module}`" },

  HX2020: { severity: "error", text: "Expected {wanted}, found `{type}`" },
  HX2021: { severity: "error", text: "`{name}` inherits from itself" },
  HX2022: { severity: "error", text: "`{name}` is final and cannot be extended" },
  HX2023: { severity: "error", text: "`{name}` stands for itself" },
  HX2024: { severity: "error", text: "`{name}` needs an underlying type" },
  HX2025: {
    severity: "error",
    text: "Expected `default`, `null`, `never`, `dynamic` or `{side}`, found `{word}`",
  },
  HX2026: { severity: "error", text: "Function `{name}` has no body" },
  HX2027: { severity: "error", text: "Function `{name}` cannot have a body" },
  HX2028: { severity: "error", text: "Function `{name}` is abstract but class `{type}` is not" },
  HX2029: { severity: "error", text: "Inline variable `{name}` must be static" },

  HX2030: { severity: "error", text: "`this` is not available here" },
  HX2031: { severity: "error", text: "`{name}` needs an instance and is not available here" },

  // What members may be
  HX2040: { severity: "error", text: "A constructor cannot be static" },
  HX2041: { severity: "error", text: "An interface cannot have a constructor" },
  HX2042: { severity: "error", text: "Field `{name}` cannot have type `Void`" },
  HX2043: { severity: "error", text: "`{name}` cannot have a value: {reason}" },
  HX2044: { severity: "error", text: "`{name}` cannot be `{modifier}`: {reason}" },
  HX2045: { severity: "error", text: "Variable `{name}` of an abstract must be static" },
  HX2046: {
    severity: "error",
    text: "Property `{name}` of an abstract has no place: use `get`, `set` and `never`",
  },
  HX2047: { severity: "error", text: "The constructor of an abstract must assign `this`" },
  HX2048: { severity: "error", text: "`{name}` must have a result of `{type}`, found `{found}`" },
  HX2049: { severity: "error", text: "Operator function `{name}` {demand}" },
  HX2050: {
    severity: "error",
    text: "Value `{name}` cannot be left out: `{type}` is neither `Int` nor `String`",
  },
  HX2051: { severity: "error", text: "Constructor `{name}` must make a value of `{type}`" },
  HX2052: { severity: "error", text: "`{name}` is private in module `{module}`" },
  HX2053: { severity: "error", text: "Static `{name}` has the name of a member of `{type}`" },
  HX2054: { severity: "error", text: "A rest argument must be the last one" },
  HX2055: { severity: "error", text: "The underlying type of `{name}` is `{name}` itself" },
  HX2056: { severity: "error", text: "Accessor `{method}` of `{property}` {demand}" },
  HX2057: { severity: "error", text: "A rest argument cannot be optional" },
} as const satisfies MessageFamily;
