import { execStatusCode } from './execStatus';

function failure(reason: string, ...causes: object[]) {
  const details = { causes };
  return JSON.stringify({ status: 'Failure', reason, details });
}

describe('the end of an exec', () => {
  it('tells the exit code', () => {
    const code = (message: string) =>
      failure('NonZeroExitCode', { reason: 'ExitCode', message });
    expect(execStatusCode('{"metadata":{},"status":"Success"}')).toBe(0);
    expect(execStatusCode(code('3'))).toBe(3);
    expect(execStatusCode(code('127'))).toBe(127);
  });

  it.each([
    '',
    'null',
    '[]',
    '{}',
    failure('InternalError', { message: 'no such container' }),
    failure('NonZeroExitCode'),
    failure('NonZeroExitCode', { reason: 'ExitCode', message: 'x' }),
  ])('tells none from %j', text => {
    expect(execStatusCode(text)).toBeUndefined();
  });
});
