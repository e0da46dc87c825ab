/** Which functions a virtual or interface call can reach, and how it finds the one. */
import { InternalError } from "#compiler/diagnostics/internal_error.ts";
import type { Kind, ResultKind } from "#compiler/ir/kind.ts";
import { type IrProgram, type LinkedClass, slotOf } from "#compiler/ir/program.ts";
import type { FunctionTable } from "./function_table.ts";
import { pointerBytes } from "./layout.ts";
import type { StaticData } from "./static_data.ts";

/** The functions a call may end in, one for each class that answers, by the class's number. */
export interface Dispatch {
  readonly answers: readonly { readonly classIndex: number; readonly target: string }[];
  /** Kinds without the receiver. */
  readonly params: readonly Kind[];
  readonly result: ResultKind;
}

export interface SlotDispatch extends Dispatch {
  readonly slot: number;
}

export class Dispatches {
  readonly #program: IrProgram;
  readonly #known = new Map<string, Dispatch>();
  readonly #tables = new Map<string, DispatchTable>();

  constructor(program: IrProgram) {
    this.#program = program;
  }

  ofMethod(owner: string, method: string): SlotDispatch {
    const found = slotOf(this.#program, owner, method);
    if (found === null) throw new InternalError(`${owner} has no method ${method}`);
    const { index, slot } = found;
    const dispatch = this.#once(`${owner}.${method}`, () => ({
      params: slot.params,
      result: slot.result,
      answers: this.#answers((linked) =>
        isSubclass(linked, owner) ? (linked.slots[index]?.target ?? null) : null,
      ),
    }));
    return { ...dispatch, slot: index };
  }

  ofInterface(owner: string, method: string): Dispatch {
    const declared = this.#program.classes
      .get(owner)
      ?.interfaceMethods.find((candidate) => candidate.name === method);
    if (declared === undefined) throw new InternalError(`${owner} has no method ${method}`);
    return this.#once(`${owner}.${method}`, () => ({
      params: declared.params,
      result: declared.result,
      answers: this.#answers((linked) => linked.implementations.get(owner)?.get(method) ?? null),
    }));
  }

  /** Table positions of an interface method's functions by class number, from the lowest number that answers. */
  interfaceTable(
    owner: string,
    method: string,
    data: StaticData,
    table: FunctionTable,
  ): DispatchTable {
    const key = `${owner}.${method}`;
    const known = this.#tables.get(key);
    if (known !== undefined) return known;
    const { answers } = this.ofInterface(owner, method);
    const indices = answers.map(({ classIndex }) => classIndex);
    const first = Math.min(...indices);
    const address = data.allocate((Math.max(...indices) - first + 1) * pointerBytes, pointerBytes);
    for (const { classIndex, target } of answers) {
      data.setU32(address + (classIndex - first) * pointerBytes, table.positionOf(target));
    }
    const made = { address, first };
    this.#tables.set(key, made);
    return made;
  }

  #answers(targetIn: (linked: LinkedClass) => string | null): Dispatch["answers"] {
    return [...this.#program.classes.values()].flatMap((linked) => {
      const target = linked.isInstantiated ? targetIn(linked) : null;
      return target === null ? [] : [{ classIndex: linked.index, target }];
    });
  }

  #once(key: string, make: () => Dispatch): Dispatch {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.#known.set(key, made);
    return made;
  }
}

export interface DispatchTable {
  readonly address: number;
  /** Class number of the table's first entry. */
  readonly first: number;
}

function isSubclass(linked: LinkedClass, path: string): boolean {
  for (let at: LinkedClass | null = linked; at !== null; at = at.superclass) {
    if (at.class.path === path) return true;
  }
  return false;
}
