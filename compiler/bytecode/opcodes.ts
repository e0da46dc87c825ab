/**
 * Every instruction and its operands. The position in the table is the opcode in `.hbc` and the label in the
 * interpreter's loop, so new instructions go to the end and a reordering raises FORMAT_VERSION.
 *
 * An instruction is four 32-bit words: opcode and three operands (unused ones are 0). A frame has `frameSize` registers
 * in each of three banks, so register 3 means three different things: an Int or Bool (0 or 1), a Float, a ref or dyn
 * value. The operand kind says which bank:
 *
 * - `int`, `float`, `ref`: a register of that bank; the first operand of an instruction that makes a value receives it.
 * - `result`: a register of the bank of the callee's result kind (any register where the result is void).
 * - `window`: the first of consecutive registers holding arguments; argument i is in register window + i of its kind's bank.
 *   A callee's frame begins there, so calls copy nothing. Registers above the arguments are free.
 * - `immediate`: a signed 32-bit number. `count`: a number of arguments, elements or the like.
 * - `target`: an instruction's index in the function.
 * - the rest: an index in the module's table of that name (`floats`, `strings`, `functions`, …).
 */

export type OperandKind =
  | "int"
  | "float"
  | "ref"
  | "result"
  | "window"
  | "immediate"
  | "count"
  | "target"
  | "floats"
  | "strings"
  | "functions"
  | "types"
  | "statics"
  | "constructors"
  | "sites"
  | "shapes"
  | "natives"
  | "tests"
  | "switches";

export interface Opcode {
  readonly name: string;
  /** At most three: name and kind. */
  readonly operands: readonly (readonly [name: string, kind: OperandKind])[];
  /** What it does, in terms of the operand names. */
  readonly does: string;
  /** Control never goes on to the next instruction. */
  readonly ends?: true;
}

type Operands = Opcode["operands"];

const move = (bank: OperandKind): Operands => [
  ["dst", bank],
  ["src", bank],
];
const binary = (result: OperandKind, operand: OperandKind): Operands => [
  ["dst", result],
  ["left", operand],
  ["right", operand],
];
const branch = (operand: OperandKind): Operands => [
  ["left", operand],
  ["right", operand],
  ["to", "target"],
];
const branchImmediate: Operands = [
  ["left", "int"],
  ["right", "immediate"],
  ["to", "target"],
];
const call = (callee: OperandKind): Operands => [
  ["dst", "result"],
  ["callee", callee],
  ["args", "window"],
];
const element = (bank: OperandKind): Operands => [
  ["dst", bank],
  ["array", "ref"],
  ["index", "int"],
];
const storeElement = (bank: OperandKind): Operands => [
  ["array", "ref"],
  ["index", "int"],
  ["value", bank],
];
const field = (bank: OperandKind): Operands => [
  ["dst", bank],
  ["object", "ref"],
  ["name", "strings"],
];
const storeField = (bank: OperandKind): Operands => [
  ["object", "ref"],
  ["name", "strings"],
  ["value", bank],
];
const getStatic = (bank: OperandKind): Operands => [
  ["dst", bank],
  ["variable", "statics"],
];
const setStatic = (bank: OperandKind): Operands => [
  ["variable", "statics"],
  ["value", bank],
];
const param = (bank: OperandKind): Operands => [
  ["dst", bank],
  ["value", "ref"],
  ["param", "count"],
];
const getCell = (bank: OperandKind): Operands => [
  ["dst", bank],
  ["cell", "ref"],
];
const setCell = (bank: OperandKind): Operands => [
  ["cell", "ref"],
  ["value", bank],
];
const literal: Operands = [
  ["dst", "ref"],
  ["elements", "window"],
  ["length", "count"],
];

