/** The constants at the head of a printed module: what its functions use of the program and the runtime. */
import type { TypeTest } from "#compiler/ir/expr.ts";
import type { IntrinsicName } from "#compiler/ir/intrinsics.ts";
import { identifierOf } from "./names.ts";

/** Members of the object that a printed module gets; runtime/vm/javascript_runtime.ts has them. */
type RuntimeMember =
  | "caught"
  | "nullAccess"
  | "store"
  | "get"
  | "set"
  | "int"
  | "float"
  | "HaxeError"
  | "IntCell"
  | "FloatCell"
  | "BoolCell"
  | "RefCell";

export class Bindings {
  readonly #declarations = new Map<string, string>();

  /** Adds what another function uses. */
  addAll(other: Bindings): void {
    for (const [name, value] of other.#declarations) this.#declarations.set(name, value);
  }

  /** The declarations in the order of first use, one a line. */
  lines(): string[] {
    return [...this.#declarations].map(([name, value]) => `const ${name} = $runtime.${value};`);
  }

  member(name: RuntimeMember): string {
    return this.#bind(`$${name}`, name);
  }

  /** The slots object of a class: its functions are properties. */
  slots(path: string): string {
    return this.#bind(`$${identifierOf(path)}`, `slots(${JSON.stringify(path)})`);
  }

  statics(path: string): string {
    return this.#bind(`$statics$${identifierOf(path)}`, `statics(${JSON.stringify(path)})`);
  }

  native(name: IntrinsicName): string {
    return this.#bind(`$native$${identifierOf(name)}`, `natives[${JSON.stringify(name)}]`);
  }

  typeValue(path: string): string {
    return this.#bind(`$type$${identifierOf(path)}`, `typeValue(${JSON.stringify(path)})`);
  }

  /** The JavaScript constructor of an enum's constructor. */
  enumMaker(path: string, name: string): string {
    const args = `${JSON.stringify(path)}, ${JSON.stringify(name)}`;
    return this.#bind(`$make$${identifierOf(path)}$${name}`, `enumMaker(${args})`);
  }

  /** The one value of a constructor without arguments. */
  enumValue(path: string, name: string): string {
    const args = `${JSON.stringify(path)}, ${JSON.stringify(name)}`;
    return this.#bind(`$value$${identifierOf(path)}$${name}`, `enumValue(${args})`);
  }

  /** The function from captured values to a closure over a body. */
  closureMaker(id: string): string {
    return this.#bind(`$closure$${identifierOf(id)}`, `closureMaker(${JSON.stringify(id)})`);
  }

  /** The one closure over a body that captures nothing. */
  constantClosure(id: string): string {
    return this.#bind(`$lambda$${identifierOf(id)}`, `constantClosure(${JSON.stringify(id)})`);
  }

  typeTest(test: TypeTest): string {
    return this.#test("is", "typeTest", test);
  }

  /** The test's checked cast. */
  cast(test: TypeTest): string {
    return this.#test("cast", "cast", test);
  }

  #test(prefix: string, factory: string, test: TypeTest): string {
    const path = "path" in test ? test.path : "";
    const name = path === "" ? test.kind : identifierOf(path);
    const args = `${JSON.stringify(test.kind)}, ${JSON.stringify(path)}`;
    return this.#bind(`$${prefix}$${name}`, `${factory}(${args})`);
  }

  #bind(name: string, value: string): string {
    this.#declarations.set(name, value);
    return name;
  }
}
