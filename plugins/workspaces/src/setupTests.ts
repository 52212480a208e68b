import { CompressionStream, DecompressionStream } from 'node:stream/web';
import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { quickStyles } from './__testUtils__/quickStyles';

// Two cores, several suites at once: the default of one second is for an idle machine.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);
quickStyles();

// What jsdom lacks and the components look at.
class StillResizeObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
window.ResizeObserver ??= StillResizeObserver;
Element.prototype.scrollIntoView ??= () => {};
Object.assign(window, { CompressionStream, DecompressionStream });
File.prototype.arrayBuffer ??= function arrayBuffer(this: File) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(this);
  });
};
File.prototype.text ??= async function text(this: File) {
  return new TextDecoder().decode(await this.arrayBuffer());
};
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
