/**
 * What a program can reach from its roots (rapid type analysis): a method counts when its name is called somewhere and
 * its class has instances. Names stand for slots, so that calls by name, through interfaces and through classes need one
 * rule; that keeps a few methods too many and never one too few.
 *
 * Reflection goes by the same rule. A static function counts when its name is read dynamically and its class is a value
 * somewhere, and so does a constructor where instances are made of class values. A name that is made at run time can be
 * any name, and a path any type that is not of the standard library.
 */
import type { IrExpr, TypeTest } from "../expr.ts";
import type { IntrinsicName } from "../intrinsics.ts";
import type { IrFunction } from "../ir.ts";
import type { IrEffect, IrStmt } from "../statement.ts";
import { walkBody } from "../walk.ts";
import { ancestry, type Definitions } from "./definitions.ts";

export interface Reached {
  readonly functions: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  readonly enums: ReadonlySet<string>;
  readonly instantiated: ReadonlySet<string>;
  /** Functions and classes that no module defines, each with a function that uses it. */
  readonly missing: ReadonlyMap<string, string>;
}

/** Values of these classes are made by literals and intrinsics, not only by `New`. */
const BUILT_IN = ["String", "Array"];

const KEEP = new Set([":keep", ":keepSub", ":keepInit"]);

export function reach(definitions: Definitions, entry: string, main: string): Reached {
  const search = new Search(definitions);
  for (const path of BUILT_IN) search.instantiate(path);
  search.touchClass(entry);
  search.addFunction(main);
  for (const type of definitions.classes.values()) {
    if (type.metadata.some((meta) => KEEP.has(meta.name))) search.keep(type.path);
  }
  search.run();
  return search;
}

