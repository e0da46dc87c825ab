/**
 * What a program can reach from its roots (rapid type analysis): a method counts when its name is called somewhere and
 * its class has instances. Names stand for slots, so that calls by name, through interfaces and through classes need one
 * rule; that keeps a few methods too many and never one too few.
 */
import type { IrExpr, TypeTest } from "../expr.ts";
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
  readonly #liveNames = new Set<string>();
  readonly #pending: IrFunction[] = [];
  /** A name that is computed when the program runs can be any name. */
  #allNames = false;

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
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
    this.#addMethods(path, (name) => this.#allNames || this.#liveNames.has(name));
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
    if (this.#allNames || this.#liveNames.has(name)) return;
    this.#liveNames.add(name);
    for (const path of this.instantiated) this.#addMethods(path, (method) => method === name);
  }

  #useAllNames(): void {
    if (this.#allNames) return;
    this.#allNames = true;
    for (const path of this.instantiated) this.#addMethods(path, () => true);
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
        this.#useName(effect.name);
        this.#useName(`get_${effect.name}`);
        break;
      case "DynSet":
        this.#useName(`set_${effect.name}`);
        break;
      case "Cast":
        this.#touchTest(effect.type);
        break;
      case "IntrinsicCall":
        if (effect.name === "reflect.get") this.#useReflectedName(effect.args[1]);
        break;
      default:
        break;
    }
  }

  #useReflectedName(name: IrExpr | undefined): void {
    if (name?.kind === "ConstString") this.#useName(name.value);
    else this.#useAllNames();
  }

  #visitExpr(expr: IrExpr, user: string): void {
    switch (expr.kind) {
      // A field's offset is asked for even where no instance is ever made.
      case "GetField":
      case "GetStatic":
        this.touchClass(expr.owner);
        break;
      case "TypeValue":
        this.#touchType(expr.path);
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
      default:
        break;
    }
  }

  #touchTest(test: TypeTest): void {
    if ("path" in test) this.#touchType(test.path);
  }

  #touchType(path: string): void {
    if (this.#definitions.enums.has(path)) this.enums.add(path);
    else this.touchClass(path);
  }
}
