/**
 * Closures. A lifted body `pack.Class.f$0(params…, environment)` gets a maker: a function from captured values to a
 * closure. Interpreter and JIT code use the same makers, so both make the same objects.
 */
import { type FunctionMetadata, slotKey } from "#compiler/bytecode/metadata.ts";
import { generate, parameterNames } from "./generated_code.ts";
import type { Callable, Value } from "./object_model.ts";
import type { TypeRegistry } from "./type_registry.ts";

/** A closure as the interpreter and hot reload see it. */
export interface Closure extends Callable {
  /** Number of the body. Absent in closures that no one has to look into, see `ClosureOptions`. */
  readonly $callee?: number;
  /** What the closure captured, by name; null where that is nothing. */
  readonly $environment?: Record<string, Value> | null;
  /** Of a method or static function as a value: the object or null, and which one it is. */
  readonly $receiver?: Value;
  readonly $method?: string;
}

export type ClosureMaker = (...captured: Value[]) => Closure;

export interface ClosureOptions {
  /**
   * Closures show their body and environment: hot reload and the interpreter look into them. It costs some 30 ns a
   * closure, so that a JIT-only run leaves it out.
   */
  readonly transparent: boolean;
}

export function closureMaker(
  types: TypeRegistry,
  body: FunctionMetadata,
  options: ClosureOptions,
): ClosureMaker {
  const params = parameterNames(body.params.length);
  const captured = body.captures.map((_, index) => `c${index}`);
  const entries = body.captures.map(({ name }, index) => `${propertyKey(name)}: c${index}`);
  const call = `slots[${JSON.stringify(slotKey(body.id, body.owner))}](${[...params, "environment"].join(", ")})`;
  // Dynamic calls may pass too few arguments; compiled code must never see undefined.
  const defaulted = params.map((param) => `${param} = null`).join(", ");
  const text = `
    return function (${captured.join(", ")}) {
      const environment = ${entries.length === 0 ? "null" : `{ ${entries.join(", ")} }`};
      const closure = (${defaulted}) => ${call};
      ${options.transparent ? "closure.$callee = callee; closure.$environment = environment;" : ""}
      ${methodMarks(body)}
      return closure;
    };`;
  return generate(["slots", "callee"], text)(
    types.slots(body.owner),
    types.numbers.of(body.id),
  ) as unknown as ClosureMaker;
}

/** What lowering names `$bound`, `$super` and `$value` stands for a method or a static function. */
function methodMarks({ id, owner }: FunctionMetadata): string {
  const [, name, form] = /^(.*)\$(bound|super|value)$/.exec(slotKey(id, owner)) ?? [];
  if (name === undefined) return "";
  // A bound method is that of the object's class, whatever class it was asked of.
  const method = form === "bound" ? name : form === "super" ? id : `${owner}.${name}`;
  const receiver = form === "value" ? "null" : "c0";
  return `closure.$receiver = ${receiver}; closure.$method = ${JSON.stringify(method)};`;
}

/** `{ __proto__: x }` would set the prototype. */
function propertyKey(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : name;
}
