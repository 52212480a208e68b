import { RequestQueue } from './RequestQueue';

function hanging() {
  let finish = () => {};
  const task = () =>
    new Promise<void>(resolve => {
      finish = resolve;
    });
  return { task, finish: () => finish() };
}

describe('RequestQueue', () => {
  const limits = { concurrency: 1, waiting: 1, waitMs: 60_000 };

  it('runs what comes in turn, never more at a time than allowed', async () => {
    const queue = new RequestQueue({ ...limits, concurrency: 2, waiting: 10 });
    let [running, most] = [0, 0];
    const task = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(resolve => setImmediate(resolve));
      running -= 1;
    };
    await Promise.all(Array.from({ length: 10 }, () => queue.run(task)));
    expect(most).toBe(2);
    expect(queue.length).toBe(0);
  });

  it('refuses at once what finds no place', async () => {
    const queue = new RequestQueue(limits);
    const { task, finish } = hanging();
    const first = queue.run(task);
    const second = queue.run(async () => 'second');
    expect(queue.length).toBe(1);
    await expect(queue.run(task)).rejects.toThrow(/Too many requests/);
    finish();
    await first;
    await expect(second).resolves.toBe('second');
  });

  it('refuses what waits for too long, and goes on with the next', async () => {
    const queue = new RequestQueue({ ...limits, waitMs: 1 });
    const { task, finish } = hanging();
    const first = queue.run(task);
    await expect(queue.run(task)).rejects.toThrow(/Too many requests/);
    finish();
    await first;
    await expect(queue.run(async () => 'third')).resolves.toBe('third');
  });

  it('lets go of who gives up, and of all when there is no use in waiting', async () => {
    const queue = new RequestQueue({ ...limits, waiting: 2 });
    const { task, finish } = hanging();
    const first = queue.run(task);
    const giveUp = new AbortController();
    const second = queue.run(task, giveUp.signal);
    const third = queue.run(task);
    giveUp.abort(new Error('given up'));
    await expect(second).rejects.toThrow(/given up/);
    queue.failWaiting(new Error('gone'));
    await expect(third).rejects.toThrow('gone');
    expect(queue.length).toBe(0);
    finish();
    await first;
  });
});
