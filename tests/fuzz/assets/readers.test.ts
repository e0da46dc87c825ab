/**
 * Damaged files of every kind: each gives an asset or diagnostics, in time, and takes no more memory than a reader may.
 * FUZZ_READER names one reader; FUZZ_ROUNDS says how many files each gets.
 */
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "ava";
import { Random } from "#tests/compiler/parser/random.ts";
import { type Reader, readers } from "./readers.ts";

const ROUNDS = Number(process.env["FUZZ_ROUNDS"] ?? "150");
const wanted = process.env["FUZZ_READER"];

/** Such files take milliseconds; a thousand times that is a loop. Other processes do not count. */
const PATIENCE_MS = 5000;
/** What a picture of the largest size takes twice: as it is decoded and as it is compressed. */
const MOST_BYTES = 2.5 * 2 ** 30;

for (const reader of readers) {
  if (wanted !== undefined && wanted !== reader.name) continue;
  test.serial(`damaged ${reader.name}`, async (t) => {
    t.timeout(24 * 3600_000);
    for (const sample of reader.samples) t.true(await reader.read(sample.slice()));
    const { refused, slowest, largest } = await survive(reader);
    t.log(
      `${refused} of ${ROUNDS} refused; at most ${Math.round(slowest)} ms, ${Math.round(largest / 2 ** 20)} MiB`,
    );
    t.true(refused > 0 && refused < ROUNDS);
  });
}

test("there is a reader of the name that was asked for", (t) => {
  t.true(wanted === undefined || readers.some(({ name }) => name === wanted));
});

async function survive(
  reader: Reader,
): Promise<{ refused: number; slowest: number; largest: number }> {
  const random = new Random(reader.name.length);
  const seen = { refused: 0, slowest: 0, largest: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const bytes = reader.damage(random, reader.samples);
    try {
      const { isRead, milliseconds, allocated } = await attempt(reader, bytes);
      if (!isRead) seen.refused++;
      seen.slowest = Math.max(seen.slowest, milliseconds);
      seen.largest = Math.max(seen.largest, allocated);
    } catch (error) {
      const { stack = String(error) } = error as Error;
      throw new Error(`Round ${round}, kept as ${keep(reader, bytes)}: ${stack}`);
    }
  }
  return seen;
}

async function attempt(
  { read }: Reader,
  bytes: Uint8Array,
): Promise<{ isRead: boolean; milliseconds: number; allocated: number }> {
  const before = process.memoryUsage();
  const start = process.cpuUsage();
  const isRead = await read(bytes);
  const milliseconds = process.cpuUsage(start).user / 1000;
  const after = process.memoryUsage();
  const allocated = after.arrayBuffers - before.arrayBuffers + after.heapUsed - before.heapUsed;
  if (milliseconds > PATIENCE_MS) throw new Error(`It took ${Math.round(milliseconds)} ms`);
  if (allocated > MOST_BYTES) throw new Error(`It took ${allocated} bytes`);
  return { isRead, milliseconds, allocated };
}

/** Where the file is that a reader fails at. */
function keep({ name }: Reader, bytes: Uint8Array): string {
  const folder = process.env["TEST_UNDECLARED_OUTPUTS_DIR"] ?? tmpdir();
  const file = join(folder, `fuzz_${name}.bin`);
  writeFileSync(file, bytes);
  return file;
}
