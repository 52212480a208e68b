import { CircuitBreaker } from './CircuitBreaker';

describe('CircuitBreaker', () => {
  let now: number;
  let breaker: CircuitBreaker;

  beforeEach(() => {
    now = 0;
    breaker = new CircuitBreaker(() => now);
  });

  function fail(times: number) {
    for (let time = 0; time < times; time += 1) breaker.failed();
  }

  it('stays closed over a failure or two', () => {
    fail(2);
    expect([breaker.open, breaker.mayCall()]).toEqual([false, true]);
    breaker.answered();
    fail(2);
    expect(breaker.open).toBe(false);
  });

  it('opens after three in a row and lets one probe out a second', () => {
    fail(3);
    expect([breaker.open, breaker.mayCall()]).toEqual([true, false]);
    now = 1_000;
    expect([breaker.mayCall(), breaker.mayCall()]).toEqual([true, false]);
    now = 1_500;
    breaker.failed();
    now = 2_499;
    expect(breaker.mayCall()).toBe(false);
  });

  it('closes with any answer, a watch’s too', () => {
    fail(5);
    breaker.answered();
    expect([breaker.mayCall(), breaker.mayCall()]).toEqual([true, true]);
  });
});
