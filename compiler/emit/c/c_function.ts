/** Functions of the IR as C functions. */
import type { IrFunction } from "#compiler/ir/ir.ts";
import type { IrStmt } from "#compiler/ir/statement.ts";
import { walkBody } from "#compiler/ir/walk.ts";
import { box, declare, unbox, unboxKnown, zeroOf } from "./c_kind.ts";
import type { CWriter } from "./c_writer.ts";
import { FunctionScope } from "./function_scope.ts";
import { functionHead, isPacked } from "./signature.ts";
import { statements } from "./statement.ts";

/** Declaration of the function without its end. */
export function functionDeclaration(writer: CWriter, fn: IrFunction): string {
  return functionHead(fn, writer.functionName(fn.id), new FunctionScope(writer, fn).names);
}

/** The whole definition. */
export function functionDefinition(writer: CWriter, fn: IrFunction): string {
  const scope = new FunctionScope(writer, fn);
  const head = functionHead(fn, writer.functionName(fn.id), scope.names);
  const body = [...inputs(scope), ...otherLocals(scope), ...statements(scope, fn.body)];
  const lines = body.map((line) => (line.startsWith("#") ? line : `  ${line}`));
  return [`${isEndless(fn) ? "HX_REAL_CALLS " : ""}${head} {`, ...lines, "}", ""].join("\n");
}

/** Calls itself whatever happens: as a loop it would hang, where real calls end in a stack overflow. */
function isEndless(fn: IrFunction): boolean {
  for (const stmt of fn.body) {
    if (stmt.kind === "Do" && stmt.effect.kind === "Call" && stmt.effect.target === fn.id)
      return true;
    if (mayEnd(stmt)) return false;
  }
  return false;
}

function mayEnd(stmt: IrStmt): boolean {
  let ends = false;
  walkBody([stmt], {
    stmt(inner) {
      if (inner.kind === "Return" || inner.kind === "Throw") ends = true;
    },
  });
  return ends;
}

/** What does not come as a parameter of the C function. */
function inputs(scope: FunctionScope): string[] {
  const { fn, names } = scope;
  const { paramCount, captureCount } = fn;
  return fn.locals.slice(0, paramCount + captureCount).flatMap((local, index) => {
    const name = names[index] ?? "";
    if (index >= paramCount) {
      const word = `closure->captures[${index - paramCount}]`;
      return [`${declare(local.type, name)} = ${unboxKnown(local.type, word)};`];
    }
    return isPacked(fn) ? [`${declare(local.type, name)} = args[${index}];`] : [];
  });
}

function otherLocals(scope: FunctionScope): string[] {
  const { fn, names } = scope;
  const first = fn.paramCount + fn.captureCount;
  return fn.locals
    .slice(first)
    .map(
      (local, index) =>
        `${declare(local.type, names[first + index] ?? "")} = ${zeroOf(local.type)};`,
    );
}

/**
 * Closure code over a function that is read by name: a method or constructor is called on the closure's one capture, a
 * static function as it is.
 */
export function reflectedDefinition(writer: CWriter, fn: IrFunction): string {
  const form = closureForm(fn);
  const args = fn.locals.slice(receivers(fn), fn.paramCount);
  const names = args.map((_, index) => `arg_${index}`);
  const head = functionHead(form, writer.boundName(fn.id), names);
  const values = args.map(({ type }, index) =>
    unbox(type, isPacked(form) ? `args[${index}]` : `arg_${index}`),
  );
  const receiver = fn.form === "static" ? [] : ["hx_inline_known_ref(closure->captures[0])"];
  const call = `${writer.functionName(fn.id)}(${[...receiver, ...values].join(", ")})`;
  const body =
    fn.result === "void"
      ? [`  ${call};`, "  return HX_NULL;"]
      : [`  return ${box(fn.result, call)};`];
  return [`static ${head} {`, ...body, "}", ""].join("\n");
}

/** The function seen as a closure: without receiver, everything dynamic. */
function closureForm(fn: IrFunction): IrFunction {
  const locals = fn.locals
    .slice(receivers(fn))
    .map((local) => ({ ...local, type: "dyn" as const }));
  return { ...fn, form: "closure", locals, paramCount: closureArity(fn), result: "dyn" };
}

/** What HxMethodInfo says of the function's arity. */
export function closureArity(fn: IrFunction): number {
  return fn.paramCount - receivers(fn);
}

function receivers(fn: IrFunction): number {
  return fn.form === "static" ? 0 : 1;
}
