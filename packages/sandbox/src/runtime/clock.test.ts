import { ManualClock, SystemClock } from './clock';
import { PausableClock } from '../controllers/controllerControl';

describe('a clock', () => {
  it('calls each timer at its own time, in order, with those that they set', async () => {
    const clock = new ManualClock(0);
    const calls: string[] = [];
    const note = (name: string) => calls.push(`${name}@${+clock.now()}`);
    clock.after(30, () => note('third'));
    clock.after(10, () => {
      note('first');
      // What is done later in the same moment still counts for it.
      clock.after(0, () => clock.after(10, () => note('second')));
    });
    clock.after(50, () => note('too late'));
    await clock.advance(40);
    expect(calls).toEqual(['first@10', 'second@20', 'third@30']);
    expect(+clock.now()).toBe(40);
  });

  it('does not call who took the call back', async () => {
    const clock = new ManualClock(0);
    const calls: string[] = [];
    const cancels = [0, 10].map(delay =>
      clock.after(delay, () => calls.push(`after ${delay}`)),
    );
    cancels.forEach(cancel => cancel());
    await clock.advance(20);
    expect(calls).toEqual([]);
  });

  it('goes on from where it was put forward to', async () => {
    const clock = new SystemClock();
    const due = +clock.now() + 3_600_005;
    const called = new Promise<number>(resolve => {
      clock.after(3_600_005, () => resolve(+clock.now()));
    });
    await clock.advance(3_600_000);
    // What is left of it passes in real time, as far as it has not passed already.
    expect(await called).toBeGreaterThanOrEqual(due);
    expect(clock.ahead).toBeGreaterThan(3_599_000);
  });

  it('goes on although work leads to more work for ever', async () => {
    const clock = new ManualClock(0);
    let busy = true;
    const work = () => {
      if (busy) clock.after(0, work);
    };
    work();
    await clock.advance(10);
    busy = false;
    expect(+clock.now()).toBe(10);
  });

  it('keeps calls back while it is paused, and catches up', async () => {
    const base = new ManualClock(0);
    const clock = new PausableClock(base);
    const calls: string[] = [];
    clock.pause();
    clock.after(10, () => calls.push('held'));
    const cancel = clock.after(10, () => calls.push('taken back'));
    await base.advance(20);
    cancel();
    expect(calls).toEqual([]);
    clock.resume();
    expect(calls).toEqual(['held']);
  });
});
