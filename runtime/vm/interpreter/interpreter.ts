/**
 * The interpreter around its loop: entering interpreted functions from JavaScript, pausing and resuming, breakpoints, and
 * finding handlers for exceptions.
 */
import { INSTRUCTION_WORDS, opcodeOf } from "#compiler/bytecode/opcodes.ts";
import type { FunctionRegistry } from "../function_registry.ts";
import type { Value } from "../object_model.ts";
import { HaxeError, type TraceFrame } from "../thrown.ts";
import type { TypeRegistry } from "../type_registry.ts";
import { type Banks, REGISTER_LIMIT } from "./banks.ts";
import type { Linker } from "./linker.ts";
import { createLoop, DONE, type Loop, type Machine, PAUSED, type Place } from "./loop.ts";
import type { Entry, Outgoing } from "./marshal.ts";

/** How a run ended: the function returned, the budget was used up, or a breakpoint was met. */
export type RunState = "done" | "paused" | "stopped";

/** A call that can be paused. One at a time; what it calls in other tiers, and what these call here, runs through. */
export interface Execution {
  /** Goes on until the end, a breakpoint, or about `budget` loop turns and calls are done. Throws what the code throws. */
  run(budget: number): RunState;
  /** The open calls, innermost first; empty when done. */
  frames(): readonly PausedFrame[];
}

export interface PausedFrame extends TraceFrame {
  /** First register and position of the instruction, for reading locals and setting breakpoints. */
  readonly base: number;
  readonly position: number;
}

/**
 * Turns and calls between two entries of the loop. V8 compiles a loop that never ends as it goes along, with code half as
 * fast as what it makes for a function that is entered anew.
 */
const SLICE = 1 << 16;
const runStates = ["done", "paused", "stopped"] as const;

export class Interpreter implements Machine, Entry {
  /** The first register that no open frame uses; JavaScript callers put their arguments there. */
  top = 0;
  /** Words of the frame stack in use: two an open call, the position of the call and the caller's first register. */
  depth = 0;
  /** The instruction that called out of the loop last, and its frame; -1 where there is none. */
  callPc = -1;
  callBase = 0;
  readonly state: Place = { pc: 0, bp: 0, sp: 0, caught: 0 };
  readonly banks: Banks;
  readonly #linker: Linker;
  readonly #types: TypeRegistry;
  readonly #functions: FunctionRegistry;
  readonly #frames = new Int32Array(2 * REGISTER_LIMIT + 4);
  readonly #breakpoints = new Map<number, number>();
  readonly #closureBridges: (Outgoing | undefined)[] = [];
  #loop: Loop;
  #pausable = false;
  #lifted: number[] = [];
  #resumedAt = -1;
  /** Where the frames of the present run begin, and where the runs around it called out. */
  #floor = 0;
  readonly #runs: { pc: number; bp: number; sp: number; floor: number }[] = [];

  constructor(banks: Banks, linker: Linker, types: TypeRegistry, functions: FunctionRegistry) {
    this.banks = banks;
    this.#linker = linker;
    this.#types = types;
    this.#functions = functions;
    this.#loop = this.#createLoop();
  }

  /** To be called after linking, between runs: the code or a table may have moved. */
  relink(): void {
    this.#closureBridges.length = 0;
    this.#loop = this.#createLoop();
  }

