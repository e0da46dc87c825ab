import test from "ava";
import { StepClock } from "#runtime/page/step_clock.ts";

test("pictures of any rate make sixty steps a second", (t) => {
  for (const rate of [30, 60, 75, 144, 240]) {
    const clock = new StepClock();
    let steps = 0;
    for (let picture = 0; picture <= rate * 10; picture++) steps += clock.advance(picture / rate);
    t.true(Math.abs(steps - 600) <= 1, `${rate} pictures a second made ${steps} steps`);
  }
});

test("after a pause the game does not catch up", (t) => {
  const clock = new StepClock();
  clock.advance(0);
  t.is(clock.advance(60), 5);
  t.is(clock.advance(60), 0);
});

test("alpha is how far the time is between two steps", (t) => {
  const clock = new StepClock();
  clock.advance(0);
  t.is(clock.advance(0.025), 1);
  t.true(Math.abs(clock.alpha - 0.5) < 1e-9);
  clock.restart();
  t.is(clock.alpha, 0);
});
