/**
 * What a linked program can reach by name, for the printers that lay out tables of it: methods and static functions
 * whose name a DynGet or an intrinsic reads, or all of them where names are made at run time, and what else the
 * program asks of its types.
 */
import type { IntrinsicName } from "#compiler/ir/intrinsics.ts";
import type { IrFunction } from "#compiler/ir/ir.ts";
import type { IrProgram, LinkedClass } from "#compiler/ir/program.ts";
import { walkBody } from "#compiler/ir/walk.ts";

export interface NamedFunction {
  readonly name: string;
  readonly fn: IrFunction;
  /** Id of the closure that lowering made for the function as a value, where it made one. */
  readonly closure: string | null;
}

export interface Reflection {
  /** Methods by slot, the base class's first. */
  methodsOf(linked: LinkedClass): readonly NamedFunction[];
  staticFunctionsOf(linked: LinkedClass): readonly NamedFunction[];
  /** The constructor that makes instances of the class by its value, also an inherited one. */
  constructorOf(linked: LinkedClass): IrFunction | null;
  /** Names of the variables and methods of instances. */
  instanceNamesOf(linked: LinkedClass): readonly string[];
  /** Are classes asked for what is static, for their constructors or for names? */
  readonly asksClasses: boolean;
  /** Are enums asked for by their paths, or for their constructors? */
  readonly asksEnums: boolean;
  /** Are closures compared, so that those over methods must be told from others? */
  readonly comparesClosures: boolean;
}

export function findReflection(program: IrProgram): Reflection {
  const uses = usesIn(program);
  const statics = Map.groupBy(
    [...program.functions.values()].filter((fn) => fn.form === "static" && isDeclared(fn)),
    (fn) => fn.owner,
  );
  const has = (...names: readonly IntrinsicName[]): boolean =>
    names.some((name) => uses.intrinsics.has(name));
  const closureOf = (id: string): string | null => (program.functions.has(id) ? id : null);
  const makes = has("type.create");
  const listsInstances = has("type.instanceFields");
  return {
    methodsOf: ({ slots }) =>
      slots.flatMap(({ name, owner, target }) => {
        const fn = target === null ? undefined : program.functions.get(target);
        if (fn === undefined || !uses.isNamed(name)) return [];
        return [{ name, fn, closure: closureOf(`${owner}.${name}$bound`) }];
      }),
    staticFunctionsOf: ({ class: { path } }) =>
      (statics.get(path) ?? [])
        .map((fn) => ({ name: nameOf(fn), fn, closure: closureOf(`${fn.id}$value`) }))
        .filter(({ name }) => has("type.classFields") || uses.isNamed(name)),
    constructorOf: (linked) => (makes ? nearestConstructor(program, linked) : null),
    instanceNamesOf: (linked) => (listsInstances ? instanceNames(linked) : []),
    asksClasses: uses.readsByName || makes || listsInstances || has("type.classFields"),
    asksEnums: has("type.resolveEnum", "enum.constructors", "enum.arity", "enum.create"),
    comparesClosures: has("closure.same"),
  };
}

/** The runtime's function that makes a closure: where closures are compared, those over methods are made as such. */
export function closureMaker(
  { comparesClosures }: Reflection,
  target: string,
): "hx_new_closure" | "hx_new_method" {
  const isMethod = /\$(bound|super)$/.test(target);
  return comparesClosures && isMethod ? "hx_new_method" : "hx_new_closure";
}

interface Uses {
  readonly isNamed: (name: string) => boolean;
  /** Is anything but a method or variable of instances read or written by name? */
  readonly readsByName: boolean;
  readonly intrinsics: ReadonlySet<IntrinsicName>;
}

const READERS: readonly IntrinsicName[] = [
  "reflect.get",
  "reflect.getProperty",
  "reflect.setProperty",
];

/** The runtime itself looks for `toString`. */
function usesIn(program: IrProgram): Uses {
  const names = new Set(["toString"]);
  const intrinsics = new Set<IntrinsicName>();
  let isAny = false;
  let readsByName = false;
  for (const fn of program.functions.values()) {
    walkBody(fn.body, {
      expr(expr) {
        if (expr.kind === "Intrinsic") intrinsics.add(expr.name);
      },
      effect(effect) {
        if (effect.kind === "DynGet") names.add(effect.name).add(`get_${effect.name}`);
        if (effect.kind === "DynSet") names.add(`set_${effect.name}`);
        if (effect.kind === "DynGet" || effect.kind === "DynSet") readsByName = true;
        if (effect.kind !== "IntrinsicCall") return;
        intrinsics.add(effect.name);
        if (effect.name.startsWith("reflect.")) readsByName = true;
        if (!READERS.includes(effect.name)) return;
        const name = effect.args[1];
        if (name?.kind !== "ConstString") isAny = true;
        else names.add(name.value).add(`get_${name.value}`).add(`set_${name.value}`);
      },
    });
  }
  return { isNamed: (name) => isAny || names.has(name), readsByName, intrinsics };
}

function nearestConstructor(program: IrProgram, linked: LinkedClass): IrFunction | null {
  const own = linked.class.constructor;
  if (own !== null) return program.functions.get(own) ?? null;
  return linked.superclass === null ? null : nearestConstructor(program, linked.superclass);
}

/** Each class's variables, then the methods that are new in it. */
function instanceNames({ class: type, superclass }: LinkedClass): string[] {
  const inherited = superclass === null ? [] : instanceNames(superclass);
  const own = [...type.fields, ...type.methods].map(({ name }) => name);
  return [...new Set([...inherited, ...own])];
}

/** What the compiler made has a `$` in its name. */
function isDeclared(fn: IrFunction): boolean {
  return !nameOf(fn).includes("$");
}

function nameOf(fn: IrFunction): string {
  return fn.id.slice(fn.owner.length + 1);
}