  #createLoop(): Loop {
    const members = { types: this.#types, functions: this.#functions };
    return createLoop(this, this.banks, this.#linker, this.#frames, members);
  }

  /** Runs a callee to its end; arguments are in registers from `base` on, the result is left in register `base`. */
  enter(callee: number, base: number): void {
    if (base > REGISTER_LIMIT) throw new HaxeError("Stack overflow");
    const { top } = this;
    const depth = this.depth;
    const pausable = this.#pausable;
    this.#pausable = false;
    this.#runs.push({ pc: this.callPc, bp: this.callBase, sp: depth, floor: this.#floor });
    this.#floor = depth;
    try {
      Object.assign(this.state, { pc: this.#linker.callees.entries[callee]!, bp: base, sp: depth });
      while (this.#slice(depth, SLICE) !== DONE);
    } finally {
      this.top = top;
      this.depth = depth;
      this.#pausable = pausable;
      const run = this.#runs.pop()!;
      this.callPc = run.pc;
      this.callBase = run.bp;
      this.#floor = run.floor;
    }
  }

  /** The open calls of each run, the innermost run first. To be asked by what the interpreter called. */
  openRuns(): (() => PausedFrame[])[] {
    const inner = { pc: this.callPc, bp: this.callBase, sp: this.depth, floor: this.#floor };
    return [inner, ...this.#runs.toReversed()]
      .filter(({ pc }) => pc >= 0)
      .map(({ pc, bp, sp, floor }) => this.#keepFrames(pc, bp, sp, floor));
  }

  /** Prepares a call of a function without parameters that can be paused. */
  start(callee: number): Execution {
    const base = this.top;
    const floor = this.depth;
    Object.assign(this.state, { pc: this.#linker.callees.entries[callee]!, bp: base, sp: floor });
    let isDone = false;
    return {
      run: (budget) => {
        const state = this.#resume(floor, budget);
        isDone = state === "done";
        if (isDone) this.#restore(base, floor);
        return state;
      },
      frames: () =>
        isDone ? [] : this.#openFrames(this.state.pc, this.state.bp, this.state.sp, floor),
    };
  }

  /** The position of the first instruction of a line of a function's present code; null where it has none there. */
  positionOf(id: string, line: number): number | null {
    const start = this.#linker.callees.entries[this.#types.numbers.of(id)] ?? -1;
    return start < 0 ? null : this.#linker.space.positionOfLine(start, line);
  }

  /** Stops pausable runs before the instruction at a position of the code. */
  setBreakpoint(position: number): void {
    const { words } = this.#linker.space;
    if (words[position] === opcodeOf.Break) return;
    this.#breakpoints.set(position, words[position]!);
    words[position] = opcodeOf.Break;
  }

  clearBreakpoint(position: number): void {
    const original = this.#breakpoints.get(position);
    if (original === undefined) return;
    this.#breakpoints.delete(position);
    this.#linker.space.words[position] = original;
  }

  #resume(floor: number, budget: number): RunState {
    const { pc, bp } = this.state;
    this.#pausable = true;
    this.#resumedAt = pc;
    try {
      let result: number = PAUSED;
      let left = budget;
      while (left > 0 && result === PAUSED) {
        result = this.#slice(floor, Math.min(left, SLICE));
        // A slice that stepped over a breakpoint ended early, to put it back.
        if (this.#lifted.length === 0) left -= SLICE;
      }
      return runStates[result]!;
    } catch (error) {
      this.#restore(bp, floor);
      throw error;
    } finally {
      this.#pausable = false;
    }
  }

  /** Goes on at the saved place for a while. Breakpoints that were stepped over are back by then. */
  #slice(floor: number, budget: number): number {
    this.#rearm();
    const { pc, bp, sp } = this.state;
    return this.#loop(pc, bp, sp, floor, budget);
  }

  #restore(base: number, floor: number): void {
    this.top = base;
    this.depth = floor;
  }

  /** Called before anything that may come back in from JavaScript while the current frame is open. */
  leave(pc: number, bp: number, sp: number): void {
    this.top = bp + this.#linker.space.rangeAt(pc).code.frameSize;
    this.depth = sp;
    this.callPc = pc;
    this.callBase = bp;
  }

  save(pc: number, bp: number, sp: number): void {
    Object.assign(this.state, { pc, bp, sp });
    this.leave(pc, bp, sp);
  }

  /** Else the instruction under the breakpoint is put back for one time. */
  stopsAt(pc: number): boolean {
    const isResumed = this.#resumedAt === pc;
    this.#resumedAt = -1;
    if (this.#pausable && !isResumed) return true;
    this.#linker.space.words[pc] = this.#breakpoints.get(pc)!;
    this.#lifted.push(pc);
    return false;
  }

  #rearm(): void {
    for (const position of this.#lifted) {
      if (this.#breakpoints.has(position)) this.#linker.space.words[position] = opcodeOf.Break;
    }
    this.#lifted = [];
  }

  /** Finds the handler for a value thrown at `pc`, in the frames down to the floor, and puts its place in `#state`. */
  unwind(pc: number, bp: number, sp: number, floor: number): boolean {
    let at = pc;
    let base = bp;
    for (let depth = sp; ; depth -= 2) {
      const { start, code } = this.#linker.space.rangeAt(at);
      const instruction = (at - start) / INSTRUCTION_WORDS;
      const handler = code.handlers.find(
        (entry) => entry.start <= instruction && instruction < entry.end,
      );
      if (handler !== undefined) {
        const target = start + handler.target * INSTRUCTION_WORDS;
        Object.assign(this.state, { pc: target, bp: base, sp: depth, caught: handler.caught });
        return true;
      }
      if (depth === floor) return false;
      at = this.#frames[depth - 2]!;
      base = this.#frames[depth - 1]!;
    }
  }

  /** The error with the calls that it leaves here. */
  escaping(error: unknown, value: Value, place: Omit<Place, "caught">, floor: number): HaxeError {
    const escaping = error instanceof HaxeError ? error : new HaxeError(value);
    escaping.interpreted.push(this.#keepFrames(place.pc, place.bp, place.sp, floor));
    return escaping;
  }

  #openFrames(pc: number, bp: number, sp: number, floor: number): PausedFrame[] {
    return this.#keepFrames(pc, bp, sp, floor)();
  }

  /** The calls that are open now, to be put into words when someone asks: for most exceptions no one does. */
  #keepFrames(pc: number, bp: number, sp: number, floor: number): () => PausedFrame[] {
    const words = this.#frames.slice(floor, sp);
    return () => {
      const found = [this.#frameAt(pc, bp)];
      for (let depth = words.length; depth > 0; depth -= 2) {
        found.push(this.#frameAt(words[depth - 2]!, words[depth - 1]!));
      }
      return found;
    };
  }

  #frameAt(position: number, base: number): PausedFrame {
    const { id, file } = this.#linker.space.rangeAt(position).metadata;
    const place = this.#linker.space.lineAt(position);
    return {
      function: id,
      file,
      line: place?.line ?? 0,
      column: place?.column ?? 0,
      base,
      position,
    };
  }

  outgoing(callee: number): Outgoing {
    return this.#linker.outgoing(callee);
  }

  constantClosure(callee: number): Value {
    return this.#functions.constantClosure(this.#types.numbers.ids[callee]!);
  }

  closureBridge(callee: number): Outgoing {
    let bridge = this.#closureBridges[callee];
    if (bridge === undefined) {
      bridge = this.#linker.closureBridge(callee);
      this.#closureBridges[callee] = bridge;
    }
    return bridge;
  }
}
