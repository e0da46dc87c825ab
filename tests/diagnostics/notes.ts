/** What a message does not say by itself: what is behind it, and what to do. */
import type { DiagnosticCode } from "#compiler/diagnostics/catalog.ts";

export const notes: Readonly<Partial<Record<DiagnosticCode, string>>> = {
  HX1003: "To write a backslash itself, double it: `\\\\`.",
  HX1004:
    "`\\x` and octal escapes reach to 127. Write other characters as `\\u{...}`, or as they are.",
  HX1009: "Digits may be grouped with single `_`; a number does not start with a needless 0.",
  HX1028: "The text is that of an `#error` directive which the defines have reached.",
  HX1103: "Shown is the bracket, and the first place that cannot be inside it.",
  HX1104:
    "Every phase walks the code recursively, so its depth is limited. Long chains of operators count too: split them, or build the value in a loop.",
  HX1106: "The first letter tells types from packages and fields.",
  HX1115: "In a class, write `var x:Null<T>`.",
  HX2001:
    "Each unknown name is reported once a file. A type of another package needs an `import`; one that is not a module's main type is imported through its module.",
  HX2002: "An import names a module by its package and file: `pack.Module`.",
  HX2004: "Each unknown name is reported once a file.",
  HX2005: "The library given with `--std` is not one for this compiler.",
  HX2010: "A module has one file. Packages follow from the `package` line, not from the folder.",
  HX2015:
    "Only structures can be extended with `>` or joined with `&`; a class is extended with `extends`.",
  HX2018: "What looks through a typedef calls itself for each, so a chain of them is limited.",
  HX2019:
    "A type's path is its package and its name, whichever module holds it, so a package has one type of a name.",
  HX2020: "A class extends a class and implements interfaces; an interface extends interfaces.",
  HX2023: "A typedef is another name for a type, so in the end there must be a type.",
  HX2025:
    "An accessor is named for its property: `get_x` and `set_x`, and the property says `get` and `set`.",
  HX2029: "An inline variable is a constant: all instances would have the same.",
  HX2030: "A static function belongs to the class, not to an instance.",
  HX2031:
    "Make the function an instance's, make the member static, or name an instance: `instance.name`.",
  HX3001:
    "The value's type does not fit where it is used. Labels show where the expected type comes from.",
  HX3002: "As HX3001, with the part in which the two types differ.",
  HX3003: "`Int`, `Float` and `Bool` hold no `null`. Where one is needed, the type is `Null<T>`.",
  HX3004:
    "The type of each follows from the next one's value or body. One written type ends the chain.",
  HX3021:
    "A property's declaration says who may read it: `(get, set)`, `(default, null)`, `(never, ...)`.",
  HX3022:
    "A property's declaration says who may write it; `(default, null)` is for its own class only.",
  HX3023: "With `get` and `set` there is only what these functions make of it.",
  HX3026: "A constant is made of literals, operators and other inline variables.",
  HX3039: "Put the call into a method of its own, and call that one from the local function.",
  HX3043: "An abstract can bring operators of its own with `@:op`.",
  HX3049: "A structure must have every field that is not optional (`?name`).",
  HX3052: "The mark is where the body can end without a value.",
  HX3053:
    "What is caught is found when the program runs, which knows classes, enums and basic types.",
  HX3059: "Give the value a type first: `(value : Array<Item>)`, or `Iterable<Item>`.",
  HX3060:
    "Type arguments are not kept in a running program. Test for `Array<Dynamic>`, or for the class alone.",
  HX3070:
    "A pattern is made of constructors, literals, arrays, structures, names and `|`. Conditions go after `if`.",
  HX3072:
    "A name with a capital is a constructor or constant; to capture a value, use a name in lower case.",
  HX3077:
    "A switch over an enum, a Bool or an enum abstract, or whose value is used, takes every value. `case _:` takes the rest.",
  HX3080: "`match` only says whether the value looks so; use `switch` to take parts out.",
  HX3082: "On some way to here the variable was not assigned.",
  HX3100: "A member that overrides has the name and kind of one in the parent.",
  HX3105:
    "An overriding function takes at least what the parent's takes, and gives at most what it gives.",
  HX3106:
    "A final is given its value where it is declared or, if it is no static, in the constructor.",
  HX3111: "The parent sets up its own part first.",
  HX3900: "The answer to `$type(...)`. Take it out when you have read it.",
  HX3910: "See [what is supported](haxe_support.md).",
  HX4001: "`--main` names the class by its package: `game.Main`.",
  HX4004: "Libraries that a program joins must not share names of types.",
  HX4005: "The library was there when this one was checked, but was not given to the link.",
  HX4006: "`@:intrinsic` is for the standard library.",
  HX4009: "What scenes give to entities has one base: `docs/scenes.md`.",
  HX4012: "A scene's columns hold the initial value of every parameter that is not set there.",
  HX9001: "A fault of the compiler, never of the program. What it says helps to find it.",
  HX9002: "Compiled files are read by the version of the compiler that wrote them.",
};
