/** Text from parts. */

import { isString } from "#compiler/types/core.ts";
import type { StringConcatExpr, TypedExpr } from "#compiler/types/typed_ast.ts";
import type { IrExpr } from "../expr.ts";
import type { Position } from "../statement.ts";
import type { FunctionBuilder } from "./function_builder.ts";
import { lowerOperands } from "./operands.ts";

export function lowerStringConcat(fn: FunctionBuilder, { parts, span }: StringConcatExpr): IrExpr {
  const at = span.start;
  const texts = joinConstants(
    lowerOperands(
      fn,
      parts.map((part) => () => textOf(fn, part)),
      at,
    ),
  );
  const [first, ...rest] = texts;
  if (first === undefined) return EMPTY;
  // A single part that is null must still read as "null".
  if (rest.length === 0) return fn.isNotNull(first) ? first : concat(fn, EMPTY, first, at);
  return rest.reduce((text, part) => concat(fn, text, part, at), first);
}

const EMPTY: IrExpr = { kind: "ConstString", value: "" };

function concat(fn: FunctionBuilder, left: IrExpr, right: IrExpr, at: Position): IrExpr {
  return fn.perform({ kind: "IntrinsicCall", name: "string.concat", args: [left, right] }, at);
}

/** Neighbouring literals become one. */
function joinConstants(texts: readonly IrExpr[]): IrExpr[] {
  const joined: IrExpr[] = [];
  for (const text of texts) {
    const last = joined.at(-1);
    if (text.kind === "ConstString" && last?.kind === "ConstString") {
      joined[joined.length - 1] = { kind: "ConstString", value: last.value + text.value };
    } else {
      joined.push(text);
    }
  }
  return joined;
}

/** A part as a String reference; null where the part is a String that is null. */
function textOf(fn: FunctionBuilder, part: TypedExpr): IrExpr {
  const at = part.span.start;
  const value = fn.value(part);
  switch (fn.kindOf(value)) {
    case "i32":
      if (value.kind === "ConstInt") return { kind: "ConstString", value: String(value.value) };
      return fn.perform({ kind: "IntrinsicCall", name: "string.fromInt", args: [value] }, at);
    case "f64":
      return fn.perform({ kind: "IntrinsicCall", name: "string.fromFloat", args: [value] }, at);
    case "bool":
      return { kind: "Select", test: value, then: text("true"), else: text("false"), type: "ref" };
    case "ref":
      if (isString(part.type)) return value;
      break;
    default:
      break;
  }
  const args = [fn.coerce(value, "dyn")];
  return fn.perform({ kind: "Call", target: "Std.string", args, type: "ref" }, at);
}

function text(value: string): IrExpr {
  return { kind: "ConstString", value };
}
