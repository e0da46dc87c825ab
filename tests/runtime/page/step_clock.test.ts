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

test("a step that is taken early is not run again", (t) => {
  const clock = new StepClock();
  clock.advance(0);
  t.is(clock.advance(0.025), 1);
  t.is(clock.takeEarly(), 1);
  t.is(clock.takeEarly(), 0, "one at a time");
  t.is(clock.alpha, 0);
  t.is(clock.advance(2.5 / 60), 0);
  t.is(clock.advance(3.5 / 60), 1);
});

test("a time a little before the last takes nothing away", (t) => {
  const clock = new StepClock();
  clock.advance(0);
  t.is(clock.advance(0.017), 1);
  t.is(clock.advance(0.016), 0);
  t.is(clock.advance(0.034), 1);
});

test("alpha is how far the time is between two steps", (t) => {
  const clock = new StepClock();
  clock.advance(0);
  t.is(clock.advance(0.025), 1);
  t.true(Math.abs(clock.alpha - 0.5) < 1e-9);
  clock.restart();
  t.is(clock.alpha, 0);
});
