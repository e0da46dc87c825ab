/**
 * The interpreter's loop: register bytecode over typed banks. Interpreted calls use the machine's frame stack, not
 * JavaScript's, so a run can stop at any loop turn, call or breakpoint, give control back and go on later.
 *
 * The labels are the numbers of the opcode table; tests/runtime/vm/opcode_labels.test.ts holds them against it (with
 * UPDATE_GOLDENS=1 it writes them). Literal labels let V8 make a jump table, and the tables are captured rather than
 * passed because V8 then compiles their addresses in.
 */
import { MAX_ARGUMENTS } from "#compiler/bytecode/module.ts";
import { INSTRUCTION_WORDS } from "#compiler/bytecode/opcodes.ts";
import { BoolCell, FloatCell, IntCell, RefCell } from "../cells.ts";
import { dynamicGet, dynamicSet } from "../dynamic_access.ts";
import { unboxFloat, unboxInt } from "../javascript_runtime.ts";
import type { Members } from "../named_functions.ts";
import { growingStore } from "../natives/array_natives.ts";
import type { Instance, Value } from "../object_model.ts";
import { caughtValue, HaxeError, throwNullAccess } from "../thrown.ts";
import { castError } from "../type_tests.ts";
import { boolArray, floatArray, intArray } from "./array_literals.ts";
import { type Banks, REGISTER_LIMIT } from "./banks.ts";
import type { Linker } from "./linker.ts";
import type { Outgoing } from "./marshal.ts";

/** How a run ended: the function returned, the budget was used up, or a breakpoint was met. */
export const DONE = 0;
export const PAUSED = 1;
export const STOPPED = 2;

/** Where control is: instruction, first register of the frame, words of the frame stack in use. */
export interface Place {
  pc: number;
  bp: number;
  sp: number;
  /** The register for the value, where an exception's handler was found. */
  caught: number;
}

/** What the loop asks of the interpreter around it; all of it off the fast path. */
export interface Machine {
  top: number;
  depth: number;
  /** The instruction and the frame that calls out of the loop. */
  callPc: number;
  callBase: number;
  readonly state: Place;
  /** Says whether the run stops here; else the instruction under the breakpoint is back for one time. */
  stopsAt(pc: number): boolean;
  /** Remembers the place at which the run will go on. */
  save(pc: number, bp: number, sp: number): void;
  /** Called before anything that may come back in from JavaScript while the frame is open. */
  leave(pc: number, bp: number, sp: number): void;
  /** Finds the handler for a value thrown at `pc`, in the frames down to the floor, and puts its place in `state`. */
  unwind(pc: number, bp: number, sp: number, floor: number): boolean;
  /** The error to throw on, with the calls that it leaves here. */
  escaping(error: unknown, value: Value, place: Omit<Place, "caught">, floor: number): HaxeError;
  constantClosure(callee: number): Value;
  /** The bridge to a callee of another tier that has none yet. */
  outgoing(callee: number): Outgoing;
  closureBridge(callee: number): Outgoing;
}

/**
 * Runs from a place until the frame at the floor returns, `budget` loop turns and calls are done, or the machine stops at
 * a breakpoint; in the last two cases the machine has saved the place.
 */
export type Loop = (
  startPc: number,
  startBase: number,
  startDepth: number,
  floor: number,
  budget: number,
) => number;

type InstanceMaker = new () => Instance;

/** Names of the arguments of enum values. */
const paramNames = Array.from({ length: MAX_ARGUMENTS + 1 }, (_, index) => `p${index}`);

