import { Crowd } from './Crowd';

describe('a crowd', () => {
  it('turns away what is too much for one person, and nobody else', () => {
    const crowd = new Crowd('requests', 2);
    const leave = crowd.enter('one');
    crowd.enter('one');
    expect(() => crowd.enter('one')).toThrow(/2 requests/);
    crowd.enter('other');
    leave();
    crowd.enter('one');
    expect(() => crowd.enter('one')).toThrow();
  });

  it('counts a leave once', () => {
    const crowd = new Crowd('requests', 1);
    const leave = crowd.enter('one');
    leave();
    crowd.enter('one');
    leave();
    expect(() => crowd.enter('one')).toThrow();
  });
});
