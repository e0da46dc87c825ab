import test from "ava";
import { FrameClock } from "#runtime/dev_page/frame_clock.ts";

test("pictures of any rate make sixty steps a second", (t) => {
  for (const rate of [30, 60, 75, 144, 240]) {
    const clock = new FrameClock();
    let steps = 0;
    for (let picture = 0; picture <= rate * 10; picture++)
      steps += clock.steps((picture * 1000) / rate);
    t.true(Math.abs(steps - 600) <= 1, `${rate} pictures a second made ${steps} steps`);
  }
});

test("after a pause the game does not catch up", (t) => {
  const clock = new FrameClock();
  clock.steps(0);
  t.is(clock.steps(60_000), 6);
  t.is(clock.steps(60_000), 0);
});

test("alpha is how far the time is between two steps", (t) => {
  const clock = new FrameClock();
  clock.steps(0);
  t.is(clock.steps(25), 1);
  t.true(Math.abs(clock.alpha - 0.5) < 1e-9);
  clock.reset();
  t.is(clock.alpha, 0);
});
