/**
 * Bridges between registers and JavaScript calls, generated for a signature: the interpreter calls natives and JIT
 * functions through `outgoing`, and interpreted functions look like JavaScript functions through `incoming`.
 */
import {
  type FunctionMetadata,
  type ResultKind,
  slotKey,
  type ValueKind,
} from "#compiler/bytecode/metadata.ts";
import type { Signature } from "#compiler/bytecode/module.ts";
import { generate } from "../generated_code.ts";
import type { Callable, Slots } from "../object_model.ts";
import type { Banks } from "./banks.ts";

/** Reads arguments from register `from` on, calls, and stores the result in register `to`; both absolute. */
export type Outgoing = (from: number, to: number) => void;

/** How interpreted code is entered from JavaScript. */
export interface Entry {
  /** The first free register. */
  top: number;
  /** Runs a callee whose arguments are in registers from `base` on; its result is in register `base` afterwards. */
  enter(callee: number, base: number): void;
}

/** A bridge to a native. */
export function outgoingNative(banks: Banks, native: Callable, signature: Signature): Outgoing {
  return outgoing(banks, signature, "callee", "callee")(native);
}

/** A bridge to whatever is in a slot when the call is made. */
export function outgoingSlot(
  banks: Banks,
  slots: Slots,
  key: string,
  signature: Signature,
): Outgoing {
  return outgoing(banks, signature, "slots", `slots[${JSON.stringify(key)}]`)(slots);
}

/** Bridges of one signature and callee text, from what the text's variable stands for. */
function outgoing(
  banks: Banks,
  { params, result }: Signature,
  variable: string,
  callee: string,
): (value: unknown) => Outgoing {
  const args = params.map((kind, index) => readRegister(kind, `from + ${index}`)).join(", ");
  const store = storeResult(result, "to", `${callee}(${args})`);
  return factory(banks, `return (${variable}) => (from, to) => { ${store} };`);
}

/** The JavaScript function for an interpreted one. Closure bodies get their environment as last argument. */
export function incoming(
  banks: Banks,
  entry: Entry,
  metadata: FunctionMetadata,
  callee: number,
): Callable {
  const params = metadata.params.map((_, index) => `a${index}`);
  const stores = metadata.params.map((kind, index) =>
    writeRegister(kind, `base + ${index}`, `a${index}`),
  );
  metadata.captures.forEach(({ name, kind }, index) => {
    const value = `environment[${JSON.stringify(name)}]`;
    stores.push(writeRegister(kind, `base + ${params.length + index}`, value));
  });
  if (metadata.form === "closure") params.push("environment");
  const result =
    metadata.result === "void" ? "" : `return ${readRegister(metadata.result, "base")};`;
  const body = `return (entry, callee) => function (${params.join(", ")}) {
    const base = entry.top;
    ${stores.join("\n    ")}
    entry.enter(callee, base);
    ${result}
  };`;
  return factory(banks, body)(entry, callee);
}

/** Generated text is compiled once for the banks: functions of one signature share it. */
// biome-ignore lint/suspicious/noExplicitAny: the text decides what it takes
function factory(banks: Banks, text: string): (...values: any[]) => any {
  let made = factories.get(banks);
  if (made === undefined) {
    made = new Map();
    factories.set(banks, made);
  }
  let found = made.get(text);
  if (found === undefined) {
    found = generate(["ints", "floats", "refs"], text)(banks.ints, banks.floats, banks.refs);
    made.set(text, found as Callable);
  }
  return found as Callable;
}

const factories = new WeakMap<Banks, Map<string, Callable>>();

/** Copies what a closure captured behind its arguments. */
export type Unpacker = (environment: Record<string, unknown>, base: number) => void;

export function environmentUnpacker(
  { ints, floats, refs }: Banks,
  metadata: FunctionMetadata,
): Unpacker {
  const stores = metadata.captures.map(({ name, kind }, index) =>
    writeRegister(
      kind,
      `base + ${metadata.params.length + index}`,
      `environment[${JSON.stringify(name)}]`,
    ),
  );
  const body = `return (environment, base) => { ${stores.join(" ")} };`;
  return generate(["ints", "floats", "refs"], body)(ints, floats, refs) as unknown as Unpacker;
}

function readRegister(kind: ValueKind, index: string): string {
  switch (kind) {
    case "i32":
      return `ints[${index}]`;
    case "bool":
      return `ints[${index}] !== 0`;
    case "f64":
      return `floats[${index}]`;
    case "ref":
    case "dyn":
      return `refs[${index}]`;
  }
}

function writeRegister(kind: ValueKind, index: string, value: string): string {
  switch (kind) {
    case "i32":
      return `ints[${index}] = ${value};`;
    case "bool":
      return `ints[${index}] = ${value} ? 1 : 0;`;
    case "f64":
      return `floats[${index}] = ${value};`;
    case "ref":
    case "dyn":
      return `refs[${index}] = ${value};`;
  }
}

function storeResult(result: ResultKind, index: string, call: string): string {
  return result === "void" ? `${call};` : writeRegister(result, index, call);
}

/** The bridge to the function that `slots` holds for `metadata`. */
export function outgoingFunction(banks: Banks, slots: Slots, metadata: FunctionMetadata): Outgoing {
  return outgoingSlot(banks, slots, slotKey(metadata.id, metadata.owner), metadata);
}
