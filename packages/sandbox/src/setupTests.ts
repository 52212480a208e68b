// These tests start servers, shells and child processes: on a machine that is busy with other
// work that takes many times as long as alone, and is no failure.
jest.setTimeout(120_000);
