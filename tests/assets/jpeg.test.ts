/** JPEG files that claim to be larger than their bytes can say are refused before a decoder asks for memory. */
import test from "ava";
import sharp, { type JpegOptions } from "sharp";
import { decodeImage } from "#asset_tools/texture/decode_image.ts";

/** A file of one color, which is the smallest of its size. */
function flat(size: number, colourspace: string, options: JpegOptions): Promise<Buffer> {
  const background = { r: 90, g: 120, b: 60 };
  const picture = sharp({ create: { width: size, height: size, channels: 3, background } });
  return picture.toColourspace(colourspace).jpeg(options).toBuffer();
}

/** Where the segment of a marker starts, of which there is one. */
const segmentAt = (file: Uint8Array, marker: number): number =>
  Buffer.from(file).indexOf(Buffer.of(0xff, marker));

/** Markers of the frames that sharp writes. */
const [BASELINE, PROGRESSIVE] = [0xc0, 0xc2];

function claiming(file: Uint8Array, marker: number, width: number, height: number): Buffer {
  const bytes = Buffer.from(file);
  const at = segmentAt(file, marker);
  bytes.writeUInt16BE(height, at + 5);
  bytes.writeUInt16BE(width, at + 7);
  return bytes;
}

async function problemOf(file: Uint8Array): Promise<string | null> {
  const decoded = await decodeImage(file, "sky.jpg");
  return "problem" in decoded ? decoded.problem.message : null;
}

test("the smallest files of any kind and size are read", async (t) => {
  const kinds: readonly JpegOptions[] = [
    {},
    { progressive: true },
    // Tables of its own for each scan: a code of one bit a block.
    { mozjpeg: true },
    { mozjpeg: true, chromaSubsampling: "4:4:4" },
  ];
  for (const size of [1, 8, 9, 768]) {
    for (const colourspace of ["srgb", "b-w", "cmyk"]) {
      for (const options of kinds) {
        const problem = await problemOf(await flat(size, colourspace, options));
        t.is(problem, null, `${size} ${colourspace} ${JSON.stringify(options)}`);
      }
    }
  }
});

test("a few bytes that claim to be a large picture are refused by their size", async (t) => {
  for (const [marker, options] of [
    [BASELINE, {}],
    [PROGRESSIVE, { progressive: true }],
  ] as const) {
    const file = await flat(64, "srgb", options);
    const data = file.length - segmentAt(file, marker);
    t.is(
      await problemOf(claiming(file, marker, 16384, 16384)),
      `Image cannot be decoded: it is 16384x16384, for which ${data} bytes are too few`,
    );
    // What is more than the limit would be refused with any number of bytes, but its bytes come first.
    t.regex((await problemOf(claiming(file, marker, 65535, 65535))) ?? "", /bytes are too few/);
    t.is(
      await problemOf(claiming(file, marker, 64, 0)),
      `Image cannot be decoded: it is 64x0 (byte ${segmentAt(file, marker)})`,
    );
  }
});

test("arithmetic coding needs less, but not nothing", async (t) => {
  const file = await flat(64, "srgb", { progressive: true });
  const at = segmentAt(file, PROGRESSIVE);
  const arithmetic = claiming(file, PROGRESSIVE, 16384, 16384);
  arithmetic[at + 1] = 0xca;
  t.regex((await problemOf(arithmetic)) ?? "", /bytes are too few/);
});

test("what is wrong before the frame is told with its byte", async (t) => {
  const file = await flat(64, "srgb", {});
  const at = segmentAt(file, BASELINE);
  const cases: readonly (readonly [file: Buffer, problem: string])[] = [
    [file.subarray(0, at), "ends before its frame"],
    [file.subarray(0, at + 6), `ends inside the segment at byte ${at}`],
    [edited(file, at, 0), `has no marker at byte ${at}`],
    [edited(file, at + 9, 7), `has a damaged frame at byte ${at}`],
    [edited(file, at + 11, 0x20), `samples component 0 never, in its frame at byte ${at}`],
  ];
  for (const [bytes, problem] of cases)
    t.is(await problemOf(bytes), `Image cannot be decoded: it ${problem}`);
});

function edited(file: Uint8Array, at: number, value: number): Buffer {
  const bytes = Buffer.from(file);
  bytes[at] = value;
  return bytes;
}
