/**
 * Tells of changed sources. One `fs.watch` a folder gives the events (it missed none of thousands, where libraries above
 * it did); a regular look at all files catches what file systems without events keep to themselves.
 */
import { type FSWatcher, statSync, watch } from "node:fs";
import { dirname, join } from "node:path";
import type { Digest } from "#runtime/hot_reload/protocol.ts";
import { sharedClock } from "#runtime/hot_reload/shared_clock.ts";
import { digestOf } from "./digest.ts";
import { readStable, type Sleep, stampOf } from "./stable_read.ts";
import { isEditorFile, isSourceName } from "./watch_names.ts";

/** Milliseconds in which a file's time of modification may stand still; file systems count in up to ten. */
const TIME_TICK = 20;

export interface SourceChange {
  /** Below the workspace. */
  readonly path: string;
  /** Null for a file that is gone. */
  readonly bytes: Uint8Array | null;
  /** When the first event for it came, in milliseconds of `performance.now()`. */
  readonly seenAt: number;
  /** When it was written, in milliseconds since 1970; null for a file that is gone. */
  readonly writtenAt: number | null;
}

export interface WatcherEvents {
  /** A watched source is being written: `changed` follows soon if there is anything new in it. */
  readonly saving: (path: string) => void;
  /** A watched source has other content now. */
  readonly changed: (change: SourceChange) => void;
  /** A file that may be a source, but none that is watched, has come to a watched folder. */
  readonly appeared: (path: string) => void;
}

export class SourceWatcher {
  readonly #workspace: string;
  readonly #events: WatcherEvents;
  readonly #sleep: Sleep;
  readonly #known = new Map<string, KnownFile>();
  readonly #folders = new Map<string, FSWatcher>();
  readonly #checks = new Map<string, Promise<void>>();

  constructor(workspace: string, events: WatcherEvents, sleep: Sleep) {
    this.#workspace = workspace;
    this.#events = events;
    this.#sleep = sleep;
  }

  /** Watches the file; `bytes` is what is known of it. */
  add(path: string, bytes: Uint8Array | null): void {
    const digest = bytes === null ? null : digestOf(bytes);
    this.#known.set(path, { digest, stamp: this.#stamp(path), isFresh: false });
    this.#watchFolder(dirname(path));
  }

  /** Looks at every file whose size or time has changed, and watches again what had lost its folder. */
  async rescan(): Promise<void> {
    for (const path of this.#known.keys()) this.#watchFolder(dirname(path));
    const suspects = [...this.#known].filter(
      ([path, { stamp, isFresh }]) => isFresh || this.#stamp(path) !== stamp,
    );
    await Promise.all(suspects.map(([path]) => this.#check(path)));
  }

  close(): void {
    for (const watcher of this.#folders.values()) watcher.close();
    this.#folders.clear();
  }

  #watchFolder(folder: string): void {
    if (this.#folders.has(folder)) return;
    const place = join(this.#workspace, folder);
    if (!statSync(place, { throwIfNoEntry: false })?.isDirectory()) return;
    const watcher = watch(place, (_, name) => this.#event(folder, name));
    const forget = () => {
      watcher.close();
      this.#folders.delete(folder);
    };
    watcher.on("error", forget);
    this.#folders.set(folder, watcher);
  }

  #event(folder: string, name: string | null): void {
    const places = name === null ? this.#filesOf(folder) : [join(folder, name)];
    for (const path of places) {
      if (this.#known.has(path)) void this.#check(path);
      else if (name !== null && isSourceName(name) && this.#stamp(path) !== null)
        this.#events.appeared(path);
    }
    // A folder that was moved away or deleted sends its events no more.
    if (!statSync(join(this.#workspace, folder), { throwIfNoEntry: false })) {
      this.#folders.get(folder)?.close();
      this.#folders.delete(folder);
    }
  }

  #filesOf(folder: string): string[] {
    return [...this.#known.keys()].filter(
      (path) => dirname(path) === folder && !isEditorFile(path),
    );
  }

  /** One look at a time; an event during a look asks for another one after it. */
  #check(path: string): Promise<void> {
    const seenAt = performance.now();
    const running = this.#checks.get(path) ?? Promise.resolve();
    const next = running.then(() => this.#look(path, seenAt));
    this.#checks.set(path, next);
    return next.finally(() => {
      if (this.#checks.get(path) === next) this.#checks.delete(path);
    });
  }

  async #look(path: string, seenAt: number): Promise<void> {
    const known = this.#known.get(path);
    if (known === undefined) return;
    const stamp = this.#stamp(path);
    if (stamp !== known.stamp) this.#events.saving(path);
    else if (stamp !== null && !known.isFresh) return;
    const content = await readStable(join(this.#workspace, path), this.#sleep);
    const bytes = content?.bytes ?? null;
    const digest = bytes === null ? null : digestOf(bytes);
    const writtenAt = content?.writtenAt ?? null;
    const isFresh = writtenAt !== null && sharedClock() < writtenAt + TIME_TICK;
    this.#known.set(path, { digest, stamp: content?.stamp ?? null, isFresh });
    if (digest !== known.digest) this.#events.changed({ path, bytes, seenAt, writtenAt });
  }

  #stamp(path: string): string | null {
    return stampOf(join(this.#workspace, path));
  }
}

interface KnownFile {
  readonly digest: Digest | null;
  readonly stamp: string | null;
  /** Was it read so soon after it was written that another write may leave it with the same stamp? */
  readonly isFresh: boolean;
}
