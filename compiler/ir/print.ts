/** The readable form of a module: what golden tests compare and `--print-ir` shows. Positions are left out. */
import type { IrClass, IrEnum, IrFunction, IrMetadata, IrModule } from "./ir.ts";
import { type LocalNames, localName, printEffect, printExpr } from "./print_expr.ts";
import type { IrStmt } from "./statement.ts";

export function printModule(module: IrModule): string {
  const parts = [
    ...module.enums.map(printEnum),
    ...module.classes.map(printClass),
    ...module.functions.map(printFunction),
  ];
  return `${parts.join("\n\n")}\n`;
}

export function printFunction(fn: IrFunction): string {
  const names = localNames(fn);
  const declare = (index: number): string =>
    `${localName(names, index)}: ${fn.locals[index]?.type}`;
  const range = (start: number, end: number): string =>
    Array.from({ length: end - start }, (_, offset) => declare(start + offset)).join(", ");
  const inputs = fn.paramCount + fn.captureCount;
  const captures = fn.captureCount === 0 ? "" : ` captures {${range(fn.paramCount, inputs)}}`;
  const head = `${fn.form} ${fn.id}(${range(0, fn.paramCount)})${captures} -> ${fn.result}`;
  const locals = fn.locals.length === inputs ? [] : [`  locals ${range(inputs, fn.locals.length)}`];
  return [head, ...locals, ...fn.body.flatMap((stmt) => printStmt(stmt, names, "  "))].join("\n");
}

function printEnum(type: IrEnum): string {
  const constructors = type.constructors.map(({ name, params }) =>
    params.length === 0
      ? `  ${name}`
      : `  ${name}(${params.map((param) => `${param.name}: ${param.type}`).join(", ")})`,
  );
  return [`enum ${type.path}`, ...constructors].join("\n");
}

function printClass(type: IrClass): string {
  const heritage = [
    type.superclass === null ? "" : ` extends ${type.superclass}`,
    ...type.interfaces.map((path) => ` implements ${path}`),
  ].join("");
  return [
    `${type.form} ${type.path}${heritage}${printMetadata(type.metadata)}`,
    ...type.fields.map(
      (field) =>
        `  var ${field.name}: ${field.type} (${field.haxeType})${printMetadata(field.metadata)}`,
    ),
    ...type.statics.map(
      (field) =>
        `  static ${field.name}: ${field.type} (${field.haxeType})${printMetadata(field.metadata)}`,
    ),
    ...type.methods.map(
      (method) =>
        `  ${method.overrides ? "override" : "method"} ${method.name}(${method.params.join(", ")}) -> ${method.result} = ${method.target ?? "abstract"}`,
    ),
    ...type.implementations.map(
      (entry) => `  for ${entry.interface}::${entry.method} = ${entry.target}`,
    ),
    ...(type.constructor === null ? [] : [`  constructor ${type.constructor}`]),
    ...(type.staticInit === null ? [] : [`  initialise ${type.staticInit}`]),
  ].join("\n");
}

function printMetadata(metadata: readonly IrMetadata[]): string {
  return metadata
    .map(({ name, args }) => ` @${name}${args.length === 0 ? "" : `(${args.join(", ")})`}`)
    .join("");
}

/** A local's own name where no other local has it, else name and index. */
function localNames(fn: IrFunction): LocalNames {
  const count = new Map<string, number>();
  for (const { name } of fn.locals) count.set(name, (count.get(name) ?? 0) + 1);
  return fn.locals.map(({ name }, index) => (count.get(name) === 1 ? name : `${name}.${index}`));
}

function printStmt(stmt: IrStmt, names: LocalNames, indent: string): string[] {
  const deeper = `${indent}  `;
  const block = (body: readonly IrStmt[]): string[] =>
    body.flatMap((inner) => printStmt(inner, names, deeper));
  const expr = (value: Parameters<typeof printExpr>[0]): string => printExpr(value, names);
  const line = (text: string): string[] => [indent + text];
  switch (stmt.kind) {
    case "Let":
      return line(`${localName(names, stmt.local)} = ${expr(stmt.value)}`);
    case "Do": {
      const target = stmt.local === null ? "" : `${localName(names, stmt.local)} = `;
      return line(`${target}${printEffect(stmt.effect, names)}`);
    }
    case "SetField":
      return line(
        `${expr(stmt.object)}.${stmt.owner}::${stmt.field}:${stmt.type} = ${expr(stmt.value)}`,
      );
    case "SetStatic":
      return line(`${stmt.owner}::${stmt.name}:${stmt.type} = ${expr(stmt.value)}`);
    case "ArraySet":
      return line(`${expr(stmt.array)}[${expr(stmt.index)}]:${stmt.type} = ${expr(stmt.value)}`);
    case "SetCell":
      return line(`cell(${expr(stmt.cell)}):${stmt.type} = ${expr(stmt.value)}`);
    case "CheckNull":
      return line(`check ${expr(stmt.value)} ${JSON.stringify(stmt.what)}`);
    case "If":
      return [
        `${indent}if ${expr(stmt.test)}`,
        ...block(stmt.then),
        ...(stmt.else.length === 0 ? [] : [`${indent}else`, ...block(stmt.else)]),
      ];
    case "Loop":
      return [`${indent}loop ${stmt.label}`, ...block(stmt.body)];
    case "Block":
      return [`${indent}block ${stmt.label}`, ...block(stmt.body)];
    case "Break":
      return line(`break ${stmt.label}`);
    case "Continue":
      return line(`continue ${stmt.label}`);
    case "Switch":
      return [
        `${indent}switch ${expr(stmt.value)}`,
        ...stmt.cases.flatMap((entry) => [
          `${indent}case ${entry.values.join(", ")}`,
          ...block(entry.body),
        ]),
        ...(stmt.default.length === 0 ? [] : [`${indent}default`, ...block(stmt.default)]),
      ];
    case "Return":
      return line(stmt.value === null ? "return" : `return ${expr(stmt.value)}`);
    case "Throw":
      return line(`throw ${expr(stmt.value)}`);
    case "Try":
      return [
        `${indent}try`,
        ...block(stmt.body),
        `${indent}catch ${localName(names, stmt.caught)}`,
        ...block(stmt.handler),
      ];
  }
}
