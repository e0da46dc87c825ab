/** What ships is what was developed: the same state and the same picture. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ExecutionContext } from "ava";
import { readWav } from "#asset_tools/audio/read_wav.ts";
import { lacks, missingBrowser, openBrowser, openPage } from "./browser.ts";
import { built, test } from "./built.ts";
import { DevServer } from "./dev_server.ts";
import { GamePage, keepOutput } from "./game_page.ts";
import { compare, readPicture } from "./picture.ts";
import { runProgram } from "./run_program.ts";

const FRAMES = 120;
/**
 * Software renderers round vertices to grids of their own (SwiftShader to 1/16 of a pixel, Mesa to 1/256). At this size no long
 * level edge falls on pixel centres, where that would decide a whole row.
 */
const [WIDTH, HEIGHT] = [1280, 720];
const HEADLESS = ["--headless", "--frames", String(FRAMES)];
const SHARED_LIBRARIES = [
  "ld-linux-x86-64.so.2",
  "libc.so.6",
  "libdl.so.2",
  "libm.so.6",
  "libpthread.so.0",
  "linux-vdso.so.1",
];

test("the state is the same in every mode", async (t) => {
  t.timeout(120_000);
  const states = {
    interpreter: await lastLine(built("GAME_DEV"), [...HEADLESS, "--mode", "interpreter"]),
    jit: await lastLine(built("GAME_DEV"), [...HEADLESS, "--mode", "jit"]),
    wasm: await wasmState(),
    native: await lastLine(built("GAME_SHIP"), HEADLESS),
  };
  t.log(states);
  t.regex(states.interpreter, /^state 120 [0-9A-F]{16}$/);
  t.deepEqual(new Set(Object.values(states)), new Set([states.interpreter]));
});

test("the executable is one stripped file that needs the C library only", async (t) => {
  const path = built("GAME_SHIP");
  const { stdout } = await runProgram("/usr/bin/ldd", [path]);
  const libraries = stdout
    .trim()
    .split("\n")
    .map((line) => (line.trim().split(" ")[0] as string).split("/").at(-1) as string);
  t.log(libraries.join(" "), readFileSync(path).length, "bytes");
  t.deepEqual(
    libraries.filter((library) => !SHARED_LIBRARIES.includes(library)),
    [],
  );
  t.deepEqual(
    sectionNames(readFileSync(path)).filter((name) => /^\.(symtab|debug_)/.test(name)),
    [],
  );
});

test("what is heard is written by the game's time, and changes nothing", async (t) => {
  const file = join(process.env["TEST_TMPDIR"] ?? "", "heard.wav");
  const silent = await lastLine(built("GAME_SHIP"), HEADLESS);
  const write = async (): Promise<Buffer> => {
    t.is(await lastLine(built("GAME_SHIP"), [...HEADLESS, "--audio-out", file]), silent);
    return readFileSync(file);
  };
  const first = await write();
  t.deepEqual(await write(), first);
  const { sampleRate, channels } = readWav(first);
  t.is(sampleRate, 48000);
  t.deepEqual(
    channels.map((channel) => channel.length),
    [FRAMES * 800, FRAMES * 800],
  );
  // Music, a breeze and a rotor: never silent, never near full scale.
  for (const channel of channels) {
    const peaks = Array.from({ length: FRAMES / 10 }, (_, part) =>
      Math.max(...channel.subarray(part * 8000, part * 8000 + 8000).map(Math.abs)),
    );
    t.true(Math.min(...peaks) > 0.02 && Math.max(...peaks) < 0.8, peaks.join(" "));
  }
});

test("a file that cannot be written is said, and the game does not run", async (t) => {
  const { status, stderr } = await runProgram(built("GAME_SHIP"), [
    ...HEADLESS,
    "--audio-out",
    "/nowhere/heard.wav",
  ]);
  t.is(status, 1);
  t.is(stderr, "Cannot write /nowhere/heard.wav\n");
});