class Search implements Reached {
  readonly functions = new Set<string>();
  readonly classes = new Set<string>();
  readonly enums = new Set<string>();
  readonly instantiated = new Set<string>();
  readonly missing = new Map<string, string>();
  readonly #definitions: Definitions;
  readonly #staticFunctions: ReadonlyMap<string, readonly IrFunction[]>;
  readonly #pending: IrFunction[] = [];
  /** Names of methods that are called or read. */
  readonly #liveNames = new NameSet();
  /** Those of them that the compiler knows no type for: they can be names of static functions too. */
  readonly #dynamicNames = new NameSet();
  /** Classes that the program has as values. */
  readonly #values = new Set<string>();
  /** What is done with class values. */
  #makesEmpty = false;
  #makesInstances = false;

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
    const statics = [...definitions.functions.values()].filter((fn) => fn.form === "static");
    this.#staticFunctions = Map.groupBy(statics, (fn) => fn.owner);
  }

  run(): void {
    for (let fn = this.#pending.pop(); fn !== undefined; fn = this.#pending.pop()) {
      this.touchClass(fn.owner);
      walkBody(fn.body, {
        stmt: (stmt) => this.#visitStmt(stmt),
        effect: (effect) => this.#visitEffect(effect, fn.id),
        expr: (expr) => this.#visitExpr(expr, fn.id),
      });
    }
  }

  addFunction(id: string): void {
    const fn = this.#definitions.functions.get(id);
    if (fn === undefined || this.functions.has(id)) return;
    this.functions.add(id);
    this.#pending.push(fn);
  }

  touchClass(path: string): void {
    const type = this.#definitions.classes.get(path);
    if (type === undefined || this.classes.has(path)) return;
    this.classes.add(path);
    if (type.superclass !== null) this.touchClass(type.superclass);
    for (const parent of type.interfaces) this.touchClass(parent);
    if (type.staticInit !== null) this.addFunction(type.staticInit);
  }

  instantiate(path: string): void {
    if (this.instantiated.has(path)) return;
    this.instantiated.add(path);
    this.touchClass(path);
    this.#addMethods(path, (name) => this.#liveNames.has(name));
    this.#addValue(path);
  }

  /** Everything of a class that `@:keep` protects. */
  keep(path: string): void {
    this.instantiate(path);
    for (const fn of this.#definitions.functions.values()) {
      if (fn.owner === path) this.addFunction(fn.id);
    }
  }

  #use(id: string, user: string): void {
    if (!this.#definitions.functions.has(id)) this.missing.set(id, user);
    this.addFunction(id);
  }

  #useName(name: string): void {
    if (!this.#liveNames.add(name)) return;
    for (const path of this.instantiated) this.#addMethods(path, (method) => method === name);
  }

  #useDynamicName(name: string): void {
    this.#useName(name);
    if (!this.#dynamicNames.add(name)) return;
    for (const path of this.#values) this.#addStatics(path, (fn) => nameOf(fn) === name);
  }

  #useAllNames(): void {
    if (this.#liveNames.addAll()) {
      for (const path of this.instantiated) this.#addMethods(path, () => true);
    }
    this.#useAllStatics();
  }

  #useAllStatics(): void {
    if (!this.#dynamicNames.addAll()) return;
    for (const path of this.#values) this.#addStatics(path, () => true);
  }

  #addMethods(path: string, isLive: (name: string) => boolean): void {
    for (const type of ancestry(this.#definitions, path)) {
      for (const method of type.methods) {
        if (method.target !== null && isLive(method.name)) this.addFunction(method.target);
      }
      for (const entry of type.implementations) {
        if (isLive(entry.method)) this.addFunction(entry.target);
      }
    }
  }

  #addStatics(path: string, isLive: (fn: IrFunction) => boolean): void {
    for (const fn of this.#staticFunctions.get(path) ?? []) if (isLive(fn)) this.addFunction(fn.id);
  }

  /** The class and its ancestors, which it leads to, are values from now on. */
  #addValue(path: string): void {
    for (const type of ancestry(this.#definitions, path)) {
      if (this.#values.has(type.path)) return;
      this.#values.add(type.path);
      this.#addStatics(type.path, (fn) => this.#dynamicNames.has(nameOf(fn)));
      this.#makeOf(type.path);
    }
  }

  #makeOf(path: string): void {
    if (this.#makesInstances || this.#makesEmpty) this.instantiate(path);
    if (!this.#makesInstances) return;
    const maker = ancestry(this.#definitions, path).find((type) => type.constructor !== null);
    if (maker?.constructor != null) this.addFunction(maker.constructor);
  }

  #makeOfAllValues(): void {
    for (const path of [...this.#values]) this.#makeOf(path);
  }

  #visitStmt(stmt: IrStmt): void {
    if (stmt.kind === "SetStatic" || stmt.kind === "SetField") this.touchClass(stmt.owner);
  }

  #visitEffect(effect: IrEffect, user: string): void {
    switch (effect.kind) {
      case "Call":
      case "NewClosure":
        this.#use(effect.target, user);
        break;
      case "CallMethod":
      case "CallInterface":
        this.touchClass(effect.owner);
        this.#useName(effect.method);
        break;
      case "New":
        if (!this.#definitions.classes.has(effect.path)) this.missing.set(effect.path, user);
        this.instantiate(effect.path);
        break;
      case "NewEnum":
        this.enums.add(effect.enum);
        break;
      case "DynGet":
        this.#useDynamicName(effect.name);
        this.#useDynamicName(`get_${effect.name}`);
        break;
      case "DynSet":
        this.#useDynamicName(`set_${effect.name}`);
        break;
      case "Cast":
        this.#touchTest(effect.type);
        break;
      case "IntrinsicCall":
        this.#visitIntrinsic(effect.name, effect.args);
        break;
      default:
        break;
    }
  }

  #visitIntrinsic(name: IntrinsicName, args: readonly IrExpr[]): void {
    switch (name) {
      case "reflect.get":
        this.#useReflected(args[1], [""]);
        break;
      case "reflect.getProperty":
        this.#useReflected(args[1], ["", "get_"]);
        break;
      case "reflect.setProperty":
        this.#useReflected(args[1], ["set_"]);
        break;
      case "type.classFields":
        this.#useAllStatics();
        break;
      case "type.create":
        this.#makesInstances = true;
        this.#makeOfAllValues();
        break;
      case "type.createEmpty":
        this.#makesEmpty = true;
        this.#makeOfAllValues();
        break;
      case "type.resolve":
      case "type.resolveEnum":
        this.#resolve(args[0]);
        break;
      default:
        break;
    }
  }

  #useReflected(name: IrExpr | undefined, prefixes: readonly string[]): void {
    if (name?.kind !== "ConstString") this.#useAllNames();
    else for (const prefix of prefixes) this.#useDynamicName(`${prefix}${name.value}`);
  }

  #resolve(path: IrExpr | undefined): void {
    if (path?.kind === "ConstString") this.#touchValue(path.value);
    else for (const own of this.#definitions.ownTypes) this.#touchValue(own);
  }

  #visitExpr(expr: IrExpr, user: string): void {
    switch (expr.kind) {
      // A field's offset is asked for even where no instance is ever made.
      case "GetField":
      case "GetStatic":
        this.touchClass(expr.owner);
        break;
      case "TypeValue":
        this.#touchValue(expr.path);
        break;
      case "ConstClosure":
        this.#use(expr.target, user);
        break;
      case "EnumConst":
      case "EnumParam":
        this.enums.add(expr.enum);
        break;
      case "InstanceOf":
        this.#touchTest(expr.type);
        break;
      case "Intrinsic":
        this.#visitIntrinsic(expr.name, expr.args);
        break;
      default:
        break;
    }
  }

  #touchTest(test: TypeTest): void {
    if ("path" in test) this.#touchType(test.path);
  }

  #touchValue(path: string): void {
    this.#touchType(path);
    this.#addValue(path);
  }

  #touchType(path: string): void {
    if (this.#definitions.enums.has(path)) this.enums.add(path);
    else this.touchClass(path);
  }
}

function nameOf(fn: IrFunction): string {
  return fn.id.slice(fn.owner.length + 1);
}

/** Names one by one, or all there are. */
class NameSet {
  readonly #names = new Set<string>();
  #hasAll = false;

  has(name: string): boolean {
    return this.#hasAll || this.#names.has(name);
  }

  /** False where it was in already. */
  add(name: string): boolean {
    if (this.has(name)) return false;
    this.#names.add(name);
    return true;
  }

  /** False where all were in already. */
  addAll(): boolean {
    const isNew = !this.#hasAll;
    this.#hasAll = true;
    return isNew;
  }
}