/** The loop over the linker's present tables; it must be made anew when one of its typed arrays is replaced. */
export function createLoop(
  machine: Machine,
  { ints, floats, refs }: Banks,
  linker: Linker,
  frames: Int32Array,
  members: Members,
): Loop {
  const {
    floats: constants,
    strings,
    types,
    statics,
    constructors,
    sites,
    shapes,
    natives,
    tests,
    switches,
    tracesCaught,
  } = linker.tables;
  const { entries, outgoing, unpackers, arities } = linker.callees;
  const code = linker.space.words;
  return function interpretBytecode(startPc, startBase, startDepth, floor, budget) {
    let pc = startPc;
    let bp = startBase;
    let sp = startDepth;
    let fuel = budget;
    for (;;) {
      try {
        for (;;) {
          const a = code[pc + 1]!;
          const b = code[pc + 2]!;
          const c = code[pc + 3]!;
          switch (code[pc]) {
            // MoveInt
            case 0:
              ints[bp + a] = ints[bp + b]!;
              break;
            // MoveFloat
            case 1:
              floats[bp + a] = floats[bp + b]!;
              break;
            // MoveRef
            case 2:
              refs[bp + a] = refs[bp + b];
              break;
            // LoadInt
            case 3:
              ints[bp + a] = b;
              break;
            // LoadFloat
            case 4:
              floats[bp + a] = constants[b]!;
              break;
            // LoadString
            case 5:
              refs[bp + a] = strings[b];
              break;
            // LoadNull
            case 6:
              refs[bp + a] = null;
              break;
            // LoadType
            case 7:
              refs[bp + a] = types[b]!.value;
              break;
            // LoadEnum
            case 8:
              refs[bp + a] = constructors[b]!.record.single;
              break;
            // LoadClosure
            case 9:
              refs[bp + a] = machine.constantClosure(b);
              break;
            // IntAdd
            case 10:
              ints[bp + a] = ints[bp + b]! + ints[bp + c]!;
              break;
            // IntAddImmediate
            case 11:
              ints[bp + a] = ints[bp + b]! + c;
              break;
            // IntSub
            case 12:
              ints[bp + a] = ints[bp + b]! - ints[bp + c]!;
              break;
            // IntMul
            case 13:
              ints[bp + a] = Math.imul(ints[bp + b]!, ints[bp + c]!);
              break;
            // IntMod
            case 14:
              ints[bp + a] = ints[bp + b]! % ints[bp + c]!;
              break;
            // IntAnd
            case 15:
              ints[bp + a] = ints[bp + b]! & ints[bp + c]!;
              break;
            // IntOr
            case 16:
              ints[bp + a] = ints[bp + b]! | ints[bp + c]!;
              break;
            // IntXor
            case 17:
              ints[bp + a] = ints[bp + b]! ^ ints[bp + c]!;
              break;
            // IntShl
            case 18:
              ints[bp + a] = ints[bp + b]! << ints[bp + c]!;
              break;
            // IntShr
            case 19:
              ints[bp + a] = ints[bp + b]! >> ints[bp + c]!;
              break;
            // IntUshr
            case 20:
              ints[bp + a] = ints[bp + b]! >>> ints[bp + c]!;
              break;
            // IntNeg
            case 21:
              ints[bp + a] = -ints[bp + b]!;
              break;
            // IntNot
            case 22:
              ints[bp + a] = ~ints[bp + b]!;
              break;
            // BoolNot
            case 23:
              ints[bp + a] = 1 - ints[bp + b]!;
              break;
            // FloatAdd
            case 24:
              floats[bp + a] = floats[bp + b]! + floats[bp + c]!;
              break;
            // FloatSub
            case 25:
              floats[bp + a] = floats[bp + b]! - floats[bp + c]!;
              break;
            // FloatMul
            case 26:
              floats[bp + a] = floats[bp + b]! * floats[bp + c]!;
              break;
            // FloatDiv
            case 27:
              floats[bp + a] = floats[bp + b]! / floats[bp + c]!;
              break;
            // FloatMod
            case 28:
              floats[bp + a] = floats[bp + b]! % floats[bp + c]!;
              break;
            // FloatNeg
            case 29:
              floats[bp + a] = -floats[bp + b]!;
              break;
            // FloatSqrt
            case 30:
              floats[bp + a] = Math.sqrt(floats[bp + b]!);
              break;
            // FloatFloor
            case 31:
              floats[bp + a] = Math.floor(floats[bp + b]!);
              break;
            // FloatAbs
            case 32:
              floats[bp + a] = Math.abs(floats[bp + b]!);
              break;
            // IntEq
            case 33:
              ints[bp + a] = ints[bp + b]! === ints[bp + c]! ? 1 : 0;
              break;
            // IntNe
            case 34:
              ints[bp + a] = ints[bp + b]! !== ints[bp + c]! ? 1 : 0;
              break;
            // IntLt
            case 35:
              ints[bp + a] = ints[bp + b]! < ints[bp + c]! ? 1 : 0;
              break;
            // IntLe
            case 36:
              ints[bp + a] = ints[bp + b]! <= ints[bp + c]! ? 1 : 0;
              break;
            // FloatEq
            case 37:
              ints[bp + a] = floats[bp + b]! === floats[bp + c]! ? 1 : 0;
              break;
            // FloatNe
            case 38:
              ints[bp + a] = floats[bp + b]! !== floats[bp + c]! ? 1 : 0;
              break;
            // FloatLt
            case 39:
              ints[bp + a] = floats[bp + b]! < floats[bp + c]! ? 1 : 0;
              break;
            // FloatLe
            case 40:
              ints[bp + a] = floats[bp + b]! <= floats[bp + c]! ? 1 : 0;
              break;
            // RefEq
            case 41:
              ints[bp + a] = refs[bp + b] === refs[bp + c] ? 1 : 0;
              break;
            // RefNe
            case 42:
              ints[bp + a] = refs[bp + b] !== refs[bp + c] ? 1 : 0;
              break;
            // IsNull
            case 43:
              ints[bp + a] = refs[bp + b] === null ? 1 : 0;
              break;
            // InstanceOf
            case 44:
              ints[bp + a] = tests[c]!.test(refs[bp + b]) ? 1 : 0;
              break;
            // IntToFloat
            case 45:
              floats[bp + a] = ints[bp + b]!;
              break;
            // FloatToInt
            case 46:
              ints[bp + a] = floats[bp + b]! | 0;
              break;
            // BoxInt
            case 47:
              refs[bp + a] = ints[bp + b];
              break;
            // BoxFloat
            case 48:
              refs[bp + a] = floats[bp + b];
              break;
            // BoxBool
            case 49:
              refs[bp + a] = ints[bp + b] !== 0;
              break;
            // UnboxInt
            case 50:
              ints[bp + a] = unboxInt(refs[bp + b]);
              break;
            // UnboxFloat
            case 51:
              floats[bp + a] = unboxFloat(refs[bp + b]);
              break;
            // UnboxBool
            case 52:
              ints[bp + a] = refs[bp + b] === true ? 1 : 0;
              break;
            // Jump
            case 53:
              pc = a;
              continue;
            // LoopBack
            case 54:
              pc = a;
              if (--fuel >= 0) continue;
              machine.save(pc, bp, sp);
              return PAUSED;
            // JumpIfTrue
            case 55:
              if (ints[bp + a] !== 0) {
                pc = b;
                continue;
              }
              break;
            // JumpIfFalse
            case 56:
              if (ints[bp + a] === 0) {
                pc = b;
                continue;
              }
              break;
            // JumpIfNull
            case 57:
              if (refs[bp + a] === null) {
                pc = b;
                continue;
              }
              break;
            // JumpIfNotNull
            case 58:
              if (refs[bp + a] !== null) {
                pc = b;
                continue;
              }
              break;
            // JumpIfRefEq
            case 59:
              if (refs[bp + a] === refs[bp + b]) {
                pc = c;
                continue;
              }
              break;
            // JumpIfRefNe
            case 60:
              if (refs[bp + a] !== refs[bp + b]) {
                pc = c;
                continue;
              }
              break;
            // JumpIfIntEq
            case 61:
              if (ints[bp + a]! === ints[bp + b]!) {
                pc = c;
                continue;
              }
              break;
            // JumpIfIntNe
            case 62:
              if (ints[bp + a]! !== ints[bp + b]!) {
                pc = c;
                continue;
              }
              break;
            // JumpIfIntLt
            case 63:
              if (ints[bp + a]! < ints[bp + b]!) {
                pc = c;
                continue;
              }
              break;
            // JumpIfIntLe
            case 64:
              if (ints[bp + a]! <= ints[bp + b]!) {
                pc = c;
                continue;
              }
              break;
            // JumpIfIntEqImmediate
            case 65:
              if (ints[bp + a]! === b) {
                pc = c;
                continue;
              }
              break;
            // JumpIfIntNeImmediate
            case 66:
              if (ints[bp + a]! !== b) {
                pc = c;
                continue;
              }
              break;
            // JumpIfIntLtImmediate
            case 67:
              if (ints[bp + a]! < b) {
                pc = c;
                continue;
              }
              break;
            // JumpIfIntLeImmediate
            case 68:
              if (ints[bp + a]! <= b) {
                pc = c;
                continue;
              }
              break;
            // JumpIfIntGtImmediate
            case 69:
              if (ints[bp + a]! > b) {
                pc = c;
                continue;
              }
              break;
            // JumpIfIntGeImmediate
            case 70:
              if (ints[bp + a]! >= b) {
                pc = c;
                continue;
              }
              break;
            // JumpIfFloatEq
            case 71:
              if (floats[bp + a]! === floats[bp + b]!) {
                pc = c;
                continue;
              }
              break;
            // JumpIfFloatNe
            case 72:
              if (floats[bp + a]! !== floats[bp + b]!) {
                pc = c;
                continue;
              }
              break;
            // JumpIfFloatLt
            case 73:
              if (floats[bp + a]! < floats[bp + b]!) {
                pc = c;
                continue;
              }
              break;
            // JumpIfFloatLe
            case 74:
              if (floats[bp + a]! <= floats[bp + b]!) {
                pc = c;
                continue;
              }
              break;
            // JumpIfFloatNotLt
            case 75:
              if (!(floats[bp + a]! < floats[bp + b]!)) {
                pc = c;
                continue;
              }
              break;
            // JumpIfFloatNotLe
            case 76:
              if (!(floats[bp + a]! <= floats[bp + b]!)) {
                pc = c;
                continue;
              }
              break;
            // Switch
            case 77:
              pc = switches[b]!.get(ints[bp + a]!) ?? c;
              continue;
            // CheckNull
            case 78:
              if (refs[bp + a] === null) throwNullAccess(strings[b]!);
              break;
            // New
            case 79:
              refs[bp + a] = new (types[b]!.slots["$new"] as unknown as InstanceMaker)();
              break;
            // GetIntField
            case 80:
              ints[bp + a] = refs[bp + b][strings[c]!];
              break;
            // GetFloatField
            case 81:
              floats[bp + a] = refs[bp + b][strings[c]!];
              break;
            // GetBoolField
            case 82:
              ints[bp + a] = refs[bp + b][strings[c]!] ? 1 : 0;
              break;
            // GetRefField
            case 83:
              refs[bp + a] = refs[bp + b][strings[c]!];
              break;
            // SetIntField
            case 84:
              refs[bp + a][strings[b]!] = ints[bp + c];
              break;
            // SetFloatField
            case 85:
              refs[bp + a][strings[b]!] = floats[bp + c];
              break;
            // SetBoolField
            case 86:
              refs[bp + a][strings[b]!] = ints[bp + c] !== 0;
              break;
            // SetRefField
            case 87:
              refs[bp + a][strings[b]!] = refs[bp + c];
              break;
            // GetIntStatic
            case 88:
              ints[bp + a] = statics[b]!.object[statics[b]!.name];
              break;
            // GetFloatStatic
            case 89:
              floats[bp + a] = statics[b]!.object[statics[b]!.name];
              break;
            // GetBoolStatic
            case 90:
              ints[bp + a] = statics[b]!.object[statics[b]!.name] ? 1 : 0;
              break;
            // GetRefStatic
            case 91:
              refs[bp + a] = statics[b]!.object[statics[b]!.name];
              break;
            // SetIntStatic
            case 92:
              statics[a]!.object[statics[a]!.name] = ints[bp + b];
              break;
            // SetFloatStatic
            case 93:
              statics[a]!.object[statics[a]!.name] = floats[bp + b];
              break;
            // SetBoolStatic
            case 94:
              statics[a]!.object[statics[a]!.name] = ints[bp + b] !== 0;
              break;
            // SetRefStatic
            case 95:
              statics[a]!.object[statics[a]!.name] = refs[bp + b];
              break;
            // NewIntArray
            case 96:
              refs[bp + a] = intArray(ints, bp + b, c);
              break;
            // NewFloatArray
            case 97:
              refs[bp + a] = floatArray(floats, bp + b, c);
              break;
            // NewBoolArray
            case 98:
              refs[bp + a] = boolArray(ints, bp + b, c);
              break;
            // NewRefArray
            case 99:
              refs[bp + a] = refs.slice(bp + b, bp + b + c);
              break;
            // ArrayGetInt
            case 100:
              ints[bp + a] = refs[bp + b][ints[bp + c]!];
              break;
            // ArrayGetFloat
            case 101:
              floats[bp + a] = refs[bp + b][ints[bp + c]!] ?? 0;
              break;
            // ArrayGetBool
            case 102:
              ints[bp + a] = refs[bp + b][ints[bp + c]!] ? 1 : 0;
              break;
            // ArrayGetRef
            case 103:
              refs[bp + a] = refs[bp + b][ints[bp + c]!] ?? null;
              break;
            // ArraySetInt
            case 104: {
              const array = refs[bp + a];
              const index = ints[bp + b]!;
              if (index >>> 0 <= array.length) array[index] = ints[bp + c];
              else growingStore(array, index, ints[bp + c]!, 0);
              break;
            }
            // ArraySetFloat
            case 105: {
              const array = refs[bp + a];
              const index = ints[bp + b]!;
              if (index >>> 0 <= array.length) array[index] = floats[bp + c];
              else growingStore(array, index, floats[bp + c]!, 0);
              break;
            }
            // ArraySetBool
            case 106: {
              const array = refs[bp + a];
              const index = ints[bp + b]!;
              if (index >>> 0 <= array.length) array[index] = ints[bp + c] !== 0;
              else growingStore(array, index, ints[bp + c] !== 0, false);
              break;
            }
            // ArraySetRef
            case 107: {
              const array = refs[bp + a];
              const index = ints[bp + b]!;
              if (index >>> 0 <= array.length) array[index] = refs[bp + c];
              else growingStore(array, index, refs[bp + c], null);
              break;
            }
            // Length
            case 108:
              ints[bp + a] = refs[bp + b].length;
              break;
            // CharCodeAt
            case 109: {
              const text: string = refs[bp + b];
              const index = ints[bp + c]!;
              ints[bp + a] = index >>> 0 < text.length ? text.charCodeAt(index) : -1;
              break;
            }
            // Concat
            case 110:
              refs[bp + a] = `${refs[bp + b]}${refs[bp + c]}`;
              break;
            // NewEnum
            case 111:
              constructors[b]!.make(bp + c, bp + a);
              break;
            // EnumIndex
            case 112:
              ints[bp + a] = refs[bp + b].$index;
              break;
            // EnumIntParam
            case 113:
              ints[bp + a] = refs[bp + b][paramNames[c]!];
              break;
            // EnumFloatParam
            case 114:
              floats[bp + a] = refs[bp + b][paramNames[c]!];
              break;
            // EnumBoolParam
            case 115:
              ints[bp + a] = refs[bp + b][paramNames[c]!] ? 1 : 0;
              break;
            // EnumRefParam
            case 116:
              refs[bp + a] = refs[bp + b][paramNames[c]!];
              break;
            // NewStructure
            case 117:
              refs[bp + a] = shapes[b]!(bp + c);
              break;
            // NewClosure
            case 118:
              machine.closureBridge(b)(bp + c, bp + a);
              break;
            // NewIntCell
            case 119:
              refs[bp + a] = new IntCell(ints[bp + b]!);
              break;
            // NewFloatCell
            case 120:
              refs[bp + a] = new FloatCell(floats[bp + b]!);
              break;
            // NewBoolCell
            case 121:
              refs[bp + a] = new BoolCell(ints[bp + b] !== 0);
              break;
            // NewRefCell
            case 122:
              refs[bp + a] = new RefCell(refs[bp + b]);
              break;
            // GetIntCell
            case 123:
              ints[bp + a] = refs[bp + b].value;
              break;
            // GetFloatCell
            case 124:
              floats[bp + a] = refs[bp + b].value;
              break;
            // GetBoolCell
            case 125:
              ints[bp + a] = refs[bp + b].value ? 1 : 0;
              break;
            // GetRefCell
            case 126:
              refs[bp + a] = refs[bp + b].value;
              break;
            // SetIntCell
            case 127:
              refs[bp + a].value = ints[bp + b];
              break;
            // SetFloatCell
            case 128:
              refs[bp + a].value = floats[bp + b];
              break;
            // SetBoolCell
            case 129:
              refs[bp + a].value = ints[bp + b] !== 0;
              break;
            // SetRefCell
            case 130:
              refs[bp + a].value = refs[bp + b];
              break;
            // DynamicGet
            case 131: {
              const object = refs[bp + b];
              const name = strings[c]!;
              let value = name === "__proto__" ? undefined : object[name];
              if (value === undefined || typeof value === "function") {
                machine.leave(pc, bp, sp);
                value = dynamicGet(members, object, name);
              }
              refs[bp + a] = value;
              break;
            }
            // DynamicSet
            case 132:
              machine.leave(pc, bp, sp);
              dynamicSet(members, refs[bp + a], strings[b]!, refs[bp + c]);
              break;
            // Cast
            case 133: {
              const value = refs[bp + b];
              if (value !== null && !tests[c]!.test(value)) {
                machine.leave(pc, bp, sp);
                throw castError(value, tests[c]!.reference);
              }
              refs[bp + a] = value;
              break;
            }
            // Call
            case 134: {
              if (--fuel < 0) {
                machine.save(pc, bp, sp);
                return PAUSED;
              }
              const base = bp + c;
              const entry = entries[b]!;
              if (entry < 0) {
                machine.top = base + MAX_ARGUMENTS;
                machine.depth = sp;
                machine.callPc = pc;
                machine.callBase = bp;
                (outgoing[b] ?? machine.outgoing(b))(base, bp + a);
                break;
              }
              if (base > REGISTER_LIMIT) throw new HaxeError("Stack overflow");
              frames[sp] = pc;
              frames[sp + 1] = bp;
              sp += 2;
              bp = base;
              pc = entry;
              continue;
            }
            // CallMethod
            case 135: {
              if (--fuel < 0) {
                machine.save(pc, bp, sp);
                return PAUSED;
              }
              const base = bp + c;
              const site = sites[b]!;
              const callee: number = refs[base][site.key].$callee;
              const entry = entries[callee]!;
              if (entry < 0) {
                machine.top = base + MAX_ARGUMENTS;
                machine.depth = sp;
                machine.callPc = pc;
                machine.callBase = bp;
                (outgoing[callee] ?? machine.outgoing(callee))(base, bp + a);
                break;
              }
              if (base > REGISTER_LIMIT) throw new HaxeError("Stack overflow");
              frames[sp] = pc;
              frames[sp + 1] = bp;
              sp += 2;
              bp = base;
              pc = entry;
              continue;
            }
            // CallClosure
            case 136: {
              if (--fuel < 0) {
                machine.save(pc, bp, sp);
                return PAUSED;
              }
              const base = bp + b + 1;
              const closure = refs[base - 1];
              if (closure === null) throwNullAccess("");
              const callee: number | undefined = closure.$callee;
              const entry = callee === undefined ? -1 : entries[callee]!;
              if (callee === undefined || entry < 0 || arities[callee] !== c) {
                machine.top = base + c;
                machine.depth = sp;
                machine.callPc = pc;
                machine.callBase = bp;
                refs[bp + a] = closure(...refs.slice(base, base + c)) ?? null;
                break;
              }
              if (base > REGISTER_LIMIT) throw new HaxeError("Stack overflow");
              if (closure.$environment !== null) unpackers[callee]!(closure.$environment, base);
              frames[sp] = pc;
              frames[sp + 1] = bp;
              sp += 2;
              bp = base;
              pc = entry;
              continue;
            }
            // CallNative
            case 137: {
              const base = bp + c;
              const native = natives[b]!;
              machine.top = base + native.arity;
              machine.depth = sp;
              machine.callPc = pc;
              machine.callBase = bp;
              native.call(base, bp + a);
              break;
            }
            // ReturnVoid
            case 138: {
              if (sp === floor) return DONE;
              sp -= 2;
              pc = frames[sp]!;
              bp = frames[sp + 1]!;
              break;
            }
            // ReturnInt
            case 139: {
              const value = ints[bp + a]!;
              if (sp === floor) {
                ints[bp] = value;
                return DONE;
              }
              sp -= 2;
              pc = frames[sp]!;
              bp = frames[sp + 1]!;
              ints[bp + code[pc + 1]!] = value;
              break;
            }
            // ReturnFloat
            case 140: {
              const value = floats[bp + a]!;
              if (sp === floor) {
                floats[bp] = value;
                return DONE;
              }
              sp -= 2;
              pc = frames[sp]!;
              bp = frames[sp + 1]!;
              floats[bp + code[pc + 1]!] = value;
              break;
            }
            // ReturnRef
            case 141: {
              const value = refs[bp + a]!;
              if (sp === floor) {
                refs[bp] = value;
                return DONE;
              }
              sp -= 2;
              pc = frames[sp]!;
              bp = frames[sp + 1]!;
              refs[bp + code[pc + 1]!] = value;
              break;
            }
            // Throw
            case 142: {
              const value = refs[bp + a];
              const place = { pc, bp, sp };
              if (!machine.unwind(pc, bp, sp, floor)) throw new HaxeError(value);
              if (tracesCaught) caughtValue(machine.escaping(null, value, place, floor));
              ({ pc, bp, sp } = machine.state);
              refs[bp + machine.state.caught] = value;
              continue;
            }
            // Break
            case 143:
              if (machine.stopsAt(pc)) {
                machine.save(pc, bp, sp);
                return STOPPED;
              }
              fuel = 0;
              continue;
            // BytesGet
            case 144:
              ints[bp + a] = refs[bp + b].bytes[ints[bp + c]!];
              break;
            // BytesSet
            case 145:
              refs[bp + a].bytes[ints[bp + b]!] = ints[bp + c];
              break;
            default:
              throw new Error(`${code[pc]} is no opcode`);
          }
          pc = (pc + INSTRUCTION_WORDS) | 0;
        }
      } catch (error) {
        const value = caughtValue(error);
        const place = { pc, bp, sp };
        const isHandled = machine.unwind(pc, bp, sp, floor);
        if (!isHandled) throw machine.escaping(error, value, place, floor);
        if (tracesCaught) caughtValue(machine.escaping(error, value, place, floor));
        ({ pc, bp, sp } = machine.state);
        refs[bp + machine.state.caught] = value;
      }
    }
  };
}
