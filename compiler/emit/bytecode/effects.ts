/** Calls, allocations and what may throw, to instructions. */
import type { IrExpr } from "#compiler/ir/expr.ts";
import type { Kind } from "#compiler/ir/kind.ts";
import type { IrEffect } from "#compiler/ir/statement.ts";
import { evaluate, evaluateWindow, intrinsic, testIndex, valueKind } from "./expressions.ts";
import { type CodeWriter, variantOf } from "./function_code.ts";

/** The effect's result goes to register `local`, or to a temporary where it is not wanted. */
export function emitEffect(out: CodeWriter, effect: IrEffect, local: number | null): void {
  const dst = local ?? out.temporary();
  const { tables } = out;
  switch (effect.kind) {
    case "Call": {
      const callee = tables.functions.add({
        id: effect.target,
        owner: ownerOf(effect.target),
        params: kinds(out, effect.args),
        result: effect.type,
        captures: [],
      });
      out.emit("Call", dst, callee, evaluateWindow(out, effect.args));
      break;
    }
    case "CallMethod":
    case "CallInterface": {
      const args = [effect.receiver, ...effect.args];
      const key = effect.kind === "CallMethod" ? effect.method : `${effect.owner}.${effect.method}`;
      const params: Kind[] = ["ref", ...kinds(out, effect.args)];
      const site = tables.sites.add({ key, params, result: effect.type });
      out.emit("CallMethod", dst, site, evaluateWindow(out, args));
      break;
    }
    case "CallClosure":
      out.emit(
        "CallClosure",
        dst,
        evaluateWindow(out, [effect.closure, ...effect.args]),
        effect.args.length,
      );
      break;
    case "New":
      out.emit("New", dst, tables.types.add(effect.path));
      break;
    case "NewEnum": {
      const params = kinds(out, effect.args);
      const entry = tables.constructors.add({
        enum: effect.enum,
        constructor: effect.constructor,
        params,
      });
      out.emit("NewEnum", dst, entry, evaluateWindow(out, effect.args));
      break;
    }
    case "NewArray":
      out.emit(
        `New${variantOf(effect.type)}Array`,
        dst,
        evaluateWindow(out, effect.elements),
        effect.elements.length,
      );
      break;
    case "NewAnon": {
      const shape = tables.shapes.add(effect.fields.map((field) => field.name));
      out.emit(
        "NewStructure",
        dst,
        shape,
        evaluateWindow(
          out,
          effect.fields.map((field) => field.value),
        ),
      );
      break;
    }
    case "NewClosure": {
      const body = tables.functions.add(out.closureBody(effect.target));
      out.emit("NewClosure", dst, body, evaluateWindow(out, effect.captures));
      break;
    }
    case "NewCell":
      out.emit(`New${variantOf(effect.type)}Cell`, dst, evaluate(out, effect.value));
      break;
    case "DynGet":
      out.emit("DynamicGet", dst, evaluate(out, effect.object), tables.strings.add(effect.name));
      break;
    case "DynSet":
      out.emit(
        "DynamicSet",
        evaluate(out, effect.object),
        tables.strings.add(effect.name),
        evaluate(out, effect.value),
      );
      break;
    case "Cast":
      out.emit("Cast", dst, evaluate(out, effect.value), testIndex(out, effect.type));
      break;
    case "IntrinsicCall":
      intrinsic(out, effect.name, effect.args, dst);
      break;
  }
}

/** `game.Player` of `game.Player.update`. */
function ownerOf(id: string): string {
  return id.slice(0, id.lastIndexOf("."));
}

function kinds(out: CodeWriter, args: readonly IrExpr[]): Kind[] {
  return args.map((arg) => valueKind(out, arg));
}
