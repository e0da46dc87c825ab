/**
 * Checks what functions ask of each other and of classes: that callees, fields, statics, slots and enum arguments exist
 * and have the kinds they are used with. A fault is a fault of lowering, so it throws `InternalError`.
 */

import { InternalError } from "#compiler/diagnostics/internal_error.ts";
import type { IrExpr } from "./expr.ts";
import type { IrFunction } from "./ir.ts";
import type { Kind, ResultKind } from "./kind.ts";
import { kindOf } from "./kind_of.ts";
import { type IrProgram, slotOf } from "./program.ts";
import type { IrEffect, IrStmt } from "./statement.ts";
import { verifyFunction } from "./verify.ts";
import { walkBody } from "./walk.ts";

export function verifyProgram(program: IrProgram): void {
  for (const fn of program.functions.values()) {
    verifyFunction(fn);
    const verifier = new Verifier(program, fn);
    walkBody(fn.body, {
      stmt: (stmt) => verifier.stmt(stmt),
      effect: (effect) => verifier.effect(effect),
      expr: (expr) => verifier.expr(expr),
    });
  }
}

class Verifier {
  readonly #program: IrProgram;
  readonly #fn: IrFunction;

  constructor(program: IrProgram, fn: IrFunction) {
    this.#program = program;
    this.#fn = fn;
  }

  stmt(stmt: IrStmt): void {
    if (stmt.kind === "SetField") this.#field(stmt.owner, stmt.field, stmt.type);
    if (stmt.kind === "SetStatic") this.#static(stmt.owner, stmt.name, stmt.type);
  }

  expr(expr: IrExpr): void {
    switch (expr.kind) {
      case "GetField":
        this.#field(expr.owner, expr.field, expr.type);
        break;
      case "GetStatic":
        this.#static(expr.owner, expr.name, expr.type);
        break;
      case "EnumConst":
        this.#same(this.#enumParams(expr.enum, expr.constructor).length, 0, expr.constructor);
        break;
      case "EnumParam": {
        const kind = this.#enumParams(expr.enum, expr.constructor)[expr.param];
        this.#same(kind, expr.type, `${expr.enum}.${expr.constructor}[${expr.param}]`);
        break;
      }
      case "ConstClosure":
        this.#closure(expr.target, []);
        break;
      default:
        break;
    }
  }

  effect(effect: IrEffect): void {
    switch (effect.kind) {
      case "Call": {
        const callee = this.#function(effect.target);
        this.#args(effect.target, effect.args, inputsOf(callee));
        this.#same(callee.result, effect.type, `the result of ${effect.target}`);
        break;
      }
      case "CallMethod": {
        const found = slotOf(this.#program, effect.owner, effect.method);
        const name = `${effect.owner}.${effect.method}`;
        if (found === null) throw this.#fault(`calls ${name}, which no class declares`);
        this.#args(name, effect.args, found.slot.params);
        this.#same(found.slot.result, effect.type, `the result of ${name}`);
        break;
      }
      case "CallInterface":
        this.#interfaceCall(effect);
        break;
      case "New":
        if (!this.#program.classes.has(effect.path))
          throw this.#fault(`makes an unknown ${effect.path}`);
        break;
      case "NewEnum":
        this.#args(
          effect.constructor,
          effect.args,
          this.#enumParams(effect.enum, effect.constructor),
        );
        break;
      case "NewClosure":
        this.#closure(effect.target, effect.captures);
        break;
      default:
        break;
    }
  }

  #interfaceCall(effect: Extract<IrEffect, { kind: "CallInterface" }>): void {
    const methods = this.#program.classes.get(effect.owner)?.interfaceMethods ?? [];
    const method = methods.find((candidate) => candidate.name === effect.method);
    const name = `${effect.owner}.${effect.method}`;
    if (method === undefined) throw this.#fault(`calls ${name}, which no interface declares`);
    this.#args(name, effect.args, method.params);
    this.#same(method.result, effect.type, `the result of ${name}`);
  }

  #closure(target: string, captures: readonly IrExpr[]): void {
    const { form, locals, paramCount, captureCount } = this.#function(target);
    if (form !== "closure") throw this.#fault(`makes a closure of ${target}, which is a ${form}`);
    const kinds = locals.slice(paramCount, paramCount + captureCount).map((local) => local.type);
    this.#args(target, captures, kinds);
  }

  #field(owner: string, field: string, kind: Kind): void {
    const found = this.#program.classes.get(owner)?.fields.find(({ name }) => name === field);
    this.#same(found?.type, kind, `field ${owner}.${field}`);
  }

  #static(owner: string, name: string, kind: Kind): void {
    const found = this.#program.classes
      .get(owner)
      ?.class.statics.find((entry) => entry.name === name);
    this.#same(found?.type, kind, `static ${owner}.${name}`);
  }

  #function(id: string): IrFunction {
    const found = this.#program.functions.get(id);
    if (found === undefined) throw this.#fault(`calls ${id}, which does not exist`);
    return found;
  }

  #enumParams(path: string, constructorName: string): readonly Kind[] {
    const found = this.#program.enums
      .get(path)
      ?.constructors.find(({ name }) => name === constructorName);
    if (found === undefined)
      throw this.#fault(`uses ${path}.${constructorName}, which does not exist`);
    return found.params.map((param) => param.type);
  }

  #args(callee: string, args: readonly IrExpr[], kinds: readonly Kind[]): void {
    this.#same(args.length, kinds.length, `the number of arguments of ${callee}`);
    args.forEach((arg, index) => {
      this.#same(kindOf(arg, this.#fn.locals), kinds[index], `argument ${index + 1} of ${callee}`);
    });
  }

  #same(
    found: ResultKind | number | undefined,
    expected: ResultKind | number | undefined,
    what: string,
  ): void {
    if (found !== expected) throw this.#fault(`has ${found} and ${expected} for ${what}`);
  }

  #fault(text: string): InternalError {
    return new InternalError(`${this.#fn.id} ${text}`);
  }
}

function inputsOf({ locals, paramCount }: IrFunction): Kind[] {
  return locals.slice(0, paramCount).map((local) => local.type);
}
