/** Halves pictures of floats. Sums are in 64 bits and in a fixed order, so every engine gets the same bytes. */
import { float, halveUneven } from "./halve_uneven.ts";

/** RGBA in floats of 32 bits. */
export interface FloatImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Float32Array;
}

/** With `isWeighted`, colors count by their alpha; where all is clear they stay the plain average. */
export function halveFloat(src: FloatImage, isWeighted: boolean): FloatImage {
  const isEven = src.width % 2 === 0 && src.height % 2 === 0;
  return isEven ? halveEven(src, isWeighted) : halveUneven(src, isWeighted, float);
}

function halveEven({ width, height, pixels }: FloatImage, isWeighted: boolean): FloatImage {
  const halves = new Float32Array(width * height);
  const stride = width * 4;
  let out = 0;
  for (let y = 0; y < height; y += 2) {
    for (let at = y * stride, end = at + stride; at < end; at += 8, out += 4) {
      const below = at + stride;
      const first = pixels[at + 3]!;
      const second = pixels[at + 7]!;
      const third = pixels[below + 3]!;
      const fourth = pixels[below + 7]!;
      const alpha = first + second + third + fourth;
      const isByAlpha = isWeighted && alpha > 0;
      for (let channel = 0; channel < 3; channel++) {
        const one = pixels[at + channel]!;
        const two = pixels[at + channel + 4]!;
        const three = pixels[below + channel]!;
        const four = pixels[below + channel + 4]!;
        halves[out + channel] = isByAlpha
          ? (one * first + two * second + three * third + four * fourth) / alpha
          : (one + two + three + four) / 4;
      }
      halves[out + 3] = alpha / 4;
    }
  }
  return { width: width / 2, height: height / 2, pixels: halves };
}
