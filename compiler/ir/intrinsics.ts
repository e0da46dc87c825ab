/**
 * What the standard library (runtime/std, in Haxe) is built on: operations each printer or runtime implements itself.
 * In Haxe an intrinsic is a member marked `@:intrinsic("name")`, without a body; an instance member passes `this` first.
 */
import type { Kind, ResultKind } from "./kind.ts";

export interface Intrinsic {
  readonly params: readonly Kind[];
  readonly result: ResultKind;
  /**
   * `pure`: an expression. `alloc`: makes an object, nothing else. `effect`: reads or changes the outside. `throws`: may
   * throw. `calls`: runs functions of the program, so it may do anything.
   */
  readonly effect: "pure" | "alloc" | "effect" | "throws" | "calls";
  /** Is the last parameter one that lowering adds, not the member in Haxe? */
  readonly addsZero?: true;
}

/** Can the intrinsic throw? */
export function intrinsicThrows(name: IntrinsicName): boolean {
  const { effect } = intrinsics[name];
  return effect === "throws" || effect === "calls";
}

export const intrinsics = {
  // Strings: immutable UTF-16. Positions are in range unless said otherwise.
  "string.length": { params: ["ref"], result: "i32", effect: "pure" },
  /** -1 out of range. */
  "string.charCodeAt": { params: ["ref", "i32"], result: "i32", effect: "pure" },
  /** null reads as "null". */
  "string.concat": { params: ["ref", "ref"], result: "ref", effect: "alloc" },
  /** From start to end, 0 <= start <= end <= length. */
  "string.slice": { params: ["ref", "i32", "i32"], result: "ref", effect: "alloc" },
  /** One UTF-16 unit. */
  "string.fromCharCode": { params: ["i32"], result: "ref", effect: "alloc" },
  /** First match at or after the position, or -1. */
  "string.indexOf": { params: ["ref", "ref", "i32"], result: "i32", effect: "pure" },
  /** Last match at or before the position, or -1. */
  "string.lastIndexOf": { params: ["ref", "ref", "i32"], result: "i32", effect: "pure" },
  /** Negative, 0 or positive, by UTF-16 units. */
  "string.compare": { params: ["ref", "ref"], result: "i32", effect: "pure" },
  /** h = h * 31 + unit, from 0, wrapping: the same in every mode. */
  "string.hash": { params: ["ref"], result: "i32", effect: "pure" },
  "string.fromInt": { params: ["i32"], result: "ref", effect: "alloc" },
  /** The shortest text that reads back, as ECMAScript's Number::toString writes it. */
  "string.fromFloat": { params: ["f64"], result: "ref", effect: "alloc" },
  /** The longest numeric prefix after white space; NaN where there is none. */
  "string.parseFloat": { params: ["ref"], result: "f64", effect: "pure" },
  /** Joins all elements (strings or null) of an Array in one allocation. */
  "string.join": { params: ["ref", "ref"], result: "ref", effect: "alloc" },

  // Arrays. Elements are passed as dyn. Further operations are written in Haxe over these.
  /** Lowering writes it as the expression `ArrayLength`. */
  "array.length": { params: ["ref"], result: "i32", effect: "pure" },
  "array.push": { params: ["ref", "dyn"], result: "i32", effect: "effect" },
  /** Null where empty. */
  "array.pop": { params: ["ref"], result: "dyn", effect: "effect" },
  /** An array of that many elements, each the value. Where null is written or left out lowering passes the elements' zero. */
  "array.filled": { params: ["i32", "dyn"], result: "ref", effect: "alloc" },
  /** Shortens, or grows with the value, which lowering adds: the elements' zero. */
  "array.resize": {
    params: ["ref", "i32", "dyn"],
    result: "void",
    effect: "effect",
    addsZero: true,
  },
  /** Copies elements [start, end) into a new array; indices in range. */
  "array.slice": { params: ["ref", "i32", "i32"], result: "ref", effect: "alloc" },
  /** Moves count elements from (src, srcPos) to (dst, dstPos); overlapping is right; ranges exist. */
  "array.blit": { params: ["ref", "i32", "ref", "i32", "i32"], result: "void", effect: "effect" },

  // Bytes: a fixed number of bytes, little-endian. Positions are in range unless said otherwise.
  /** All zero; the size is not negative. */
  "bytes.alloc": { params: ["i32"], result: "ref", effect: "alloc" },
  "bytes.length": { params: ["ref"], result: "i32", effect: "pure" },
  /** 0 out of range. */
  "bytes.get": { params: ["ref", "i32"], result: "i32", effect: "pure" },
  "bytes.set": { params: ["ref", "i32", "i32"], result: "void", effect: "effect" },
  "bytes.getUint16": { params: ["ref", "i32"], result: "i32", effect: "pure" },
  "bytes.setUint16": { params: ["ref", "i32", "i32"], result: "void", effect: "effect" },
  "bytes.getInt32": { params: ["ref", "i32"], result: "i32", effect: "pure" },
  "bytes.setInt32": { params: ["ref", "i32", "i32"], result: "void", effect: "effect" },
  "bytes.getFloat32": { params: ["ref", "i32"], result: "f64", effect: "pure" },
  /** A NaN is stored as 0x7FC00000. */
  "bytes.setFloat32": { params: ["ref", "i32", "f64"], result: "void", effect: "effect" },
  "bytes.getFloat64": { params: ["ref", "i32"], result: "f64", effect: "pure" },
  /** A NaN is stored as 0x7FF8000000000000. */
  "bytes.setFloat64": { params: ["ref", "i32", "f64"], result: "void", effect: "effect" },
  /** Moves count bytes from (src, srcPos) to (dst, dstPos); overlapping is right. */
  "bytes.blit": { params: ["ref", "i32", "ref", "i32", "i32"], result: "void", effect: "effect" },
  /** Stores the value in the bytes [start, end). */
  "bytes.fill": { params: ["ref", "i32", "i32", "i32"], result: "void", effect: "effect" },
  /** Copies the bytes [start, end). */
  "bytes.slice": { params: ["ref", "i32", "i32"], result: "ref", effect: "alloc" },
  /** Negative, 0 or positive: byte by byte, then the shorter first. */
  "bytes.compare": { params: ["ref", "ref"], result: "i32", effect: "pure" },
  /** A text as UTF-8; a lone surrogate becomes U+FFFD. */
  "bytes.ofText": { params: ["ref"], result: "ref", effect: "alloc" },
  /** The bytes [start, end) as UTF-8; each malformed sequence, as the WHATWG counts them, becomes U+FFFD. */
  "bytes.toText": { params: ["ref", "i32", "i32"], result: "ref", effect: "alloc" },

  // Numbers
  /** Lowering writes it as the conversion `f64.i32`. */
  "f64.toInt": { params: ["f64"], result: "i32", effect: "pure" },
  "f64.sqrt": { params: ["f64"], result: "f64", effect: "pure" },
  "f64.floor": { params: ["f64"], result: "f64", effect: "pure" },
  "f64.ceil": { params: ["f64"], result: "f64", effect: "pure" },
  "f64.abs": { params: ["f64"], result: "f64", effect: "pure" },
  "f64.lowBits": { params: ["f64"], result: "i32", effect: "pure" },
  "f64.highBits": { params: ["f64"], result: "i32", effect: "pure" },
  /** (low, high) */
  "f64.fromBits": { params: ["i32", "i32"], result: "f64", effect: "pure" },
  /** Rounded to the nearest 32-bit float, as bits. NaN gives 0x7FC00000. */
  "f64.toFloat32Bits": { params: ["f64"], result: "i32", effect: "pure" },
  "f64.fromFloat32Bits": { params: ["i32"], result: "f64", effect: "pure" },

  // Reflection
  /** 0 null, 1 Int (or a Float that is one), 2 Float, 3 Bool, 4 String, 5 Array, 6 instance or bytes, 7 enum value, 8 structure, 9 function, 10 Class or Enum value. */
  "dyn.kind": { params: ["dyn"], result: "i32", effect: "pure" },
  /** Equal values (`dyn.eq`) have equal hashes; objects by identity. Not the same in every mode for objects: never observable through Map order. */
  "dyn.hash": { params: ["dyn"], result: "i32", effect: "effect" },
  /** The `Class<T>` value of an instance, else null. */
  "type.classOf": { params: ["dyn"], result: "ref", effect: "pure" },
  /** Path of a Class or Enum value. */
  "type.path": { params: ["ref"], result: "ref", effect: "pure" },
  "type.superclass": { params: ["ref"], result: "ref", effect: "pure" },
  /** The Class value with that path among the program's classes, else null. */
  "type.resolve": { params: ["ref"], result: "ref", effect: "pure" },
  /** The Enum value with that path among the program's enums, else null. */
  "type.resolveEnum": { params: ["ref"], result: "ref", effect: "pure" },
  /** Is it the value of an enum, not of a class? */
  "type.isEnum": { params: ["ref"], result: "bool", effect: "pure" },
  /** Array of names: all variables and methods of instances, base class first, each class's variables before its methods. */
  "type.instanceFields": { params: ["ref"], result: "ref", effect: "alloc" },
  /** Array of names: the class's own static variables, then its static functions. */
  "type.classFields": { params: ["ref"], result: "ref", effect: "alloc" },
  /** Makes an instance and runs the constructor, inherited where the class has none, with the arguments of an Array. */
  "type.create": { params: ["ref", "ref"], result: "ref", effect: "calls" },
  /** An instance with every field at its kind's zero. Throws for an interface, as `type.create` does. */
  "type.createEmpty": { params: ["ref"], result: "ref", effect: "calls" },
  /** Is the value an instance of the Class value (class, interface or enum)? */
  "type.isInstance": { params: ["dyn", "ref"], result: "bool", effect: "pure" },
  /** Array of names: an instance's variables, base class first, in declaration order; a structure's in order of creation. */
  "reflect.fields": { params: ["dyn"], result: "ref", effect: "alloc" },
  "reflect.hasField": { params: ["dyn", "ref"], result: "bool", effect: "pure" },
  /** Of a Class value the static variable or function. Null where there is none such. Does not run getters. */
  "reflect.get": { params: ["dyn", "ref"], result: "dyn", effect: "throws" },
  /** As `reflect.get` for stored variables only: a method reads as null. So a computed name keeps no method alive. */
  "reflect.variable": { params: ["dyn", "ref"], result: "dyn", effect: "effect" },
  "reflect.set": { params: ["dyn", "ref", "dyn"], result: "void", effect: "throws" },
  "reflect.delete": { params: ["dyn", "ref"], result: "bool", effect: "effect" },
  /** As `reflect.get` and `reflect.set`, but where there is `get_NAME` or `set_NAME` that is run. */
  "reflect.getProperty": { params: ["dyn", "ref"], result: "dyn", effect: "calls" },
  "reflect.setProperty": { params: ["dyn", "ref", "dyn"], result: "void", effect: "calls" },
  /** Calls a closure with the elements of an Array. */
  "closure.call": { params: ["ref", "ref"], result: "dyn", effect: "calls" },
  /** A closure of any number of arguments, which calls another with an Array of them. */
  "closure.variadic": { params: ["ref"], result: "ref", effect: "alloc" },
  /** The same closure, or the same method of the same object? */
  "closure.same": { params: ["ref", "ref"], result: "bool", effect: "pure" },
  "enum.path": { params: ["ref"], result: "ref", effect: "pure" },
  /** The Enum value of an enum value's type. */
  "enum.type": { params: ["ref"], result: "ref", effect: "pure" },
  "enum.index": { params: ["ref"], result: "i32", effect: "pure" },
  /** Array of the constructors' names of an Enum value. */
  "enum.constructors": { params: ["ref"], result: "ref", effect: "alloc" },
  /** How many arguments a constructor takes, by its number. */
  "enum.arity": { params: ["ref", "i32"], result: "i32", effect: "pure" },
  /** The enum value of a constructor, by its number, with the elements of an Array as its arguments. */
  "enum.create": { params: ["ref", "i32", "ref"], result: "ref", effect: "alloc" },
  "enum.constructor": { params: ["ref"], result: "ref", effect: "pure" },
  /** Array of the arguments. */
  "enum.params": { params: ["ref"], result: "ref", effect: "alloc" },

  // Calls that are open, where a mode knows them: interpreter and JIT.
  /** The calls at this place, as `stack.calls` reads them; null where they are not known. */
  "stack.here": { params: [], result: "ref", effect: "alloc" },
  /** The calls at the place where the exception that was caught last was thrown; null as above. */
  "stack.thrown": { params: [], result: "ref", effect: "alloc" },
  /** Array of id of the function, file and line for each call, one after another, innermost first. */
  "stack.calls": { params: ["ref"], result: "ref", effect: "alloc" },

  // Host
  /** Writes the text to standard output as UTF-8, adding nothing. */
  "host.print": { params: ["ref"], result: "void", effect: "effect" },
  "host.printError": { params: ["ref"], result: "void", effect: "effect" },
  /** Ends the program with the status. */
  "host.exit": { params: ["i32"], result: "void", effect: "throws" },
  /** Seconds since some fixed moment; real time, not game time. */
  "host.time": { params: [], result: "f64", effect: "effect" },
  /** Milliseconds since 1970 began in UTC; fixed where the run must repeat. */
  "host.now": { params: [], result: "f64", effect: "effect" },
  /** Minutes that the local zone is ahead of UTC at that time. */
  "host.zoneOffset": { params: ["f64"], result: "i32", effect: "effect" },
  /** Array of the program's arguments. */
  "host.args": { params: [], result: "ref", effect: "alloc" },
  /** The closure `(dt) -> Void` that the host calls each fixed step after main has returned. */
  "host.onFrame": { params: ["ref"], result: "void", effect: "effect" },
  /** The closure `(alpha) -> Void` that writes the commands of one picture; not called where nothing is drawn. */
  "host.onDraw": { params: ["ref"], result: "void", effect: "effect" },
  /**
   * Two closures for what the program waits for: `() -> Void`, called once after main where the program has asked for no
   * frames, and `(dt) -> Void`, called before each fixed step.
   */
  "host.onTimers": { params: ["ref", "ref"], result: "void", effect: "effect" },
  /** The closure `() -> Void` that is called whenever control goes back to the host, also by an exception or an exit. */
  "host.onReturn": { params: ["ref"], result: "void", effect: "effect" },
  /** The closure `() -> String` whose text `--frames` prints as the state's digest. */
  "host.onDigest": { params: ["ref"], result: "void", effect: "effect" },
  /** Is the key held? Codes: docs/input.md (USB HID usage ids). */
  "host.keyDown": { params: ["i32"], result: "bool", effect: "effect" },
  "host.width": { params: [], result: "i32", effect: "effect" },
  "host.height": { params: [], result: "i32", effect: "effect" },
  /** A request for files, processes or the environment, and its reply: runtime/std/haxe/internal/SystemCall.hx. Null where the mode has none. */
  "host.system": { params: ["ref"], result: "ref", effect: "effect" },
  /** Seed of `Math.random`; fixed where the run must repeat. */
  "host.seed": { params: [], result: "i32", effect: "effect" },

  // Assets: little-endian reads of a compiled blob; a handle stays the same when the asset is reloaded.
  /** Handle of `package.Name` of the kind (1 texture, 2 mesh, 3 shader, 4 material, 5 scene), or -1. */
  "asset.find": { params: ["i32", "ref"], result: "i32", effect: "effect" },
  /** Grows by one each time the asset is replaced by a reload. */
  "asset.version": { params: ["i32"], result: "i32", effect: "effect" },
  "asset.size": { params: ["i32"], result: "i32", effect: "effect" },
  /** Reads at a byte offset; outside the blob throws "Asset read out of range". */
  "asset.readInt": { params: ["i32", "i32"], result: "i32", effect: "throws" },
  "asset.readFloat32": { params: ["i32", "i32"], result: "f64", effect: "throws" },
  "asset.readFloat64": { params: ["i32", "i32"], result: "f64", effect: "throws" },
  /** u32 byte length, then UTF-8. */
  "asset.readString": { params: ["i32", "i32"], result: "ref", effect: "throws" },

  // Render command stream: 32-bit words, executed by the host after onDraw returns. See docs/render_commands.md.
  "commands.int": { params: ["i32"], result: "void", effect: "effect" },
  "commands.float": { params: ["f64"], result: "void", effect: "effect" },
} as const satisfies Record<string, Intrinsic>;

export type IntrinsicName = keyof typeof intrinsics;
