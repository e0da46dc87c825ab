import test from "ava";
import { PicturesInFlight } from "#runtime/renderer/pictures_in_flight.ts";

/** A GPU whose pictures take as long as the clock is made to wait. */
class Gpu {
  readonly inFlight: PicturesInFlight;
  #now = 0;
  #finish: (() => void)[] = [];
  #added: Promise<void>[] = [];

  constructor() {
    this.inFlight = new PicturesInFlight(() => this.#now);
  }

  give(): void {
    const finished = new Promise<void>((resolve) => this.#finish.push(resolve));
    this.#added.push(this.inFlight.add(finished));
  }

  wait(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** Finishes the picture that was given first, some milliseconds later. */
  async finish(milliseconds: number): Promise<void> {
    this.wait(milliseconds);
    this.#finish.shift()?.();
    await this.#added.shift();
  }
}

test("a fast GPU gets a picture while it draws the last", async (t) => {
  const gpu = new Gpu();
  for (let picture = 0; picture < 20; picture++) {
    gpu.give();
    await gpu.finish(5);
  }
  t.false(gpu.inFlight.isSlow());
  gpu.give();
  t.false(gpu.inFlight.isEnough());
  gpu.give();
  t.true(gpu.inFlight.isEnough());
  t.true(gpu.inFlight.isFull());
});

test("a slow GPU gets a picture when the last is nearly done, but for one that is urgent", async (t) => {
  const gpu = new Gpu();
  for (let picture = 0; picture < 20; picture++) {
    gpu.give();
    await gpu.finish(30);
  }
  t.true(gpu.inFlight.isSlow());
  t.false(gpu.inFlight.isEnough());
  gpu.give();
  gpu.wait(15);
  t.true(gpu.inFlight.isEnough());
  t.false(gpu.inFlight.isFull());
  gpu.wait(11);
  t.false(gpu.inFlight.isEnough());
  gpu.give();
  t.true(gpu.inFlight.isEnough());
  await gpu.finish(4);
  t.true(gpu.inFlight.isEnough(), "it has only begun with the next");
});

test("what a picture waits for the one before it is not its own time", async (t) => {
  const gpu = new Gpu();
  gpu.give();
  for (let picture = 0; picture < 20; picture++) {
    gpu.give();
    await gpu.finish(10);
  }
  t.false(gpu.inFlight.isSlow(), "two of ten milliseconds each were in flight for twenty");
});

test("one slow picture makes no slow GPU", async (t) => {
  const gpu = new Gpu();
  for (const milliseconds of [5, 5, 5, 5, 90, 5]) {
    gpu.give();
    await gpu.finish(milliseconds);
  }
  t.false(gpu.inFlight.isSlow());
});
