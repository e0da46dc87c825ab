/**
 * A linked program: what the printers and the run modes take. Everything is in a fixed order that depends only on the
 * modules and the entry, so equal inputs give equal bytes.
 */
import type { IrClass, IrEnum, IrField, IrFunction, IrMethod } from "./ir.ts";

export interface IrProgram {
  /** Path of the class whose `main` runs. */
  readonly entry: string;
  /** Id of the function to call after the static initialisers. */
  readonly main: string;
  /** Reachable classes and interfaces by path; a superclass or a parent interface comes before what extends it. */
  readonly classes: ReadonlyMap<string, LinkedClass>;
  readonly enums: ReadonlyMap<string, IrEnum>;
  /** Reachable functions by id, in module order. */
  readonly functions: ReadonlyMap<string, IrFunction>;
  /** Ids of the functions to run before `main`, in this order in every mode. */
  readonly staticInits: readonly string[];
  /** Ids of the functions a thrown value can leave; see `mayThrow`. */
  readonly throwing: ReadonlySet<string>;
}

export interface LinkedClass {
  readonly class: IrClass;
  readonly superclass: LinkedClass | null;
  /** Position among `IrProgram.classes`; the same number in every printer. */
  readonly index: number;
  /** All instance variables: inherited ones first, each class's in declaration order. */
  readonly fields: readonly LinkedField[];
  /** The vtable: a slot keeps its number in every subclass. Empty for an interface. */
  readonly slots: readonly LinkedSlot[];
  /** Every interface that an instance answers to, itself, through a parent interface or through an ancestor. */
  readonly interfaces: readonly string[];
  /** For a class: interface path -> method name -> id of the function that answers. */
  readonly implementations: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** For an interface: its methods, inherited ones first. */
  readonly interfaceMethods: readonly IrMethod[];
  /** Does reachable code create instances of exactly this class? */
  readonly isInstantiated: boolean;
}

export interface LinkedField extends IrField {
  /** Path of the class that declares it. */
  readonly owner: string;
}

export interface LinkedSlot {
  readonly name: string;
  /** Path of the class that declared the slot first. */
  readonly owner: string;
  /** The function for this class, or null where it is abstract or not reachable. */
  readonly target: string | null;
  /** Kinds without the receiver. */
  readonly params: IrMethod["params"];
  readonly result: IrMethod["result"];
}

/** Can a call of the function throw? False is a proof, true is not. */
export function mayThrow(program: IrProgram, functionId: string): boolean {
  return program.throwing.has(functionId);
}

/** The slot that virtual calls of `method` on class `owner` go through. */
export function slotOf(
  program: IrProgram,
  owner: string,
  method: string,
): { readonly index: number; readonly slot: LinkedSlot } | null {
  const slots = program.classes.get(owner)?.slots ?? [];
  const index = slots.findIndex((slot) => slot.name === method);
  const slot = slots[index];
  return slot === undefined ? null : { index, slot };
}
