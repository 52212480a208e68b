import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Two cores, several suites at once: the default of one second is for an idle machine.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);

// What jsdom lacks and the components look at.
class StillResizeObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
window.ResizeObserver ??= StillResizeObserver;
window.matchMedia ??= query => ({
  matches: false,
  media: query,
  onchange: null,
  addListener: () => {},
  removeListener: () => {},
  addEventListener: () => {},
  removeEventListener: () => {},
  dispatchEvent: () => false,
});
