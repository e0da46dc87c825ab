/** Animation blobs: a skeleton and clips of packed keys. */
import { packedSize, packKeys, unpackKeys } from "./animation_keys.ts";
import { BlobReader, type BlobSource, codeName } from "./blob_reader.ts";
import { BlobWriter } from "./blob_writer.ts";
import {
  AnimationChannel,
  AnimationClip,
  AnimationFormat,
  AnimationHeader,
  AnimationInterpolation,
  type AnimationInterpolationName,
  AnimationJoint,
  AnimationPath,
  type AnimationPathName,
} from "./format/animation.ts";
import { FpkgError } from "./fpkg_error.ts";
import type { StructOf } from "./struct.ts";

export interface Animation {
  /** Parents come before their children. */
  readonly joints: readonly JointData[];
  readonly clips: readonly ClipData[];
}

export interface JointData {
  readonly name: string;
  /** Index of the parent, -1 for none. */
  readonly parent: number;
  /** At rest, from the parent. */
  readonly translation: readonly number[];
  readonly rotation: readonly number[];
  readonly scale: readonly number[];
  /** 16 numbers, column by column. */
  readonly inverseBind: readonly number[];
}

export interface ClipData {
  readonly name: string;
  /** Seconds. */
  readonly duration: number;
  /** How far a point was found from where the source has it, metres. */
  readonly error: number;
  readonly channels: readonly ChannelData[];
}

export interface ChannelData {
  /** Index of the joint. */
  readonly joint: number;
  readonly path: AnimationPathName;
  readonly interpolation: AnimationInterpolationName;
  /** Whether values are stored as floats. */
  readonly exact: boolean;
  /** Numbers a key. */
  readonly components: number;
  /** Seconds, growing. */
  readonly times: Float32Array;
  /** `components` a key. */
  readonly values: Float32Array;
}

/** Serialises an animation; values of channels that are not exact are packed. */
export function encodeAnimation({ joints, clips }: Animation): Uint8Array<ArrayBuffer> {
  const writer = new BlobWriter(AnimationHeader);
  const channels = clips.flatMap((clip) => clip.channels.map((data) => channelRow(writer, data)));
  let firstChannel = 0;
  const clipRows = clips.map(({ name, duration, error, channels: own }) => {
    firstChannel += own.length;
    return {
      name: writer.string(name),
      duration,
      error,
      firstChannel: firstChannel - own.length,
      channelCount: own.length,
    };
  });
  const jointRows = joints.map(({ name, ...joint }) => ({ ...joint, name: writer.string(name) }));
  return writer.finish("ANIM", {
    joints: writer.rows(AnimationJoint, jointRows),
    jointCount: joints.length,
    clips: writer.rows(AnimationClip, clipRows),
    clipCount: clips.length,
    channels: writer.rows(AnimationChannel, channels),
    channelCount: channels.length,
  });
}

function channelRow(
  writer: BlobWriter<typeof AnimationHeader>,
  { joint, path, interpolation, exact, components, times, values }: ChannelData,
): StructOf<typeof AnimationChannel> {
  const { format, bytes, low, step } = packKeys(values, path, exact);
  return {
    joint,
    path: AnimationPath[path],
    interpolation: AnimationInterpolation[interpolation],
    format: AnimationFormat[format],
    components,
    keyCount: times.length,
    times: writer.bytes(new Uint8Array(times.slice().buffer)),
    values: writer.bytes(bytes),
    low,
    step,
  };
}

/** Reads an animation blob; values are floats again. */
export function decodeAnimation(source: BlobSource): Animation {
  const blob = BlobReader.open(source, "ANIM");
  const header = blob.row(AnimationHeader, 0);
  const joints = blob
    .rows(AnimationJoint, header.joints, header.jointCount)
    .map((row, index): JointData => {
      if (row.parent < -1 || row.parent >= index)
        throw new FpkgError("FP1004", `Joint ${index} comes before its parent ${row.parent}`);
      return { ...row, name: blob.string(row.name) };
    });
  const rows = blob.rows(AnimationChannel, header.channels, header.channelCount);
  const clips = blob.rows(AnimationClip, header.clips, header.clipCount).map((row): ClipData => {
    const { duration, error, firstChannel, channelCount } = row;
    if (firstChannel + channelCount > rows.length)
      throw new FpkgError("FP1002", `Channels ${firstChannel}+${channelCount} of ${rows.length}`);
    const own = rows.slice(firstChannel, firstChannel + channelCount);
    const channels = own.map((channel) => readChannel(blob, channel, joints.length));
    return { name: blob.string(row.name), duration, error, channels };
  });
  return { joints, clips };
}

const SIZES = { translation: 3, rotation: 4, scale: 3, weights: undefined } as const;

function readChannel(
  blob: BlobReader,
  row: StructOf<typeof AnimationChannel>,
  joints: number,
): ChannelData {
  const { joint, components, keyCount } = row;
  const path = codeName(AnimationPath, row.path, "Animation path");
  const interpolation = codeName(AnimationInterpolation, row.interpolation, "Interpolation");
  const format = codeName(AnimationFormat, row.format, "Animation format");
  if (joint >= joints) throw new FpkgError("FP1004", `A channel moves joint ${joint} of ${joints}`);
  if (keyCount < 1 || components !== (SIZES[path] ?? Math.max(1, components)))
    throw new FpkgError("FP1004", `${keyCount} keys of ${components} numbers for ${path}`);
  const count = keyCount * components;
  const packed = blob.slice(row.values, packedSize(format, count));
  blob.claim(packed.length + keyCount * 4);
  const [lowX = 0, lowY = 0, lowZ = 0] = row.low;
  const [stepX = 0, stepY = 0, stepZ = 0] = row.step;
  const times = new Float32Array(new Uint8Array(blob.slice(row.times, keyCount * 4)).buffer);
  if (
    !times.every((time, at) => Number.isFinite(time) && (at === 0 || time > (times[at - 1] ?? 0)))
  )
    throw new FpkgError("FP1004", "Times of keys do not grow");
  const values = unpackKeys(
    { format, bytes: packed, low: [lowX, lowY, lowZ], step: [stepX, stepY, stepZ] },
    path,
    count,
  );
  return { joint, path, interpolation, exact: format === "float32", components, times, values };
}
