/** Effects of the IR: calls, new objects, access by name. After what may throw comes the way out. */
import type { IrExpr, TypeTest } from "#compiler/ir/expr.ts";
import { intrinsicThrows } from "#compiler/ir/intrinsics.ts";
import { effectKind } from "#compiler/ir/kind_of.ts";
import { mayThrow, slotOf } from "#compiler/ir/program.ts";
import type { IrEffect } from "#compiler/ir/statement.ts";
import { closureMaker } from "../reflection.ts";
import { box, cType } from "./c_kind.ts";
import { isOwnClass, need } from "./c_writer.ts";
import type { Target } from "./dispatch.ts";
import { boxed, expression, objectWithHeader, typeTest } from "./expression.ts";
import type { FunctionScope } from "./function_scope.ts";
import { intrinsicCall } from "./intrinsic.ts";
import { methodPointer } from "./signature.ts";

type Of<K extends IrEffect["kind"]> = Extract<IrEffect, { kind: K }>;

/** A C expression, and whether an exception may be on its way after it. */
interface Value {
  readonly text: string;
  readonly throws: boolean;
  /** Lines before it, in the same braces. */
  readonly before?: readonly string[];
}

export function effect(scope: FunctionScope, value: IrEffect, local: number | null): string[] {
  if (value.kind === "Cast") return cast(scope, value, local);
  const printed = effectValue(scope, value);
  const target = local === null ? null : need(scope.names[local], "local");
  const lines = store(scope, printed, target, cType(effectKind(value)));
  if (printed.before === undefined) return lines;
  return ["{", ...[...printed.before, ...lines].map((line) => `  ${line}`), "}"];
}

/** A local that a handler may read keeps its old value where the effect throws. */
function store(scope: FunctionScope, value: Value, target: string | null, type: string): string[] {
  const leave = value.throws ? [`if (HX_UNLIKELY(hx_pending)) ${scope.leave()}`] : [];
  if (target === null) return [`${value.text};`, ...leave];
  if (!value.throws || scope.handlers.length === 0) return [`${target} = ${value.text};`, ...leave];
  const held = scope.fresh("held");
  const declared = type.endsWith("*") ? `${type}${held}` : `${type} ${held}`;
  return ["{", `  ${declared} = ${value.text};`, `  ${leave[0]}`, `  ${target} = ${held};`, "}"];
}

function effectValue(scope: FunctionScope, value: Exclude<IrEffect, { kind: "Cast" }>): Value {
  const { writer } = scope;
  const print = (expr: IrExpr): string => expression(scope, expr);
  switch (value.kind) {
    case "Call": {
      const text = `${writer.functionName(value.target)}(${value.args.map(print).join(", ")})`;
      return { text, throws: mayThrow(writer.program, value.target) };
    }
    case "CallMethod":
      return callMethod(scope, value);
    case "CallInterface":
      return callInterface(scope, value);
    case "CallClosure":
      return callClosure(scope, value);
    case "New":
      return { text: newInstance(scope, value.path), throws: false };
    case "NewEnum": {
      const type = `&${writer.constructorType(value.enum, value.constructor)}`;
      const text = `hx_new_enum(${type}, ${value.args.length}, ${words(scope, value.args)})`;
      return { text, throws: false };
    }
    case "NewArray": {
      const elements = value.elements.map((element) => box(value.type, print(element)));
      const text = `HX_OBJECT(hx_new_array(${elements.length}, ${wordList(elements)}))`;
      return { text, throws: false };
    }
    case "NewAnon":
      return { text: newStructure(scope, value), throws: false };
    case "NewClosure": {
      const code = `(HxCode)${writer.functionName(value.target)}`;
      const arity = writer.function(value.target).paramCount;
      const captures = `${value.captures.length}, ${words(scope, value.captures)}`;
      const maker = closureMaker(writer.reflection, value.target);
      return { text: `HX_OBJECT(${maker}(${code}, ${arity}, ${captures}))`, throws: false };
    }
    case "NewCell":
      return {
        text: `HX_OBJECT(hx_new_cell(${box(value.type, print(value.value))}))`,
        throws: false,
      };
    case "DynGet": {
      const cache = scope.fresh("cache");
      const name = `&${writer.string(value.name)}`;
      const text = `hx_dyn_get(${print(value.object)}, ${name}, &${cache})`;
      return { text, throws: true, before: [`static HxFieldCache ${cache};`] };
    }
    case "DynSet": {
      const name = `&${writer.string(value.name)}`;
      const text = `hx_dyn_set(${print(value.object)}, ${name}, ${boxed(scope, value.value)})`;
      return { text, throws: true };
    }
    case "IntrinsicCall": {
      const throws = intrinsicThrows(value.name);
      return { text: intrinsicCall(value.name, value.args.map(print)), throws };
    }
  }
}

/** The values boxed, as a constant array. */
function words(scope: FunctionScope, values: readonly IrExpr[]): string {
  return wordList(values.map((value) => boxed(scope, value)));
}

