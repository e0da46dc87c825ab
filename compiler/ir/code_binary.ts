/** What a function does as bytes: its hash is taken from them, and `.hir` files hold them. */
import { codeShape, type IrCode } from "./binary_shape.ts";
import type { IrFunction } from "./ir.ts";
import { type EncodedShape, ShapeWriter } from "./shape_writer.ts";

interface Known {
  readonly locals: IrFunction["locals"];
  readonly encoded: EncodedShape;
}

const writer = new ShapeWriter();
const known = new WeakMap<IrFunction["body"], Known>();

/** Made once and kept as long as the body. */
export function encodeCode(code: IrCode): EncodedShape {
  const before = known.get(code.body);
  if (before?.locals === code.locals) return before.encoded;
  const encoded = writer.encode(codeShape, code);
  known.set(code.body, { locals: code.locals, encoded });
  return encoded;
}
