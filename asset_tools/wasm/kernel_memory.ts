/** Memory of WebAssembly kernels beyond what their own data takes. */

const PAGE = 65536;

/** Makes sure that there are so many bytes; views of the memory end when it grows. */
export function growTo(memory: WebAssembly.Memory, end: number): void {
  const missing = end - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
}

/** Places of so many bytes each from `start` on, 16-aligned. */
export function reservePlaces<Sizes extends readonly number[]>(
  memory: WebAssembly.Memory,
  start: number,
  sizes: Sizes,
): { readonly [Index in keyof Sizes]: number } {
  let end = start;
  const places = sizes.map((size) => {
    const place = end;
    end += Math.ceil(size / 16) * 16;
    return place;
  });
  growTo(memory, end);
  return places as { readonly [Index in keyof Sizes]: number };
}
