import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import test, { type ExecutionContext } from "ava";
import { type SourceChange, SourceWatcher } from "#runtime/dev_server/source_watcher.ts";

/** A watched folder with one file, and what the watcher says. */
class Watched {
  readonly folder = mkdtempSync(join(tmpdir(), "watched-"));
  readonly file = join(this.folder, "src/Main.hx");
  readonly appeared: string[] = [];
  readonly saving: string[] = [];
  sleeps = 0;
  readonly watcher: SourceWatcher;
  readonly #changes: SourceChange[] = [];
  #heard: () => void = () => {};

  constructor(t: ExecutionContext, content = "one") {
    mkdirSync(join(this.folder, "src"));
    writeFileSync(this.file, content);
    const events = {
      saving: (path: string) => this.saving.push(path),
      changed: (change: SourceChange) => {
        this.#changes.push(change);
        this.#heard();
      },
      appeared: (path: string) => {
        this.appeared.push(path);
        this.#heard();
      },
    };
    this.watcher = new SourceWatcher(this.folder, events, (milliseconds) => {
      this.sleeps++;
      return sleep(milliseconds);
    });
    this.watcher.add("src/Main.hx", readFileSync(this.file));
    t.teardown(() => {
      this.watcher.close();
      rmSync(this.folder, { recursive: true });
    });
  }

  /** Waits until the watcher has told of this content; null for a deleted file. */
  async until(content: string | null): Promise<void> {
    while (this.#last() !== content) await this.next();
  }

  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#heard = resolve;
    });
  }

  get count(): number {
    return this.#changes.length;
  }

  #last(): string | null | undefined {
    const bytes = this.#changes.at(-1)?.bytes;
    return bytes === undefined || bytes === null ? bytes : new TextDecoder().decode(bytes);
  }
}

test("a save in place", async (t) => {
  const watched = new Watched(t);
  writeFileSync(watched.file, "two");
  await watched.until("two");
  t.is(watched.count, 1);
  t.is(watched.saving[0], "src/Main.hx");
});

test("two saves of one size within a tick of the file's time", async (t) => {
  const watched = new Watched(t);
  const manifest = join(watched.folder, "src/package.xml");
  const text = (version: number): string => `<package id="a" version="${version}"></package>\n`;
  writeFileSync(manifest, text(0));
  watched.watcher.add("src/package.xml", readFileSync(manifest));
  // Whatever the machine is doing, it is never long ago.
  const time = new Date(Date.now() + 60_000);
  for (const version of [1, 2, 3]) {
    writeFileSync(manifest, text(version));
    utimesSync(manifest, time, time);
    await watched.until(text(version));
  }
  t.is(watched.count, 3);
});

test("package.xml that has its end is looked at once", async (t) => {
  const watched = new Watched(t);
  const manifest = join(watched.folder, "src/package.xml");
  writeFileSync(manifest, "old");
  watched.watcher.add("src/package.xml", readFileSync(manifest));
  const whole = '<package id="a" version="1"></package>\n';
  writeFileSync(`${manifest}.new`, whole);
  renameSync(`${manifest}.new`, manifest);
  await watched.until(whole);
  t.is(watched.sleeps, 0);
  writeFileSync(`${manifest}.new`, whole.slice(0, 20));
  renameSync(`${manifest}.new`, manifest);
  await watched.until(whole.slice(0, 20));
  t.true(watched.sleeps > 0);
});

test("a save by rename over the file, many times", async (t) => {
  const watched = new Watched(t);
  for (let round = 0; round < 20; round++) {
    writeFileSync(`${watched.file}.tmp`, `round ${round}`);
    renameSync(`${watched.file}.tmp`, watched.file);
    await watched.until(`round ${round}`);
  }
  t.is(watched.count, 20);
});

test("a save that deletes and creates", async (t) => {
  const watched = new Watched(t);
  unlinkSync(watched.file);
  writeFileSync(watched.file, "again");
  await watched.until("again");
  t.is(watched.count, 1);
});

test("a save in chunks ends with the whole", async (t) => {
  const watched = new Watched(t);
  writeFileSync(watched.file, "");
  for (let chunk = 0; chunk < 50; chunk++) {
    appendFileSync(watched.file, `chunk ${chunk};`);
    await sleep(1);
  }
  await watched.until(Array.from({ length: 50 }, (_, chunk) => `chunk ${chunk};`).join(""));
  t.pass();
});

test("a deleted file, and its return", async (t) => {
  const watched = new Watched(t);
  unlinkSync(watched.file);
  await watched.until(null);
  writeFileSync(watched.file, "back");
  await watched.until("back");
  t.is(watched.count, 2);
});

test("the same content again is no change", async (t) => {
  const watched = new Watched(t);
  writeFileSync(watched.file, "one");
  writeFileSync(join(watched.folder, "src/Other.hx"), "");
  await watched.next();
  await watched.watcher.rescan();
  t.is(watched.count, 0);
});

test("a new source is told of, an editor's own files are not", async (t) => {
  const watched = new Watched(t);
  for (const name of ["Main.hx~", ".#Main.hx", "4913", "Main.hx.swp", "notes.txt"])
    writeFileSync(join(watched.folder, "src", name), "");
  writeFileSync(join(watched.folder, "src/New.hx"), "");
  while (!watched.appeared.includes("src/New.hx")) await watched.next();
  t.deepEqual([...new Set(watched.appeared)], ["src/New.hx"]);
});

test("a folder that was moved away and came back is watched again", async (t) => {
  const watched = new Watched(t);
  const folder = join(watched.folder, "src");
  renameSync(folder, `${folder}.away`);
  await watched.watcher.rescan();
  await watched.until(null);
  mkdirSync(folder);
  writeFileSync(watched.file, "back");
  await watched.watcher.rescan();
  await watched.until("back");
  writeFileSync(watched.file, "and on");
  await watched.until("and on");
  t.pass();
});

test("a picture is read when its end is there", async (t) => {
  const watched = new Watched(t);
  const picture = join(watched.folder, "src/a.png");
  const whole = Buffer.concat([Buffer.alloc(100_000, 7), Buffer.from("....IEND....")]);
  writeFileSync(picture, "old");
  watched.watcher.add("src/a.png", readFileSync(picture));
  writeFileSync(picture, whole.subarray(0, 50_000));
  await sleep(8);
  writeFileSync(picture, whole);
  await watched.until(whole.toString());
  t.is(watched.count, 1);
});
