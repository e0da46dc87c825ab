/** WAV files of every kind that tests need. */

export interface WavShape {
  readonly bits: 8 | 16 | 24 | 32 | 64;
  readonly isFloat?: boolean;
  readonly isExtensible?: boolean;
  readonly sampleRate?: number;
  /** Chunks before the data. */
  readonly before?: readonly Uint8Array[];
  /** Chunks after the data. */
  readonly after?: readonly Uint8Array[];
}

/** `channels` hold samples of full scale 1. */
export function makeWav(channels: readonly ArrayLike<number>[], shape: WavShape): Uint8Array {
  const { bits, isFloat = false, isExtensible = false, sampleRate = 44100 } = shape;
  const count = channels.length;
  const frames = channels[0]?.length ?? 0;
  const format = new DataView(new ArrayBuffer(isExtensible ? 40 : 16));
  const tag = isFloat ? 3 : 1;
  format.setUint16(0, isExtensible ? 0xfffe : tag, true);
  format.setUint16(2, count, true);
  format.setUint32(4, sampleRate, true);
  format.setUint32(8, (sampleRate * count * bits) / 8, true);
  format.setUint16(12, (count * bits) / 8, true);
  format.setUint16(14, bits, true);
  if (isExtensible) {
    format.setUint16(16, 22, true);
    format.setUint16(18, bits, true);
    format.setUint16(24, tag, true);
    const rest = Buffer.from("000000001000800000aa00389b71", "hex");
    new Uint8Array(format.buffer).set(rest, 26);
  }
  const data = new DataView(new ArrayBuffer((frames * count * bits) / 8));
  for (let frame = 0; frame < frames; frame++) {
    for (let channel = 0; channel < count; channel++) {
      const at = ((frame * count + channel) * bits) / 8;
      writeSample(data, at, channels[channel]?.[frame] ?? 0, bits, isFloat);
    }
  }
  return riff([
    chunk("fmt ", new Uint8Array(format.buffer)),
    ...(shape.before ?? []),
    chunk("data", new Uint8Array(data.buffer)),
    ...(shape.after ?? []),
  ]);
}

export function riff(chunks: readonly Uint8Array[]): Uint8Array {
  return chunk("RIFF", Buffer.concat([Buffer.from("WAVE"), ...chunks]));
}

export function chunk(id: string, content: Uint8Array): Uint8Array {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length);
  return Buffer.concat([Buffer.from(id), size, content, Buffer.alloc(content.length % 2)]);
}

/** A chunk `smpl` with loops of a type, first and last frame each. */
export function samplerChunk(loops: readonly (readonly [number, number, number])[]): Uint8Array {
  const content = Buffer.alloc(36 + loops.length * 24);
  content.writeUInt32LE(loops.length, 28);
  for (const [index, loop] of loops.entries()) {
    for (const [field, value] of loop.entries()) {
      content.writeUInt32LE(value, 36 + index * 24 + 4 + field * 4);
    }
  }
  return chunk("smpl", content);
}

function writeSample(view: DataView, at: number, value: number, bits: number, isFloat: boolean) {
  if (isFloat && bits === 64) return view.setFloat64(at, value, true);
  if (isFloat) return view.setFloat32(at, value, true);
  const whole = Math.round(value * 2 ** (bits - 1));
  if (bits === 8) return view.setUint8(at, whole + 128);
  if (bits === 16) return view.setInt16(at, whole, true);
  if (bits === 32) return view.setInt32(at, whole, true);
  view.setInt16(at, whole, true);
  view.setInt8(at + 2, whole >> 16);
}

/** A sine of `hertz`. */
export function sine(
  hertz: number,
  sampleRate: number,
  frames: number,
  size: number,
): Float32Array {
  return Float32Array.from(
    { length: frames },
    (_, frame) => size * Math.sin((2 * Math.PI * hertz * frame) / sampleRate),
  );
}