export const opcodes = [
  // Moves and constants
  { name: "MoveInt", operands: move("int"), does: "dst = src" },
  { name: "MoveFloat", operands: move("float"), does: "dst = src" },
  { name: "MoveRef", operands: move("ref"), does: "dst = src" },
  {
    name: "LoadInt",
    operands: [
      ["dst", "int"],
      ["value", "immediate"],
    ],
    does: "dst = value",
  },
  {
    name: "LoadFloat",
    operands: [
      ["dst", "float"],
      ["value", "floats"],
    ],
    does: "dst = value",
  },
  {
    name: "LoadString",
    operands: [
      ["dst", "ref"],
      ["value", "strings"],
    ],
    does: "dst = value",
  },
  { name: "LoadNull", operands: [["dst", "ref"]], does: "dst = null" },
  {
    name: "LoadType",
    operands: [
      ["dst", "ref"],
      ["type", "types"],
    ],
    does: "dst = the Class or Enum value of type",
  },
  {
    name: "LoadEnum",
    operands: [
      ["dst", "ref"],
      ["constructor", "constructors"],
    ],
    does: "dst = the value of a constructor without arguments",
  },
  {
    name: "LoadClosure",
    operands: [
      ["dst", "ref"],
      ["body", "functions"],
    ],
    does: "dst = the one closure over body, which captures nothing",
  },

  // Int arithmetic
  {
    name: "IntAdd",
    operands: binary("int", "int"),
    does: "dst = left + right, wrapped to 32 bits",
  },
  {
    name: "IntAddImmediate",
    operands: [
      ["dst", "int"],
      ["left", "int"],
      ["right", "immediate"],
    ],
    does: "dst = left + right, wrapped",
  },
  { name: "IntSub", operands: binary("int", "int"), does: "dst = left - right, wrapped" },
  { name: "IntMul", operands: binary("int", "int"), does: "dst = left * right, wrapped" },
  {
    name: "IntMod",
    operands: binary("int", "int"),
    does: "dst = left % right with left's sign; 0 where right is 0",
  },
  { name: "IntAnd", operands: binary("int", "int"), does: "dst = left & right" },
  { name: "IntOr", operands: binary("int", "int"), does: "dst = left | right" },
  { name: "IntXor", operands: binary("int", "int"), does: "dst = left ^ right" },
  { name: "IntShl", operands: binary("int", "int"), does: "dst = left << (right & 31)" },
  { name: "IntShr", operands: binary("int", "int"), does: "dst = left >> (right & 31)" },
  { name: "IntUshr", operands: binary("int", "int"), does: "dst = left >>> (right & 31)" },
  { name: "IntNeg", operands: move("int"), does: "dst = -src, wrapped" },
  { name: "IntNot", operands: move("int"), does: "dst = ~src" },
  { name: "BoolNot", operands: move("int"), does: "dst = 1 - src" },

  // Float arithmetic
  { name: "FloatAdd", operands: binary("float", "float"), does: "dst = left + right" },
  { name: "FloatSub", operands: binary("float", "float"), does: "dst = left - right" },
  { name: "FloatMul", operands: binary("float", "float"), does: "dst = left * right" },
  { name: "FloatDiv", operands: binary("float", "float"), does: "dst = left / right" },
  { name: "FloatMod", operands: binary("float", "float"), does: "dst = fmod(left, right)" },
  { name: "FloatNeg", operands: move("float"), does: "dst = -src" },
  { name: "FloatSqrt", operands: move("float"), does: "dst = square root of src" },
  { name: "FloatFloor", operands: move("float"), does: "dst = src rounded down" },
  { name: "FloatAbs", operands: move("float"), does: "dst = src without its sign" },

  // Comparisons that make a Bool
  { name: "IntEq", operands: binary("int", "int"), does: "dst = left == right" },
  { name: "IntNe", operands: binary("int", "int"), does: "dst = left != right" },
  { name: "IntLt", operands: binary("int", "int"), does: "dst = left < right" },
  { name: "IntLe", operands: binary("int", "int"), does: "dst = left <= right" },
  { name: "FloatEq", operands: binary("int", "float"), does: "dst = left == right" },
  { name: "FloatNe", operands: binary("int", "float"), does: "dst = left != right" },
  { name: "FloatLt", operands: binary("int", "float"), does: "dst = left < right" },
  { name: "FloatLe", operands: binary("int", "float"), does: "dst = left <= right" },
  {
    name: "RefEq",
    operands: binary("int", "ref"),
    does: "dst = left == right: numbers by value, strings by text, objects by identity",
  },
  { name: "RefNe", operands: binary("int", "ref"), does: "dst = left != right" },
  {
    name: "IsNull",
    operands: [
      ["dst", "int"],
      ["value", "ref"],
    ],
    does: "dst = value == null",
  },
  {
    name: "InstanceOf",
    operands: [
      ["dst", "int"],
      ["value", "ref"],
      ["test", "tests"],
    ],
    does: "dst = value passes the type test",
  },

  // Conversions
  {
    name: "IntToFloat",
    operands: [
      ["dst", "float"],
      ["src", "int"],
    ],
    does: "dst = src",
  },
  {
    name: "FloatToInt",
    operands: [
      ["dst", "int"],
      ["src", "float"],
    ],
    does: "dst = src truncated modulo 2^32; 0 for NaN and infinities",
  },
  {
    name: "BoxInt",
    operands: [
      ["dst", "ref"],
      ["src", "int"],
    ],
    does: "dst = src as a dynamic value",
  },
  {
    name: "BoxFloat",
    operands: [
      ["dst", "ref"],
      ["src", "float"],
    ],
    does: "dst = src as a dynamic value",
  },
  {
    name: "BoxBool",
    operands: [
      ["dst", "ref"],
      ["src", "int"],
    ],
    does: "dst = src as a dynamic value",
  },
  {
    name: "UnboxInt",
    operands: [
      ["dst", "int"],
      ["src", "ref"],
    ],
    does: "dst = src; 0 where it is no number",
  },
  {
    name: "UnboxFloat",
    operands: [
      ["dst", "float"],
      ["src", "ref"],
    ],
    does: "dst = src; 0 where it is no number",
  },
  {
    name: "UnboxBool",
    operands: [
      ["dst", "int"],
      ["src", "ref"],
    ],
    does: "dst = src; false where it is no Bool",
  },

  // Jumps
  { name: "Jump", operands: [["to", "target"]], does: "goes to `to`", ends: true },
  {
    name: "LoopBack",
    operands: [["to", "target"]],
    does: "goes to `to`, a loop's top: a point where the program can be paused",
    ends: true,
  },
  {
    name: "JumpIfTrue",
    operands: [
      ["test", "int"],
      ["to", "target"],
    ],
    does: "goes to `to` if test is not 0",
  },
  {
    name: "JumpIfFalse",
    operands: [
      ["test", "int"],
      ["to", "target"],
    ],
    does: "goes to `to` if test is 0",
  },
  {
    name: "JumpIfNull",
    operands: [
      ["value", "ref"],
      ["to", "target"],
    ],
    does: "goes to `to` if value is null",
  },
  {
    name: "JumpIfNotNull",
    operands: [
      ["value", "ref"],
      ["to", "target"],
    ],
    does: "goes to `to` if value is not null",
  },
  { name: "JumpIfRefEq", operands: branch("ref"), does: "goes to `to` if RefEq" },
  { name: "JumpIfRefNe", operands: branch("ref"), does: "goes to `to` if not RefEq" },
  { name: "JumpIfIntEq", operands: branch("int"), does: "goes to `to` if left == right" },
  { name: "JumpIfIntNe", operands: branch("int"), does: "goes to `to` if left != right" },
  { name: "JumpIfIntLt", operands: branch("int"), does: "goes to `to` if left < right" },
  { name: "JumpIfIntLe", operands: branch("int"), does: "goes to `to` if left <= right" },
  {
    name: "JumpIfIntEqImmediate",
    operands: branchImmediate,
    does: "goes to `to` if left == right",
  },
  {
    name: "JumpIfIntNeImmediate",
    operands: branchImmediate,
    does: "goes to `to` if left != right",
  },
  { name: "JumpIfIntLtImmediate", operands: branchImmediate, does: "goes to `to` if left < right" },
  {
    name: "JumpIfIntLeImmediate",
    operands: branchImmediate,
    does: "goes to `to` if left <= right",
  },
  { name: "JumpIfIntGtImmediate", operands: branchImmediate, does: "goes to `to` if left > right" },
  {
    name: "JumpIfIntGeImmediate",
    operands: branchImmediate,
    does: "goes to `to` if left >= right",
  },
  { name: "JumpIfFloatEq", operands: branch("float"), does: "goes to `to` if left == right" },
  { name: "JumpIfFloatNe", operands: branch("float"), does: "goes to `to` if left != right" },
  { name: "JumpIfFloatLt", operands: branch("float"), does: "goes to `to` if left < right" },
  { name: "JumpIfFloatLe", operands: branch("float"), does: "goes to `to` if left <= right" },
  { name: "JumpIfFloatNotLt", operands: branch("float"), does: "goes to `to` unless left < right" },
  {
    name: "JumpIfFloatNotLe",
    operands: branch("float"),
    does: "goes to `to` unless left <= right",
  },
  {
    name: "Switch",
    operands: [
      ["value", "int"],
      ["table", "switches"],
      ["otherwise", "target"],
    ],
    does: "goes to the table's target for value, else to otherwise",
    ends: true,
  },

  // Objects
  {
    name: "CheckNull",
    operands: [
      ["value", "ref"],
      ["what", "strings"],
    ],
    does: 'throws "Null access" followed by ` what` if value is null',
  },
  {
    name: "New",
    operands: [
      ["dst", "ref"],
      ["class", "types"],
    ],
    does: "dst = a new instance with all fields zero",
  },
  { name: "GetIntField", operands: field("int"), does: "dst = object.name" },
  { name: "GetFloatField", operands: field("float"), does: "dst = object.name" },
  { name: "GetBoolField", operands: field("int"), does: "dst = object.name" },
  { name: "GetRefField", operands: field("ref"), does: "dst = object.name" },
  { name: "SetIntField", operands: storeField("int"), does: "object.name = value" },
  { name: "SetFloatField", operands: storeField("float"), does: "object.name = value" },
  { name: "SetBoolField", operands: storeField("int"), does: "object.name = value" },
  { name: "SetRefField", operands: storeField("ref"), does: "object.name = value" },
  { name: "GetIntStatic", operands: getStatic("int"), does: "dst = variable" },
  { name: "GetFloatStatic", operands: getStatic("float"), does: "dst = variable" },
  { name: "GetBoolStatic", operands: getStatic("int"), does: "dst = variable" },
  { name: "GetRefStatic", operands: getStatic("ref"), does: "dst = variable" },
  { name: "SetIntStatic", operands: setStatic("int"), does: "variable = value" },
  { name: "SetFloatStatic", operands: setStatic("float"), does: "variable = value" },
  { name: "SetBoolStatic", operands: setStatic("int"), does: "variable = value" },
  { name: "SetRefStatic", operands: setStatic("ref"), does: "variable = value" },

  // Arrays and strings
  { name: "NewIntArray", operands: literal, does: "dst = an Array of length Ints from the window" },
  {
    name: "NewFloatArray",
    operands: literal,
    does: "dst = an Array of length Floats from the window",
  },
  {
    name: "NewBoolArray",
    operands: literal,
    does: "dst = an Array of length Bools from the window",
  },
  { name: "NewRefArray", operands: literal, does: "dst = an Array of length refs from the window" },
  { name: "ArrayGetInt", operands: element("int"), does: "dst = array[index]; 0 out of range" },
  {
    name: "ArrayGetFloat",
    operands: element("float"),
    does: "dst = array[index]; 0.0 out of range",
  },
  {
    name: "ArrayGetBool",
    operands: element("int"),
    does: "dst = array[index]; false out of range",
  },
  { name: "ArrayGetRef", operands: element("ref"), does: "dst = array[index]; null out of range" },
  {
    name: "ArraySetInt",
    operands: storeElement("int"),
    does: 'array[index] = value, growing with zeros; throws "Invalid array index" below 0',
  },
  { name: "ArraySetFloat", operands: storeElement("float"), does: "as ArraySetInt" },
  { name: "ArraySetBool", operands: storeElement("int"), does: "as ArraySetInt" },
  { name: "ArraySetRef", operands: storeElement("ref"), does: "as ArraySetInt" },
  {
    name: "Length",
    operands: [
      ["dst", "int"],
      ["value", "ref"],
    ],
    does: "dst = the length of an Array or String",
  },
  {
    name: "CharCodeAt",
    operands: [
      ["dst", "int"],
      ["text", "ref"],
      ["index", "int"],
    ],
    does: "dst = text's unit at index; -1 out of range",
  },
  {
    name: "Concat",
    operands: binary("ref", "ref"),
    does: 'dst = left followed by right; null reads as "null"',
  },

  // Enums, structures, closures, cells
  {
    name: "NewEnum",
    operands: [
      ["dst", "ref"],
      ["constructor", "constructors"],
      ["args", "window"],
    ],
    does: "dst = a new enum value",
  },
  {
    name: "EnumIndex",
    operands: [
      ["dst", "int"],
      ["value", "ref"],
    ],
    does: "dst = the number of value's constructor",
  },
  { name: "EnumIntParam", operands: param("int"), does: "dst = value's argument number param" },
  { name: "EnumFloatParam", operands: param("float"), does: "dst = value's argument number param" },
  { name: "EnumBoolParam", operands: param("int"), does: "dst = value's argument number param" },
  { name: "EnumRefParam", operands: param("ref"), does: "dst = value's argument number param" },
  {
    name: "NewStructure",
    operands: [
      ["dst", "ref"],
      ["shape", "shapes"],
      ["values", "window"],
    ],
    does: "dst = an anonymous structure with the shape's names",
  },
  {
    name: "NewClosure",
    operands: [
      ["dst", "ref"],
      ["body", "functions"],
      ["captures", "window"],
    ],
    does: "dst = a closure over body with the captured values",
  },
  {
    name: "NewIntCell",
    operands: [
      ["dst", "ref"],
      ["value", "int"],
    ],
    does: "dst = a cell holding value",
  },
  {
    name: "NewFloatCell",
    operands: [
      ["dst", "ref"],
      ["value", "float"],
    ],
    does: "dst = a cell holding value",
  },
  {
    name: "NewBoolCell",
    operands: [
      ["dst", "ref"],
      ["value", "int"],
    ],
    does: "dst = a cell holding value",
  },
  {
    name: "NewRefCell",
    operands: [
      ["dst", "ref"],
      ["value", "ref"],
    ],
    does: "dst = a cell holding value",
  },
  { name: "GetIntCell", operands: getCell("int"), does: "dst = what cell holds" },
  { name: "GetFloatCell", operands: getCell("float"), does: "dst = what cell holds" },
  { name: "GetBoolCell", operands: getCell("int"), does: "dst = what cell holds" },
  { name: "GetRefCell", operands: getCell("ref"), does: "dst = what cell holds" },
  { name: "SetIntCell", operands: setCell("int"), does: "cell holds value" },
  { name: "SetFloatCell", operands: setCell("float"), does: "cell holds value" },
  { name: "SetBoolCell", operands: setCell("int"), does: "cell holds value" },
  { name: "SetRefCell", operands: setCell("ref"), does: "cell holds value" },
  { name: "DynamicGet", operands: field("ref"), does: "dst = object.name of whatever object is" },
  {
    name: "DynamicSet",
    operands: storeField("ref"),
    does: "object.name = value of whatever object is",
  },
  {
    name: "Cast",
    operands: [
      ["dst", "ref"],
      ["value", "ref"],
      ["test", "tests"],
    ],
    does: 'dst = value; throws "Cannot cast X to Y" unless null or passing the test',
  },

  // Calls
  { name: "Call", operands: call("functions"), does: "dst = callee(args)" },
  {
    name: "CallMethod",
    operands: call("sites"),
    does: "dst = the site's method of the first argument's class",
  },
  {
    name: "CallClosure",
    operands: [
      ["dst", "ref"],
      ["closure", "window"],
      ["length", "count"],
    ],
    does: 'dst = closure(…) with length refs after it in the window; throws "Null access" on null',
  },
  {
    name: "CallNative",
    operands: call("natives"),
    does: "dst = the runtime's own function callee(args)",
  },
  { name: "ReturnVoid", operands: [], does: "goes back to the caller", ends: true },
  {
    name: "ReturnInt",
    operands: [["value", "int"]],
    does: "goes back to the caller with value",
    ends: true,
  },
  {
    name: "ReturnFloat",
    operands: [["value", "float"]],
    does: "goes back to the caller with value",
    ends: true,
  },
  {
    name: "ReturnRef",
    operands: [["value", "ref"]],
    does: "goes back to the caller with value",
    ends: true,
  },
  { name: "Throw", operands: [["value", "ref"]], does: "throws value", ends: true },

  // Debugging; not in files
  {
    name: "Break",
    operands: [],
    does: "pauses before the instruction that it stands for; the debugger puts it, files have none",
  },

  // Bytes
  {
    name: "BytesGet",
    operands: [
      ["dst", "int"],
      ["bytes", "ref"],
      ["index", "int"],
    ],
    does: "dst = the byte of bytes at index; 0 out of range",
  },
  {
    name: "BytesSet",
    operands: [
      ["bytes", "ref"],
      ["index", "int"],
      ["value", "int"],
    ],
    does: "the byte of bytes at index = the low 8 bits of value",
  },
] as const satisfies readonly Opcode[];

export type OpcodeName = (typeof opcodes)[number]["name"];

/** The opcode of an instruction. */
export const opcodeOf = Object.fromEntries(
  opcodes.map((opcode, index) => [opcode.name, index]),
) as Readonly<Record<OpcodeName, number>>;

/** Words an instruction takes: the opcode and three operands. */
export const INSTRUCTION_WORDS = 4;