function wordList(list: readonly string[]): string {
  return list.length === 0 ? "NULL" : `(const HxDyn[]){${list.join(", ")}}`;
}

function newInstance(scope: FunctionScope, path: string): string {
  const linked = scope.writer.linkedClass(path);
  if (isOwnClass(linked)) return `${scope.writer.makerName(path)}()`;
  return path === "Array" ? "HX_OBJECT(hx_new_array(0, NULL))" : 'HX_OBJECT(hx_ascii(""))';
}

function newStructure(scope: FunctionScope, value: Of<"NewAnon">): string {
  const { fields } = value;
  if (fields.length === 0) return "HX_OBJECT(hx_new_structure(NULL, 0, NULL))";
  const names = scope.writer.nameTable(fields.map((field) => field.name));
  const list = wordList(fields.map((field) => boxed(scope, field.value)));
  return `HX_OBJECT(hx_new_structure(${names}, ${fields.length}, ${list}))`;
}

function callMethod(scope: FunctionScope, value: Of<"CallMethod">): Value {
  const { writer } = scope;
  const targets = writer.dispatch.methodTargets(value.owner, value.method);
  const { index, slot } = need(
    slotOf(writer.program, value.owner, value.method) ?? undefined,
    `slot ${value.owner}.${value.method}`,
  );
  const receiver = objectWithHeader(scope, value.receiver);
  const table = `((const struct ${writer.vtableName(value.owner)} *)${receiver}->type)->slots`;
  const callee = `((${methodPointer(slot.params, slot.result)})${table}[${index}])`;
  return dispatched(scope, targets, callee, [value.receiver, ...value.args]);
}

function callInterface(scope: FunctionScope, value: Of<"CallInterface">): Value {
  const { writer } = scope;
  const targets = writer.dispatch.interfaceTargets(value.owner, value.method);
  const methods = writer.linkedClass(value.owner).interfaceMethods;
  const index = methods.findIndex(({ name }) => name === value.method);
  const { params, result } = need(methods[index], `method ${value.owner}.${value.method}`);
  const { first } = writer.dispatch.interfaceRange(value.owner);
  const row = `${objectWithHeader(scope, value.receiver)}->type->index - ${first}`;
  const callee = `((${methodPointer(params, result)})${writer.interfaceTable(value.owner)}[${row}][${index}])`;
  return dispatched(scope, targets, callee, [value.receiver, ...value.args]);
}

/**
 * Straight to the only function that can be meant; of two by the class, which lets the C compiler inline both; else
 * through `callee`. No instance at all means no such call.
 */
function dispatched(
  scope: FunctionScope,
  targets: readonly Target[],
  callee: string,
  args: readonly [IrExpr, ...IrExpr[]],
): Value {
  const { writer } = scope;
  const list = args.map((arg) => expression(scope, arg)).join(", ");
  const call = (target: Target): string => `${writer.functionName(target.id)}(${list})`;
  const throws = targets.some((target) => mayThrow(writer.program, target.id));
  const [first, second] = targets;
  if (first === undefined || targets.length > 2) return { text: `${callee}(${list})`, throws };
  if (second === undefined) return { text: call(first), throws };
  const [one, other] = first.classes.length === 1 ? [first, second] : [second, first];
  const [path, more] = one.classes;
  if (path === undefined || more !== undefined) return { text: `${callee}(${list})`, throws };
  const test = `${objectWithHeader(scope, args[0])}->type == ${writer.typeAddress(path)}`;
  return { text: `(${test} ? ${call(one)} : ${call(other)})`, throws };
}

function callClosure(scope: FunctionScope, value: Of<"CallClosure">): Value {
  const closure = expression(scope, value.closure);
  const args = value.args.map((arg) => boxed(scope, arg));
  if (args.length > 2) {
    return { text: `hx_call(${closure}, ${args.length}, ${wordList(args)})`, throws: true };
  }
  return { text: `hx_inline_call_${args.length}(${[closure, ...args].join(", ")})`, throws: true };
}

/** Null passes; else the value is tested, and what fails the test is thrown about. */
function cast(scope: FunctionScope, value: Of<"Cast">, local: number | null): string[] {
  const word = boxed(scope, value.value);
  const name = scope.writer.string(typeName(value.type));
  const test = `${word} != HX_NULL && !${typeTest(scope, value.value, value.type)}`;
  const lines = [
    `if (HX_UNLIKELY(${test})) {`,
    `  hx_throw_cast(${word}, &${name});`,
    `  ${scope.leave()}`,
    "}",
  ];
  return local === null
    ? lines
    : [...lines, `${need(scope.names[local], "local")} = hx_inline_ref(${word});`];
}

/** The name of the type in the message of a failed cast. */
function typeName(test: TypeTest): string {
  if ("path" in test) return test.path;
  return `${test.kind.charAt(0).toUpperCase()}${test.kind.slice(1)}`;
}
