import { EventEmitter } from 'node:events';
import { heartbeat } from './heartbeat';
import type { BeatingSocket } from './heartbeat';

const BEAT = { everyMs: 1_000, missed: 2 };

class FakeSocket extends EventEmitter {
  isPaused = false;
  ping = jest.fn();
  terminate = jest.fn();
}

describe('a heartbeat', () => {
  let socket: FakeSocket;

  beforeEach(() => {
    jest.useFakeTimers();
    socket = new FakeSocket();
    heartbeat(socket as unknown as BeatingSocket, BEAT);
  });
  afterEach(() => jest.useRealTimers());

  function pass(beats: number) {
    jest.advanceTimersByTime(beats * BEAT.everyMs);
  }

  it('ends a connection whose other side is gone', () => {
    pass(BEAT.missed);
    expect(socket.terminate).not.toHaveBeenCalled();
    pass(1);
    expect(socket.terminate).toHaveBeenCalled();
  });

  it('leaves one alone that answers', () => {
    socket.ping.mockImplementation(() => socket.emit('pong'));
    pass(10);
    expect(socket.ping).toHaveBeenCalledTimes(10);
    expect(socket.terminate).not.toHaveBeenCalled();
  });

  it('misses nothing while nothing is read', () => {
    pass(1);
    socket.isPaused = true;
    pass(10);
    socket.isPaused = false;
    pass(1);
    expect(socket.terminate).not.toHaveBeenCalled();
  });

  it('stops with the connection', () => {
    socket.emit('close');
    pass(10);
    expect(socket.ping).not.toHaveBeenCalled();
  });
});