test("window and page draw the same picture", async (t) => {
  t.timeout(280_000);
  if (lacks(t, missingBrowser() ?? missingDisplayServer())) return;
  const page = await pagePicture();
  const native = await nativePicture(t);
  keepOutput("page.png", page);
  keepOutput("native.png", native);
  const { share, largest } = compare(await readPicture(page), await readPicture(native), 2);
  t.log(
    `${(share * 100).toFixed(4)} % of the pixels differ by more than 2, the most by ${largest}`,
  );
  t.true(share < 0.001);
});

async function lastLine(program: string, args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await runProgram(program, args);
  if (status !== 0) throw new Error(`${program} ${args.join(" ")}: status ${status}\n${stderr}`);
  return stdout.trimEnd().split("\n").at(-1) as string;
}

/** The module of `//game:ship_web`, run by the headless host. */
function wasmState(): Promise<string> {
  const program = join(process.env["TEST_TMPDIR"] ?? "", "program.json");
  const folder = built("GAME_WEB");
  const manifest = {
    title: "web",
    entry: "",
    libraries: [],
    wasm: `${folder}/game.wasm`,
    bundle: `${folder}/game.fpkg`,
  };
  writeFileSync(program, JSON.stringify(manifest));
  const host = "runtime/headless/main.ts";
  const args = ["--program", program, "--root", "/", "--mode", "wasm", "--frames", String(FRAMES)];
  return lastLine(process.execPath, [host, ...args]);
}

/** Names of an ELF file's sections. https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.sheader.html */
function sectionNames(file: Buffer): string[] {
  const table = Number(file.readBigUInt64LE(0x28));
  const [size, count, namesIndex] = [0x3a, 0x3c, 0x3e].map((at) => file.readUInt16LE(at)) as [
    number,
    number,
    number,
  ];
  const offsetOf = (section: number): number =>
    Number(file.readBigUInt64LE(table + section * size + 0x18));
  const names = offsetOf(namesIndex);
  return Array.from({ length: count }, (_, section) => {
    const start = names + file.readUInt32LE(table + section * size);
    return file.toString("latin1", start, file.indexOf(0, start));
  });
}

async function pagePicture(): Promise<Uint8Array> {
  const server = await DevServer.start();
  const browser = await openBrowser(WIDTH, HEIGHT);
  try {
    const game = new GamePage((await openPage(browser)).page);
    await game.openPaused(server.url);
    await game.step(FRAMES);
    // Only the game: what the page shows over it is the developer's.
    await game.page.addStyleTag({ content: "body > div { visibility: hidden !important }" });
    return await game.page.screenshot();
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function nativePicture(t: ExecutionContext): Promise<Uint8Array> {
  const file = join(process.env["TEST_TMPDIR"] ?? "", "native.png");
  const args = ["--frames", String(FRAMES), "--width", String(WIDTH), "--height", String(HEIGHT)];
  const display = await startDisplayServer();
  try {
    const { status, stderr } = await runProgram(
      built("GAME_SHIP"),
      [...args, "--screenshot", file],
      { DISPLAY: display.name, LIBGL_ALWAYS_SOFTWARE: "1" },
    );
    t.is(status, 0, stderr);
    return readFileSync(file);
  } finally {
    display.stop();
  }
}

const XVFB = "/usr/bin/Xvfb";

function missingDisplayServer(): string | null {
  if (existsSync(XVFB) || process.env["CI"] !== undefined) return null;
  return `skipped: ${XVFB} is not installed (apt-get install xvfb libegl1 libgles2 libgl1-mesa-dri)`;
}

/** An X server without a screen, on a display number that it chooses itself. */
function startDisplayServer(): Promise<{ readonly name: string; readonly stop: () => void }> {
  const server = spawn(
    XVFB,
    ["-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
    {
      stdio: ["ignore", "ignore", "inherit", "pipe"],
    },
  );
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.on("exit", (status) => reject(new Error(`Xvfb ended with status ${status}`)));
    server.stdio[3]?.on("data", (number) =>
      resolve({ name: `:${String(number).trim()}`, stop: () => void server.kill() }),
    );
  });
}
