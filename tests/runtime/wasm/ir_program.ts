/** Small programs in the low IR, written by hand. */
import type { IrExpr } from "#compiler/ir/expr.ts";
import type { IntrinsicName } from "#compiler/ir/intrinsics.ts";
import type { IrClass, IrEnum, IrFunction, IrLocal } from "#compiler/ir/ir.ts";
import type { Kind, ResultKind } from "#compiler/ir/kind.ts";
import { linkProgram } from "#compiler/ir/link_program.ts";
import type { IrProgram } from "#compiler/ir/program.ts";
import type { IrEffect, IrStmt } from "#compiler/ir/statement.ts";

export interface FunctionText {
  readonly id: string;
  readonly form?: IrFunction["form"];
  /** `name:kind`; parameters first, then captured values, then the others. */
  readonly locals?: readonly string[];
  readonly params?: number;
  readonly captures?: number;
  readonly result?: ResultKind;
  readonly body: readonly IrStmt[];
}

/** A function; its owner is the id up to the last point. */
export function fn(text: FunctionText): IrFunction {
  return {
    id: text.id,
    owner: text.id.slice(0, text.id.lastIndexOf(".")),
    form: text.form ?? "static",
    locals: (text.locals ?? []).map(parseLocal),
    paramCount: text.params ?? 0,
    captureCount: text.captures ?? 0,
    result: text.result ?? "void",
    body: text.body,
    file: "Main.hx",
    start: 0,
    signatureHash: "",
    bodyHash: "",
  };
}

function parseLocal(text: string): IrLocal {
  const [name = "", type = "dyn"] = text.split(":");
  return { name, type: type as Kind };
}

/** A class with nothing in it but what `parts` says. */
export function cls(path: string, parts: Partial<Omit<IrClass, "constructor">> = {}): IrClass {
  return {
    path,
    form: "class",
    superclass: null,
    interfaces: [],
    fields: [],
    statics: [],
    methods: [],
    implementations: [],
    constructor: null,
    staticInit: null,
    metadata: [],
    ...parts,
  };
}

export function field(name: string, type: Kind): IrClass["fields"][number] {
  return { name, type, haxeType: "", metadata: [] };
}

export interface ProgramParts {
  readonly classes?: readonly IrClass[];
  readonly enums?: readonly IrEnum[];
  readonly functions: readonly IrFunction[];
}

/** Links the parts; `Main.main` runs. */
export function link(parts: ProgramParts): IrProgram {
  const classes = [cls("Main"), ...(parts.classes ?? [])].filter(
    (one, index, all) => all.findLastIndex((other) => other.path === one.path) === index,
  );
  const module = { library: "test", classes, enums: parts.enums ?? [], functions: parts.functions };
  const { program, problems } = linkProgram([module], "Main");
  if (program === null) throw new Error(JSON.stringify(problems));
  return program;
}

const at = 0;
export const int = (value: number): IrExpr => ({ kind: "ConstInt", value });
export const float = (value: number): IrExpr => ({ kind: "ConstFloat", value });
export const bool = (value: boolean): IrExpr => ({ kind: "ConstBool", value });
export const text = (value: string): IrExpr => ({ kind: "ConstString", value });
export const nul = (as: "ref" | "dyn"): IrExpr => ({ kind: "ConstNull", as });
export const local = (index: number): IrExpr => ({ kind: "Local", index });
export const binary = (
  op: Extract<IrExpr, { kind: "Binary" }>["op"],
  left: IrExpr,
  right: IrExpr,
): IrExpr => ({ kind: "Binary", op, left, right });
export const convert = (
  op: Extract<IrExpr, { kind: "Convert" }>["op"],
  operand: IrExpr,
): IrExpr => ({ kind: "Convert", op, operand });
export const pure = (name: IntrinsicName, ...args: IrExpr[]): IrExpr => ({
  kind: "Intrinsic",
  name,
  args,
});
export const let_ = (index: number, value: IrExpr): IrStmt => ({
  kind: "Let",
  local: index,
  value,
  at,
});
export const do_ = (index: number | null, effect: IrEffect): IrStmt => ({
  kind: "Do",
  local: index,
  effect,
  at,
});
export const ret = (value: IrExpr | null = null): IrStmt => ({ kind: "Return", value, at });
export const throw_ = (value: IrExpr): IrStmt => ({ kind: "Throw", value, at });
export const if_ = (
  test: IrExpr,
  then: readonly IrStmt[],
  otherwise: readonly IrStmt[] = [],
): IrStmt => ({ kind: "If", test, then, else: otherwise });
export const call = (target: string, type: ResultKind, ...args: IrExpr[]): IrEffect => ({
  kind: "Call",
  target,
  args,
  type,
});
export const native = (name: IntrinsicName, ...args: IrExpr[]): IrEffect => ({
  kind: "IntrinsicCall",
  name,
  args,
});

/** Runs `body` while the test holds. */
export const while_ = (label: string, test: IrExpr, body: readonly IrStmt[]): IrStmt => ({
  kind: "Loop",
  label,
  body: [if_(test, body, [{ kind: "Break", label }])],
});

/** Prints a value and a line end, through the local `scratch` of kind ref. */
export function printLine(scratch: number, value: IrExpr, kind: Kind): IrStmt[] {
  const asText: IrStmt =
    kind === "ref"
      ? let_(scratch, value)
      : kind === "i32"
        ? do_(scratch, native("string.fromInt", value))
        : kind === "f64"
          ? do_(scratch, native("string.fromFloat", value))
          : kind === "bool"
            ? let_(scratch, {
                kind: "Select",
                test: value,
                then: text("true"),
                else: text("false"),
                type: "ref",
              })
            : let_(scratch, convert("dyn.ref", value));
  return [
    asText,
    do_(null, native("host.print", local(scratch))),
    do_(null, native("host.print", text("\n"))),
  ];
}
