/** Intrinsics as calls of the runtime: `string.charCodeAt` is hx_string_char_code_at, or has an inline form. */
import { type IntrinsicName, intrinsics } from "#compiler/ir/intrinsics.ts";

/** The runtime's function for the intrinsic. */
export function intrinsicSymbol(name: IntrinsicName): string {
  return `hx_${name.replace(".", "_").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}

/** Forms of runtime/native/inline.h, or an operation of C. */
const inlined: Partial<Record<IntrinsicName, (...args: string[]) => string>> = {
  "string.length": (text) => `HX_STRING(${text})->length`,
  "string.charCodeAt": (text, index) => `hx_inline_char_code_at(HX_STRING(${text}), ${index})`,
  "array.length": (array) => `HX_ARRAY(${array})->length`,
  "array.push": (array, value) => `hx_inline_array_push(HX_ARRAY(${array}), ${value})`,
  "bytes.length": (bytes) => `HX_BYTES(${bytes})->length`,
  "bytes.get": (bytes, at) => `hx_inline_bytes_get(HX_BYTES(${bytes}), ${at})`,
  "bytes.set": (bytes, at, value) => `HX_BYTES(${bytes})->bytes[${at}] = (uint8_t)${value}`,
  "bytes.getUint16": (bytes, at) => `hx_inline_bytes_get_uint16(HX_BYTES(${bytes}), ${at})`,
  "bytes.setUint16": (bytes, at, value) =>
    `hx_inline_bytes_set_uint16(HX_BYTES(${bytes}), ${at}, ${value})`,
  "bytes.getInt32": (bytes, at) => `hx_inline_bytes_get_int32(HX_BYTES(${bytes}), ${at})`,
  "bytes.setInt32": (bytes, at, value) =>
    `hx_inline_bytes_set_int32(HX_BYTES(${bytes}), ${at}, ${value})`,
  "bytes.getFloat32": (bytes, at) => `hx_inline_bytes_get_float32(HX_BYTES(${bytes}), ${at})`,
  "bytes.setFloat32": (bytes, at, value) =>
    `hx_inline_bytes_set_float32(HX_BYTES(${bytes}), ${at}, ${value})`,
  "bytes.getFloat64": (bytes, at) => `hx_inline_bytes_get_float64(HX_BYTES(${bytes}), ${at})`,
  "bytes.setFloat64": (bytes, at, value) =>
    `hx_inline_bytes_set_float64(HX_BYTES(${bytes}), ${at}, ${value})`,
  "f64.toInt": (value) => `hx_inline_f64_to_int(${value})`,
  "f64.sqrt": (value) => `__builtin_sqrt(${value})`,
  "f64.abs": (value) => `__builtin_fabs(${value})`,
  "f64.floor": (value) => `hx_inline_f64_floor(${value})`,
};

export function intrinsicCall(name: IntrinsicName, args: readonly string[]): string {
  const inline = inlined[name];
  if (inline !== undefined) return inline(...args);
  const { params, result } = intrinsics[name];
  // The runtime's parameters have types of their own: a pointer to void is any of them.
  const list = args.map((arg, index) => (params[index] === "ref" ? `(void *)${arg}` : arg));
  const call = `${intrinsicSymbol(name)}(${list.join(", ")})`;
  return result === "ref" ? `HX_OBJECT(${call})` : call;
}
