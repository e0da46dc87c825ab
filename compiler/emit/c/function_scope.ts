/** The function being printed: its locals' names, its handlers, its jumps. */
import type { IrFunction } from "#compiler/ir/ir.ts";
import { zeroOf } from "./c_kind.ts";
import { memberName } from "./c_names.ts";
import type { CWriter } from "./c_writer.ts";
import type { Scope } from "./expression.ts";

/** What a C `break` or `continue` would leave at this place. */
export type Enclosing =
  | { readonly kind: "loop"; readonly label: string }
  | { readonly kind: "switch" };

export class FunctionScope implements Scope {
  readonly writer: CWriter;
  readonly fn: IrFunction;
  readonly locals: IrFunction["locals"];
  readonly names: readonly string[];
  /** Labels of handlers around this place, innermost last. */
  readonly handlers: string[] = [];
  readonly enclosing: Enclosing[] = [];
  /** C labels that something jumps to. */
  readonly usedLabels = new Set<string>();
  #counter = 0;

  constructor(writer: CWriter, fn: IrFunction) {
    this.writer = writer;
    this.fn = fn;
    this.locals = fn.locals;
    this.names = localNames(fn);
  }

  fresh(what: string): string {
    this.#counter++;
    return `${what}_${this.#counter}`;
  }

  jump(label: string): string {
    this.usedLabels.add(label);
    return `goto ${label};`;
  }

  /** The statement that leaves with the exception on its way: to the handler, or out of the function. */
  leave(): string {
    const handler = this.handlers.at(-1);
    if (handler !== undefined) return this.jump(handler);
    const { result } = this.fn;
    return result === "void" ? "return;" : `return ${zeroOf(result)};`;
  }

  /** A label where something jumps to it, else nothing. */
  label(name: string): string[] {
    return this.usedLabels.has(name) ? [`${name}:;`] : [];
  }
}

/** A local's own name where no other has it, else name and number. */
function localNames(fn: IrFunction): string[] {
  const names = fn.locals.map(({ name }) => memberName(name));
  const count = new Map<string, number>();
  for (const name of names) count.set(name, (count.get(name) ?? 0) + 1);
  return names.map((name, index) =>
    count.get(name) === 1 && !/_\d+$/.test(name) ? name : `${name}_${index}`,
  );
}
