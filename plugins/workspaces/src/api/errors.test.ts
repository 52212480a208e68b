import { ButlerError } from './ButlerError';
import { errorFromFailure, errorFromFetch } from './errors';

describe('what was thrown', () => {
  it('is no trouble with the network when it is a fault of the Portal’s own', () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => {});
    const fault = new TypeError('Cannot read properties of undefined');
    const error = errorFromFailure(fault);
    expect(error.message).toMatch(/^Something in the Portal itself went wrong/);
    expect(error.cause).toBe(fault);
    expect(log).toHaveBeenCalledWith(fault);
    log.mockRestore();
  });

  it('is trouble with the network when fetch has thrown it, with its cause', () => {
    const failure = new TypeError('Failed to fetch');
    const error = errorFromFetch(failure);
    expect(error.message).toMatch(/cannot be reached/);
    expect(error.reason).toBe('unreachable');
    expect(error.cause).toBe(failure);
  });

  it('stays what the backend has said', () => {
    const refusal = new ButlerError('No.', 403);
    expect(errorFromFailure(refusal)).toBe(refusal);
    expect(errorFromFetch(refusal)).toBe(refusal);
  });
});
