/** Why types differ, in words. */
import type { Mismatch } from "#compiler/types/mismatch.ts";
import { printType } from "#compiler/types/print.ts";

/** The innermost reasons, outermost first, as one sentence; empty when the two types say it all. */
export function reasonOf(mismatch: Mismatch): string {
  return steps(mismatch, true).join(", ");
}

function steps(mismatch: Mismatch, isOutermost: boolean): string[] {
  switch (mismatch.kind) {
    case "Types": {
      if (mismatch.because !== null) return steps(mismatch.because, false);
      if (isOutermost) return [];
      return [
        `expected \`${printType(mismatch.expected)}\`, found \`${printType(mismatch.found)}\``,
      ];
    }
    case "MissingField":
      return [`\`${printType(mismatch.owner)}\` has no field \`${mismatch.name}\``];
    case "ExtraField":
      return [`field \`${mismatch.name}\` is not asked for`];
    case "PrivateField":
      return [`field \`${mismatch.name}\` is private`];
    case "FieldAccess":
      return [`field \`${mismatch.name}\` cannot be read or written as asked`];
    case "FinalField":
      return [`field \`${mismatch.name}\` is final in one of the two`];
    case "Field":
      return [`field \`${mismatch.name}\` differs`, ...steps(mismatch.because, false)];
    case "ArgumentCount":
      return [`expected ${countText(mismatch.expected, "argument")}, found ${mismatch.found}`];
    case "OptionalArgument":
      return [`argument ${mismatch.index + 1} must be optional`];
    case "Argument":
      return [`argument ${mismatch.index + 1} differs`, ...steps(mismatch.because, false)];
    case "Result":
      return ["the result differs", ...steps(mismatch.because, false)];
    case "Constraint":
      return ["a constraint is not met", ...steps(mismatch.because, false)];
    case "Recursive":
      return ["the type would contain itself"];
  }
}

/** `1 argument`, `2 arguments`. */
export function countText(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
